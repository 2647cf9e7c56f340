import { readFileSync } from 'node:fs'

/** The Convention's text as transcribed. */
export const CONVENTION = readFileSync(new URL('../../annexes/convention.txt', import.meta.url), 'utf8')

export interface PrintedItem {
  number: string
  title: string
}

/** The numbered lines between the headings of Annex 1 and of the Technical Annex. */
export function printedAnnex1(text: string): PrintedItem[] {
  const lines = between(text, '\nAnnex 1\n', '\nTechnical Annex\n').split('\n')
  return lines.filter((line) => line !== '').map((line) => ({ number: upTo(line, '. '), title: after(line, '. ') }))
}

export interface PrintedRow {
  /** Number and title of the group, as `1. Software`. */
  group: string
  name: string
  description: string
}

/**
 * The rows of the Technical Annex's table. A group's name stands on its first row only; the Clicker row stands one
 * column too far left; a blank line parts two rows; the last row has no line feed.
 */
export function printedTechnicalAnnex(text: string): PrintedRow[] {
  const [header, ...lines] = after(text, '\nTechnical Annex\n\n').split('\n')
  if (header !== 'Type\tName\tDescription') throw new Error(`the table's header reads ${header}`)
  const rows: PrintedRow[] = []
  for (const line of lines.filter((one) => one !== '')) {
    const cells = line.split('\t')
    const [type = '', name = '', description = ''] = cells.at(-1) === '' ? ['', ...cells] : cells
    rows.push({ group: type || (rows.at(-1)?.group ?? ''), name, description })
  }
  return rows
}

/** The sentences of Article 4 that define a term, each with the semicolon or stop that ends it. */
export function printedArticle4(text: string): string[] {
  const article = between(text, '\nFor the purposes of this Convention:\n\n', '\n\nCHAPTER 2. CRIMINALISATION AND LAW')
  return article.split('\n\n')
}

function between(text: string, start: string, end: string): string {
  return upTo(after(text, start), end)
}

function after(text: string, mark: string): string {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`the text holds no ${mark}`)
  return text.slice(at + mark.length)
}

function upTo(text: string, mark: string): string {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`the text holds no ${mark}`)
  return text.slice(0, at)
}
