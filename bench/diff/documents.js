// A document of many entries and an amended version of it, each as YAML, JSON and CSV, for the tools compared.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS =
  'convention suppression unlawful acts against safety civil aviation protection nuclear material offences international persons prevention punishment maritime navigation financing terrorism transnational organized crime corruption narcotic drugs psychotropic substances illicit traffic'.split(
    ' ',
  )

/** A sequence that is the same each time (a linear congruential generator, Numerical Recipes). */
function sequence(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

function entries(count) {
  const next = sequence(1)
  return Array.from({ length: count }, (_, index) => ({
    id: `entry-${index + 1}`,
    number: String(index + 1),
    title: `${Array.from({ length: 44 }, () => WORDS[next(WORDS.length)]).join(' ')} (${1950 + next(70)})`,
  }))
}

/** One entry in a hundred reworded, one in five hundred added, removed, moved. */
function amended(before) {
  const next = sequence(2)
  const after = before.map((entry) =>
    next(100) === 0 ? { ...entry, title: entry.title.replace(/ \w+ /, ' amended ') } : entry,
  )
  for (let step = 0; step < before.length / 500; step += 1) {
    after.splice(next(after.length), 1)
    after.splice(next(after.length), 0, { id: `added-${step}`, number: '0', title: `added convention ${step}` })
    after.splice(next(after.length), 0, ...after.splice(next(after.length), 1))
  }
  return after.map((entry, index) => ({ ...entry, number: String(index + 1) }))
}

const yaml = (list) =>
  `document: annex-1\ntitle: {en: Annex 1}\nentries:\n${list.map(({ id, number, title }) => `  - id: ${id}\n    number: "${number}"\n    text:\n      title: {en: "${title}"}\n`).join('')}`
const csv = (list) => `id,number,title\n${list.map(({ id, number, title }) => `${id},${number},"${title}"\n`).join('')}`

/** Writes before.* and after.* into the folder. @returns {number} bytes of one YAML side */
export function writeDocuments(folder, count) {
  const before = entries(count)
  const sides = { before, after: amended(before) }
  for (const [side, list] of Object.entries(sides)) {
    writeFileSync(join(folder, `${side}.yaml`), yaml(list))
    writeFileSync(join(folder, `${side}.json`), JSON.stringify(list, null, 1))
    writeFileSync(join(folder, `${side}.csv`), csv(list))
  }
  return Buffer.byteLength(yaml(before))
}
