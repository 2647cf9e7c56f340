// `annex verify` against `git fsck --full` on the same repository: whole processes, one interleaved run, medians of time and of CPU.
// Ends with 1 if a limit is passed. Usage: npm run bench:verify [-- RUNS]
// It makes the repository first: 5,000 commits of main and 300 proposals with every act, packed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const home = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 5)
const work = mkdtempSync(join(tmpdir(), 'annex-bench-'))
const folder = join(work, 'repository')
const { COMMITS = '5000', PROPOSALS = '300', KEEP } = process.env

console.log(`Making a repository: ${COMMITS} commits, ${PROPOSALS} proposals …`)
const outfile = join(work, 'generate.mjs')
const generator = join(home, 'bench/verify/generate.ts')
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
await build({
  entryPoints: [generator],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: REQUIRE },
  logLevel: 'error',
})
const { generate } = await import(outfile)
await generate(folder, { home, commits: Number(COMMITS), proposals: Number(PROPOSALS), seed: 20_210_115 })

const annex = (...words) => [process.execPath, `${home}bin/run.js`, ...words]
const FSCK = 'git fsck --full'
const VERIFY = 'annex verify'
const SINCE = 'annex verify --since main~10'
const START = 'annex --version'
const contestants = {
  [FSCK]: ['git', 'fsck', '--full', '--no-progress'],
  [VERIFY]: annex('verify'),
  [SINCE]: annex('verify', '--since', 'main~10'),
  [START]: annex('--version'),
}

/** Milliseconds of one process and of its CPU, and its peak memory in megabytes, as GNU time measures them. */
function measured(name) {
  const words = ['-f', '%e %U %S %M', ...contestants[name]]
  const start = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync('time', words, { cwd: folder, encoding: 'utf8' })
  const wall = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`.slice(0, 4000))
  const [, user, system, memory] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { wall, cpu: (user + system) * 1000, memory: memory / 1024 }
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]

const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
for (let run = -1; run < runs; run += 1) {
  for (const name of Object.keys(contestants)) {
    const result = measured(name)
    // The first round warms the disk.
    if (run >= 0) results[name].push(result)
  }
}
const of = (name, what) => median(results[name].map((result) => result[what]))
console.log(`${runs} interleaved runs, medians, Node ${process.version}`)
for (const name of Object.keys(contestants)) {
  const [wall, cpu, memory] = ['wall', 'cpu', 'memory'].map((what) => of(name, what).toFixed(0))
  console.log(`${name.padEnd(30)} ${wall.padStart(6)} ms  ${cpu.padStart(6)} ms of CPU  ${memory.padStart(4)} MB`)
}
const ratios = [
  ['verify to git fsck --full, time', of(VERIFY, 'wall') / of(FSCK, 'wall'), 3],
  ['verify to git fsck --full, CPU', of(VERIFY, 'cpu') / of(FSCK, 'cpu'), 3],
  ['seconds of verify --since beyond the start', (of(SINCE, 'wall') - of(START, 'wall')) / 1000, 1],
]
for (const [what, value, limit] of ratios) console.log(`${value.toFixed(2).padStart(6)}  (at most ${limit})  ${what}`)
process.exitCode = ratios.every(([, value, limit]) => value <= limit) ? 0 : 1
if (KEEP === undefined) rmSync(work, { recursive: true, force: true })
else console.log(`The repository is kept: ${folder}`)
