import type { Document } from '../../../treaty/index.ts'

/** An entry's printed number and where the entry stands. */
export interface Numbered {
  number: string
  index: number
}

/** The numbered entries of each section (or of the whole document), in order: numbering may begin again in a section. */
export function numberings({ entries }: Document): Numbered[][] {
  const bySection = new Map<string, Numbered[]>()
  entries.forEach(({ number, section = '' }, index) => {
    if (number === undefined) return
    const numbered = bySection.get(section) ?? []
    numbered.push({ number, index })
    bySection.set(section, numbered)
  })
  return [...bySection.values()]
}

/** What most numbers are. */
const WHOLE = /^\d{1,9}$/
const LATIN = ['bis', 'ter', 'quater']

/** Compares printed numbers: 2 before 15, 15 before 15 bis before 15 ter before 16, 1.2 before 1.10. */
export function compareNumbers(one: string, other: string): number {
  if (WHOLE.test(one) && WHOLE.test(other)) return Number(one) - Number(other)
  const [a, b] = [rankOf(one), rankOf(other)]
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const difference = (a[place] ?? -1) - (b[place] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

function rankOf(number: string): number[] {
  const [, whole = '', suffix = '', parts = ''] =
    /^(\d+)(?:[ .]?(bis|ter|quater|[A-Za-z]))?((?:\.\d+)*)/.exec(number) ?? []
  const latin = LATIN.indexOf(suffix)
  const letter = suffix === '' ? 0 : suffix.toLowerCase().charCodeAt(0)
  return [Number(whole), latin >= 0 ? latin + 2 : letter, ...parts.split('.').slice(1).map(Number)]
}
