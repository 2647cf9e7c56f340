// Two-sided merges of a real list, as its project made them: how often the merge driver and `git merge-file` give what was committed.
// Usage: git clone --bare https://github.com/github-linguist/linguist LINGUIST; npm run bench:merges -- LINGUIST [MERGES]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentOf, entriesIn, entriesOf } from './merges/languages.js'

const [repository, most = '500'] = process.argv.slice(2)
if (repository === undefined) throw new Error('npm run bench:merges -- LINGUIST [MERGES]: name a clone of linguist')
const LIST = 'lib/linguist/languages.yml'
const program = fileURLToPath(new URL('../bin/run.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'annex-bench-merges-'))
const file = (name) => join(folder, name)

function git(...words) {
  const { stdout } = spawnSync('git', ['--git-dir', repository, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return stdout.trimEnd()
}

/** The blobs of the base, both sides and the result of each merge that changed the list on both sides; the newest first. */
function* twoSidedMerges() {
  const merges = git('log', '--merges', '--full-history', '--format=%H %P', '--', LIST).split('\n')
  const all = git('log', '--merges', '--format=%H %P').split('\n')
  for (const line of new Set([...merges, ...all])) {
    const [commit, ours, theirs, ...others] = line.split(' ')
    if (theirs === undefined || others.length > 0) continue
    const [base] = git('merge-base', ours, theirs).split('\n')
    const blobs = git('rev-parse', ...[base, ours, theirs, commit].map((id) => `${id}:${LIST}`)).split('\n')
    if (blobs.length === 4 && blobs.every((id) => /^[0-9a-f]{40}$/.test(id)) && new Set(blobs.slice(0, 3)).size === 3)
      yield blobs
  }
}

function byGit(names) {
  const words = ['merge-file', '-p', ...names.map(file)]
  const { stdout, status } = spawnSync('git', words, { encoding: 'utf8', maxBuffer: 1 << 28 })
  return { text: stdout, isClean: status === 0 }
}

function byAnnex() {
  const started = process.hrtime.bigint()
  const words = [program, 'merge-driver', ...['base', 'ours', 'theirs'].map(file), 'annexes/languages.yaml']
  const { status } = spawnSync(process.execPath, words)
  times.push(Number(process.hrtime.bigint() - started) / 1e6)
  return { text: readFileSync(file('ours'), 'utf8'), isClean: status === 0 }
}

const isSame = (one, other) => one.size === other.size && [...one].every(([id, text]) => other.get(id) === text)
const verdict = ({ isClean, entries }, due) => (!isClean ? 'conflict' : isSame(entries, due) ? 'equal' : 'other')

const times = []
const counts = { annex: {}, 'git merge-file, the documents': {}, 'git merge-file, the list itself': {} }
const count = (who, what) => {
  counts[who][what] = (counts[who][what] ?? 0) + 1
}
const pairs = {}
let done = 0
try {
  for (const blobs of twoSidedMerges()) {
    const texts = blobs.map((id) => git('cat-file', 'blob', id))
    const [base, ours, theirs, due] = texts.map(entriesOf)
    for (const [index, name] of ['base', 'ours', 'theirs'].entries()) {
      writeFileSync(file(name), documentOf([base, ours, theirs][index]))
      writeFileSync(file(`raw-${name}`), `${texts[index]}\n`)
    }
    const raw = byGit(['raw-ours', 'raw-base', 'raw-theirs'])
    const lines = byGit(['ours', 'base', 'theirs'])
    const annex = byAnnex()
    const verdicts = {
      annex: verdict({ ...annex, entries: entriesIn(annex.text) }, due),
      'git merge-file, the documents': verdict({ ...lines, entries: entriesIn(lines.text) }, due),
      'git merge-file, the list itself': verdict({ ...raw, entries: raw.isClean ? entriesOf(raw.text) : due }, due),
    }
    for (const [who, what] of Object.entries(verdicts)) count(who, what)
    const pair = `annex ${verdicts.annex}, git ${verdicts['git merge-file, the list itself']}`
    pairs[pair] = (pairs[pair] ?? 0) + 1
    if (process.env.SHOW === pair) console.log(blobs.join(' '))
    done += 1
    if (done >= Number(most)) break
  }
} finally {
  rmSync(folder, { recursive: true })
}
times.sort((one, other) => one - other)
console.log(
  `${done} merges that changed ${LIST} on both sides: equal to what was committed, a conflict, or another result.`,
)
console.table(counts)
console.table(pairs)
console.log(`A driver call: median ${times[times.length >> 1]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms.`)
