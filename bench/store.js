// `annex log` against `git blame` on a long history: whole processes, one interleaved run, medians.
// Usage: npm run bench:store [-- RUNS]   (builds a repository first: 1,000 entries, 5,000 commits, 300 branches, packed)
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from './store/generate.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 5)
const work = mkdtempSync(join(tmpdir(), 'annex-bench-'))
const folder = join(work, 'repository')

console.log('Building a repository: 1,000 entries, 5,000 commits, 300 branches …')
await generate(folder, { entries: 1000, commits: 5000, branches: 300, seed: 20_310_115 })

const forget = () => rmSync(join(folder, '.git/annex'), { recursive: true, force: true })
const annexLog = [process.execPath, `${home}bin/run.js`, 'log', '--document', 'annex-1']
const contestants = {
  'git blame': { words: ['git', 'blame', 'annexes/annex-1.yaml'] },
  'annex log, cold': { words: annexLog, before: forget },
  'annex log, warm': { words: annexLog },
}

// Prints the peak memory of the process in kilobytes, if it is known.
const TELL = 'process.on("exit",()=>process.stderr.write("maxRSS="+process.resourceUsage().maxRSS))'
const environment = { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELL)}` }

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
let memory = 0
for (let run = -1; run < runs; run += 1) {
  for (const [name, { words, before }] of Object.entries(contestants)) {
    before?.()
    const [command, ...rest] = words
    const start = process.hrtime.bigint()
    const options = {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: command === 'git' ? process.env : environment,
    }
    const { status, stderr } = spawnSync(command, rest, options)
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
    memory = Math.max(memory, Number(/maxRSS=(\d+)/.exec(stderr)?.[1] ?? 0))
    // The first round warms the disk.
    if (run >= 0) times[name].push(milliseconds)
  }
}

const median = (name) => [...times[name]].sort((one, other) => one - other)[Math.floor(times[name].length / 2)]
console.log(`${runs} interleaved runs, medians, Node ${process.version}`)
for (const name of Object.keys(contestants)) console.log(`${name.padEnd(18)} ${median(name).toFixed(0).padStart(6)} ms`)
const ratios = [
  ["each entry's last change, cold, to git blame", median('annex log, cold') / median('git blame'), 0.65],
  ["each entry's last change, warm, to git blame", median('annex log, warm') / median('git blame'), 0.2],
]
for (const [what, ratio, limit] of ratios) console.log(`${ratio.toFixed(2).padStart(6)} x  (at most ${limit})  ${what}`)
console.log(`${(memory / 1024).toFixed(0).padStart(6)} MB (at most 300) held at most by any of our processes`)
rmSync(work, { recursive: true, force: true })
