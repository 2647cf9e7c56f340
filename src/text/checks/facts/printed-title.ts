import type { CalendarDay, Document, Facts } from '../../../treaty/index.ts'

/** What a title prints about its instrument: `Name (Place, 16 December 1970)`, or the year alone. */
export interface PrintedTitle {
  name: string
  place?: string
  day?: CalendarDay
  year?: string
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|')
const DAY = new RegExp(`(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})$`)

/** Reads a title in English; what it does not print is left out. */
export function readPrintedTitle(title: string): PrintedTitle {
  const brackets = /\(([^()]*)\)+\.?\s*$/.exec(title)
  const inside = brackets?.[1] ?? ''
  const [printedDay, date, month, year] = DAY.exec(inside) ?? []
  const when = printedDay ?? /\d{4}$/.exec(inside)?.[0]
  if (brackets === null || when === undefined) return { name: title }
  const name = title.slice(0, brackets.index).trimEnd().replace(/\.$/, '')
  // A run of blanks is tried once, from its start, however long it is.
  const place = inside.slice(0, -when.length).replace(/(?<![,\s])[,\s]+$/, '')
  const number = String(MONTHS.indexOf(month ?? '') + 1).padStart(2, '0')
  return {
    name,
    ...(place !== '' && { place }),
    ...(printedDay === undefined ? { year: when } : { day: `${year}-${number}-${date?.padStart(2, '0')}`, year }),
  }
}

/** An entry that has both facts and a title in English. */
export interface TitledEntry {
  index: number
  facts: Facts
  printed: PrintedTitle
}

/** The entries whose facts can be held against their title. */
export function titledEntries({ entries }: Document): TitledEntry[] {
  return entries.flatMap(({ text, facts }, index) => {
    const title = text.title?.en
    return title === undefined || facts === undefined ? [] : [{ index, facts, printed: readPrintedTitle(title) }]
  })
}
