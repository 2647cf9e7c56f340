import type { CalendarDay, Document, Facts } from '../../../treaty/index.ts'

/** What a printed title says about its instrument: `Name (Place, 16 December 1970)`, or the year alone. */
export interface PrintedTitle {
  name: string
  place?: string
  day?: CalendarDay
  year?: string
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|')
const DAY = new RegExp(`(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})$`)

/** Reads an English title. A part that the title does not print is absent from the result. */
export function readPrintedTitle(title: string): PrintedTitle {
  const brackets = /\(([^()]*)\)+\.?\s*$/.exec(title)
  const inside = brackets?.[1] ?? ''
  const [printedDay, date, month, year] = DAY.exec(inside) ?? []
  const when = printedDay ?? /\d{4}$/.exec(inside)?.[0]
  if (brackets === null || when === undefined) return { name: title }
  const name = title.slice(0, brackets.index).trimEnd().replace(/\.$/, '')
  // The lookbehind makes the pattern try a run of blanks only once, so that a long run costs linear time.
  const place = inside.slice(0, -when.length).replace(/(?<![,\s])[,\s]+$/, '')
  const number = String(MONTHS.indexOf(month ?? '') + 1).padStart(2, '0')
  return {
    name,
    ...(place !== '' && { place }),
    ...(printedDay === undefined ? { year: when } : { day: `${year}-${number}-${date?.padStart(2, '0')}`, year }),
  }
}

/** An entry that has both facts and an English title. */
export interface TitledEntry {
  index: number
  facts: Facts
  printed: PrintedTitle
}

/** Returns the entries that have both facts and an English title. */
export function titledEntries({ entries }: Document): TitledEntry[] {
  return entries.flatMap(({ text, facts }, index) => {
    const title = text.title?.en
    return title === undefined || facts === undefined ? [] : [{ index, facts, printed: readPrintedTitle(title) }]
  })
}
