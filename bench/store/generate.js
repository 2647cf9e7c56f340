// Makes a repository with a long history, from a seed: ENTRIES entries in one annex, COMMITS commits on main (each rewords
// one entry or files an event; every 25th merges a side branch), BRANCHES branches that were never merged, all packed.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

const AUTHOR = 'A Clerk <clerk@depositary.example>'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function makeRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS =
  'convention for the suppression of unlawful acts against safety and on offences committed by means of'.split(' ')

function entryText(id, random) {
  const words = Array.from({ length: 14 }, () => WORDS[Math.floor(random() * WORDS.length)])
  return [
    `  - id: ${id}`,
    `    number: "${id.slice('entry-'.length)}"`,
    '    text:',
    `      title: {en: "${words.join(' ')}, done at New York"}`,
    '    facts:',
    '      scope: universal',
    `      registration: "${Math.floor(random() * 1e5)}"`,
    '',
  ].join('\n')
}

export async function generate(folder, { entries, commits, branches, seed }) {
  const random = makeRandom(seed)
  const texts = Array.from({ length: entries }, (_, index) => entryText(`entry-${index + 1}`, random))
  execFileSync('git', ['init', '-q', '--initial-branch=main', folder])
  const child = spawn('git', ['fast-import', '--quiet'], { cwd: folder, stdio: ['pipe', 'inherit', 'inherit'] })
  const write = async (text) => {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain')
  }
  let mark = 0
  let date = 1_900_000_000
  const commit = async (branch, parents, files) => {
    mark += 1
    date += 60
    const [first, ...others] = parents
    await write(`commit refs/heads/${branch}\nmark :${mark}\ncommitter ${AUTHOR} ${date} +0000\ndata 8\nRecord\n\n`)
    if (first !== undefined) await write(`from :${first}\n`)
    for (const other of others) await write(`merge :${other}\n`)
    for (const [path, text] of files) await write(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`)
    return mark
  }
  const annex = () => ['annexes/annex-1.yaml', `document: annex-1\ntitle: {en: Annex 1}\nentries:\n${texts.join('')}`]
  const event = () => [
    `annexes/proposals/p-${Math.floor(random() * 200)}/events/2021-01-01-objection-${mark}.yaml`,
    'event: objection\non: 2021-01-01\n',
  ]
  const reword = () => {
    const index = Math.floor(random() * entries)
    texts[index] = entryText(`entry-${index + 1}`, random)
  }
  let tip = await commit('main', [], [['README.md', 'Made for measuring.\n'], annex()])
  const early = tip
  for (let count = 1; count < commits; count += 1) {
    if (count % 25 === 0) {
      const side = await commit('side', [tip], [event()])
      tip = await commit('main', [tip, side], [event()])
      count += 1
    } else if (count % 5 === 0) tip = await commit('main', [tip], [event()])
    else {
      reword()
      tip = await commit('main', [tip], [annex()])
    }
  }
  for (let branch = 0; branch < branches; branch += 1) {
    await commit(`proposal/p-${branch}`, [early + Math.floor(random() * (tip - early))], [event()])
  }
  child.stdin.end()
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
  execFileSync('git', ['branch', '-q', '-D', 'side'], { cwd: folder })
  execFileSync('git', ['-c', 'gc.reflogExpire=now', 'gc', '--quiet'], { cwd: folder })
  execFileSync('git', ['pack-refs', '--all'], { cwd: folder })
  execFileSync('git', ['reset', '-q', '--hard'], { cwd: folder })
}
