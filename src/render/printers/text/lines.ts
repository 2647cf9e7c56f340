import type { Document, Entry } from '../../../treaty/index.ts'
import { safeForTerminal } from '../../escape.ts'

/**
 * A document as one line a field, each with its entry's id before it, so that a comparison by lines is one by entries
 * and fields.
 */
export function documentLines({ title, sections = [], entries }: Document): string {
  const lines = [
    ...Object.entries(title).map(([language, words]) => `title ${language}: ${words}`),
    ...sections.flatMap(({ id, number = '', title: words }) =>
      Object.entries(words).map(([language, text]) => `section ${id} ${number} ${language}: ${text}`),
    ),
    ...entries.flatMap(entryLines),
  ]
  return lines.map(safeForTerminal).join('\n')
}

function entryLines(entry: Entry): string[] {
  const { id, number, section, text, facts } = entry
  return [
    `${id}`,
    ...(number === undefined ? [] : [`${id} number: ${number}`]),
    ...(section === undefined ? [] : [`${id} section: ${section}`]),
    ...Object.entries(text).flatMap(([field, words]) =>
      Object.entries(words).map(([language, said]) => `${id} ${field} ${language}: ${said}`),
    ),
    ...Object.entries(facts ?? {}).map(([fact, value]) => `${id} fact ${fact}: ${JSON.stringify(value)}`),
  ]
}
