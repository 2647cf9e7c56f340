// Packs the package as it would be published, and checks it with publint, with arethetypeswrong, and with a program that is
// compiled with its types and run.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleLibrary, writeTypes } from './library.js'

const home = fileURLToPath(new URL('..', import.meta.url))

const PROGRAM = `import { type Document, decide, diff, parse, validate } from 'treaty-annex'
const yaml = 'document: d\\ntitle: {en: D}\\nentries:\\n  - {id: one, text: {title: {en: One}}}\\n'
const before: Document | null = parse('document', yaml).data
const { document: after, findings } = validate(yaml.replace('One', 'Two'))
if (before === null || after === null || findings.length > 0) throw new Error('not read')
const kinds: string[] = diff(before, after).map(({ kind }) => kind)
if (kinds.join() !== 'reworded' || typeof decide !== 'function') throw new Error(kinds.join())
`

function run(command, words, folder) {
  const { status } = spawnSync(command, words, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}`)
}

// Files that are read as text and never imported.
const TEXTS = ['package.json', 'annexes/convention.txt']

const node = (script, ...words) => run(process.execPath, [join(home, 'node_modules', script), ...words], home)

await bundleLibrary()
await writeTypes()
const folder = await mkdtemp(join(tmpdir(), 'annex-package-'))
try {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], home)
  const [name] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'))
  const tarball = join(folder, name)
  node('publint/src/cli.js', 'run', tarball, '--strict')
  node('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...TEXTS)
  await compileAndRun(tarball)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function compileAndRun(tarball) {
  const modules = join(folder, 'node_modules')
  await mkdir(join(modules, 'treaty-annex'), { recursive: true })
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'treaty-annex')], folder)
  for (const dependency of [
    'yaml',
    'diff',
    'temporal-polyfill',
    'temporal-spec',
    'temporal-utils',
    '@noble',
    'get-east-asian-width',
  ]) {
    await symlink(join(home, 'node_modules', dependency), join(modules, dependency)).catch(() => undefined)
  }
  await writeFile(join(folder, 'package.json'), '{"type": "module"}\n')
  await writeFile(join(folder, 'program.ts'), PROGRAM)
  for (const resolution of ['nodenext', 'bundler']) {
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext'
    const words = ['--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--module', module]
    run(
      process.execPath,
      [join(home, 'node_modules/typescript/bin/tsc'), ...words, '--moduleResolution', resolution, 'program.ts'],
      folder,
    )
  }
  run(process.execPath, ['program.js'], folder)
}
