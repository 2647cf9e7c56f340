// How long it takes to validate one long document, in whole processes, compared with ajv-cli on the same YAML file and schema (ajv-cli
// reports no lines), in interleaved runs. npm installs ajv-cli in a temporary folder.
// Usage: npm run bench:validate [-- RUNS]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeLongDocument } from './validate/document.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 9)
const folder = mkdtempSync(join(tmpdir(), 'annex-bench-validate-'))
const LIMIT = 1.0

writeFileSync(join(folder, 'package.json'), '{"private": true}')
const peers = ['ajv-cli@5.0.0', 'ajv@8.20.0', 'ajv-formats@3.0.1']
const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...peers]
const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' })
if (status !== 0) throw new Error(`ajv-cli could not be installed: ${stderr}`)

const schema = (name) => join(home, `schemas/${name}.schema.json`)
const ajv = join(folder, 'node_modules/ajv-cli/dist/index.js')
const contestants = {
  annex: (file) => [join(home, 'bin/run.js'), 'validate', file],
  'ajv-cli': (file) => [
    ...[ajv, 'validate', '--spec=draft2020', '-c', 'ajv-formats', '--all-errors'],
    ...['-s', schema('document'), '-r', schema('common'), '-d', file],
  ],
}

/** Milliseconds of one process, which must find no error. */
function timed(contestant, count) {
  const start = process.hrtime.bigint()
  const options = { cwd: place(count), encoding: 'utf8' }
  const { status, stdout, stderr } = spawnSync(process.execPath, contestants[contestant]('annexes/long.yaml'), options)
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0) throw new Error(`${contestant} ended with ${status}: ${stdout}${stderr}`.slice(0, 2000))
  return milliseconds
}

/** @returns {string} a folder whose annexes/long.yaml has that many entries */
function place(count) {
  const own = join(folder, String(count))
  if (mkdirSync(join(own, 'annexes'), { recursive: true }) !== undefined) {
    writeLongDocument(join(own, 'annexes/long.yaml'), count)
  }
  return own
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
for (let run = -1; run < runs; run += 1) {
  for (const name of Object.keys(contestants)) {
    const milliseconds = timed(name, 10_000)
    // The first round warms the disk.
    if (run >= 0) times[name].push(milliseconds)
  }
}
console.log(`10,000 entries; ${runs} interleaved runs, medians, whole processes, Node ${process.version}`)
for (const [name, values] of Object.entries(times))
  console.log(`${name.padEnd(8)} ${median(values).toFixed(0).padStart(6)} ms`)
const ratio = median(times.annex) / median(times['ajv-cli'])
console.log(`annex takes ${ratio.toFixed(2)} of it  (at most ${LIMIT.toFixed(1)})`)

console.log('\nGrowth')
for (const count of [1_000, 10_000, 100_000]) {
  const measured = Array.from({ length: 3 }, () => timed('annex', count))
  console.log(`${String(count).padStart(7)} entries  ${median(measured).toFixed(0).padStart(6)} ms`)
}
