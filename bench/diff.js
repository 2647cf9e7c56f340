// How long a difference takes, in whole processes, compared with other tools that npm installs in a temporary folder, in
// interleaved runs.
// Usage: npm run bench:diff [-- RUNS]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeDocuments } from './diff/documents.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'annex-bench-diff-'))
const peers = join(folder, 'peers')
const PATIENCE = 60_000

mkdirSync(peers)
writeFileSync(join(peers, 'package.json'), '{"private": true}')
const install = spawnSync(
  'npm',
  ['install', '--ignore-scripts', '--no-audit', '--no-fund', 'daff@1.4.2', 'jsondiffpatch@0.7.7', 'json-diff@1.0.6'],
  { cwd: peers },
)
if (install.status !== 0) throw new Error(`the peers could not be installed: ${install.stderr}`)
const peer = (path) => join(peers, 'node_modules', path)

const node = process.execPath
const contestants = {
  annex: [node, join(home, 'bin/run.js'), 'diff', 'before.yaml', 'after.yaml'],
  'annex --json': [node, join(home, 'bin/run.js'), 'diff', 'before.yaml', 'after.yaml', '--json'],
  'daff (CSV)': [node, peer('daff/bin/daff.js'), '--id', 'id', 'before.csv', 'after.csv'],
  'jsondiffpatch (JSON)': [node, peer('jsondiffpatch/bin/jsondiffpatch.js'), 'before.json', 'after.json'],
  'json-diff (JSON)': [node, peer('json-diff/bin/json-diff.js'), 'before.json', 'after.json'],
  'git diff --word-diff': ['git', 'diff', '--no-index', '--word-diff', 'before.yaml', 'after.yaml'],
}
const limits = { 'daff (CSV)': 0.35, 'jsondiffpatch (JSON)': 0.12 }

/** Milliseconds of one process; null if it did not end in time. */
function timed([program, ...words], place) {
  const start = process.hrtime.bigint()
  const { status, error } = spawnSync(program, words, {
    cwd: place,
    timeout: PATIENCE,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (error?.code === 'ETIMEDOUT') return null
  if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')} ended with ${status}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function place(count) {
  const own = join(folder, String(count))
  mkdirSync(own)
  return { own, bytes: writeDocuments(own, count) }
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const { own, bytes } = place(10_000)
const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
const gaveUp = new Set()
for (let run = 0; run < runs; run += 1) {
  for (const [name, words] of Object.entries(contestants)) {
    if (gaveUp.has(name)) continue
    const milliseconds = timed(words, own)
    if (milliseconds === null) gaveUp.add(name)
    else times[name].push(milliseconds)
  }
}
const ours = median(times.annex)
console.log(
  `10,000 entries, ${(bytes / 1e6).toFixed(1)} MB a side; ${runs} interleaved runs, medians, whole processes, Node ${process.version}`,
)
for (const [name, values] of Object.entries(times)) {
  const theirs = gaveUp.has(name) ? `over ${PATIENCE / 1000} s` : `${median(values).toFixed(0)} ms`
  const ratio =
    name.startsWith('annex') || gaveUp.has(name) ? '' : `annex takes ${(ours / median(values)).toFixed(2)} of it`
  const limit = limits[name] === undefined ? '' : `  (at most ${limits[name]})`
  console.log(`${name.padEnd(22)} ${theirs.padStart(10)}  ${ratio}${limit}`)
}

console.log('\nGrowth')
for (const count of [1_000, 10_000, 100_000]) {
  const where = count === 10_000 ? own : place(count).own
  const measured = Array.from({ length: 3 }, () => timed(contestants.annex, where) ?? Number.NaN)
  console.log(`${String(count).padStart(7)} entries  ${median(measured).toFixed(0).padStart(6)} ms`)
}
