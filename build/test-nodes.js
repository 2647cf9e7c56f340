// Builds the program and runs the scenarios, the library and the calendar under other versions of Node, as
// package.json's `engines` promises. Each is installed from npm (its binary; no script runs) into a temporary folder.
import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const VERSIONS = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24', '26']
const TESTS = ['test/scenarios', 'test/library', 'test/treaty', 'test/files']

/** @returns {string} the folder that holds `node` of that version, installed under `folder` */
function installNode(version, folder) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', '--prefix', folder]
  const { status } = spawnSync('npm', [...words, `${name}@${version}`], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${name}@${version} cannot be installed`)
  return join(folder, 'node_modules', name, 'bin')
}

/** @returns {Promise<boolean>} whether all passed; prints one line */
async function testUnder(version, folder) {
  const bin = installNode(version, join(folder, version))
  const node = join(bin, 'node')
  const report = join(folder, `${version}.json`)
  const words = [
    'run',
    '--project',
    'everyday',
    ...TESTS,
    '--reporter=json',
    `--outputFile=${report}`,
    '--testTimeout=300000',
  ]
  const { status, stdout, stderr } = spawnSync(node, [join(home, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  })
  const exact = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  const text = await readFile(report, 'utf8').catch(() => null)
  if (text === null) {
    console.log(`Node ${exact}: the build or the tests could not run\n${stdout}${stderr}`)
    return false
  }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(text)
  console.log(`Node ${exact}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
  for (const { assertionResults } of testResults) {
    for (const { fullName, failureMessages } of assertionResults.filter((one) => one.status === 'failed')) {
      console.log(`  ${fullName}\n    ${failureMessages.join('\n').replaceAll('\n', '\n    ')}`)
    }
  }
  return status === 0
}

const folder = await mkdtemp(join(tmpdir(), 'annex-nodes-'))
// Some tests run the program as another user, who must be able to run this Node.
await chmod(folder, 0o755)
try {
  for (const version of VERSIONS) if (!(await testUnder(version, folder))) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
