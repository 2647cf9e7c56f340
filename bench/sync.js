// Offices that record and synchronize at the same time through one git server on loopback (`git http-backend`): each is a process with
// a clone of its own, files twenty objections, and synchronizes after each. Some are killed at random moments and started again. At the
// end every clone must have every record once. Ends with 1 if one is missing or there twice.
// Usage: npm run bench:sync [-- OFFICES…]   (default: 10 60)
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { prepare, RECORDS } from './sync/prepare.js'
import { startServer } from './sync/server.js'

const home = fileURLToPath(new URL('..', import.meta.url))
const sizes = process.argv.slice(2).map(Number)
/** One office in so many is killed, so often. */
const KILLED = { oneIn: 4, times: 2 }

const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
const work = mkdtempSync(join(tmpdir(), 'annex-bench-sync-'))
const office = join(work, 'office.mjs')
await build({
  entryPoints: [join(home, 'bench/sync/office.ts')],
  outfile: office,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: REQUIRE },
  logLevel: 'error',
})

/** Runs one office to its end, killed so many times on the way. Returns what its syncs said. */
async function runOffice(folder, party, kills) {
  const syncs = []
  for (let left = kills; ; left -= 1) {
    const child = spawn(process.execPath, [office, folder, party, String(RECORDS)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (part) => {
      output += part
      // A kill at a random moment after the office has begun: while it records, fetches, replays or pushes.
      if (left > 0 && child.killTimer === undefined)
        child.killTimer = setTimeout(() => child.kill('SIGKILL'), Math.random() * 4000)
    })
    child.stderr.on('data', (part) => {
      errors += part
    })
    const [code, signal] = await new Promise((done) => child.once('close', (...ended) => done(ended)))
    clearTimeout(child.killTimer)
    const lines = output.split('\n').filter((line) => line.endsWith('}'))
    syncs.push(...lines.map((line) => JSON.parse(line)))
    if (signal === 'SIGKILL') continue
    if (code === 0) return syncs
    throw new Error(`the office of ${party} ended with ${code}: ${errors}`)
  }
}

const git = (folder, ...words) => spawnSync('git', words, { cwd: folder, encoding: 'utf8' }).stdout.trim()

/** Ends with an error unless every clone has each record once, and the same main as the server. */
function check(server, clones, expected) {
  const tip = git(server, 'rev-parse', 'main')
  const files = git(server, 'ls-tree', '-r', '--name-only', 'main', 'annexes/proposals').split('\n')
  const objections = files.filter((file) => file.includes('-objection-'))
  if (objections.length !== expected) throw new Error(`${objections.length} records instead of ${expected}`)
  const subjects = git(server, 'log', '--format=%s', 'main')
    .split('\n')
    .filter((line) => line.startsWith('Record objection'))
  if (subjects.length !== expected || new Set(subjects).size !== expected) throw new Error('a record is there twice')
  for (const clone of clones) {
    if (git(clone, 'rev-parse', 'main') !== tip) throw new Error(`${clone} has another main`)
    if (git(clone, 'status', '--porcelain') !== '') throw new Error(`${clone} has a work tree that differs`)
  }
  const fsck = spawnSync('git', ['fsck', '--strict', '--no-dangling'], { cwd: server, encoding: 'utf8' })
  if (fsck.status !== 0) throw new Error(`the server is damaged: ${fsck.stderr}`)
}

async function measure(offices) {
  const folder = join(work, `of-${offices}`)
  const { server, clones, parties } = prepare(home, folder, offices)
  const { url, requests, close } = await startServer(folder)
  for (const clone of clones) git(clone, 'remote', 'set-url', 'origin', url)
  const start = performance.now()
  const kills = clones.map((_, index) => (index % KILLED.oneIn === 0 ? KILLED.times : 0))
  const syncs = (await Promise.all(clones.map((clone, index) => runOffice(clone, parties[index], kills[index])))).flat()
  const minutes = (performance.now() - start) / 60_000
  for (const clone of clones) await runOffice(clone, 'none', 0)
  await close()
  check(server, clones, offices * RECORDS)
  const waits = syncs.map(({ wait }) => wait).sort((one, other) => one - other)
  const at = (share) => `${(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] / 1000).toFixed(1)} s`
  const retries = syncs.reduce((sum, { retries }) => sum + retries, 0)
  return {
    offices,
    records: offices * RECORDS,
    kills: kills.reduce((sum, each) => sum + each, 0),
    'records a minute': Math.round((offices * RECORDS) / minutes),
    'retries a record': (retries / (offices * RECORDS)).toFixed(1),
    'most retries': Math.max(...syncs.map(({ retries }) => retries)),
    'median wait': at(0.5),
    '99 % wait': at(0.99),
    'longest wait': at(1),
    'gave up': syncs.filter(({ gaveUp }) => gaveUp).length,
    'requests a record': (requests() / (offices * RECORDS)).toFixed(1),
  }
}

const results = []
for (const offices of sizes.length === 0 ? [10, 60] : sizes) {
  results.push(await measure(offices))
  console.table(results.at(-1))
}
console.log(
  `All records are in every clone, once. Node ${process.version}, ${spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout.trim()}`,
)
rmSync(work, { recursive: true, force: true })
