// How long the program takes to start, as a ratio to bare Node, whole processes, in one interleaved run.
// Usage: npm run bench:startup [-- RUNS]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 31)
const contestants = {
  'node -e 0': ['-e', '0'],
  'annex --version': ['bin/run.js', '--version'],
  'annex validate': ['bin/run.js', 'validate'],
}
const limits = { 'annex --version': 2.0, 'annex validate': 3.2 }

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
for (let run = -2; run < runs; run += 1) {
  for (const [name, words] of Object.entries(contestants)) {
    const start = process.hrtime.bigint()
    const { status } = spawnSync(process.execPath, words, { cwd: home, stdio: 'ignore' })
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
    if (status !== 0) throw new Error(`${name} ended with ${status}`)
    // The first two rounds warm the disk.
    if (run >= 0) times[name].push(milliseconds)
  }
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]
const bare = median(times['node -e 0'])
console.log(`${runs} interleaved runs, medians, Node ${process.version}`)
for (const [name, values] of Object.entries(times)) {
  const limit = limits[name] === undefined ? '' : `  (at most ${limits[name].toFixed(1)})`
  console.log(
    `${name.padEnd(18)} ${median(values).toFixed(0).padStart(5)} ms  ${(median(values) / bare).toFixed(2)} x${limit}`,
  )
}
