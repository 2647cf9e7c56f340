import type { CalendarDay, Segment } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import type { Presence } from '../../print/tree.ts'
import { direction } from '../html/page.ts'

/** The author and the day of tracked changes; without a day, Word shows none. */
export interface Revision {
  author: string
  on?: CalendarDay
}

/** Returns whether all the words of a line were inserted or all deleted; `both` if any of them stay. */
export function onlyKind(segments: readonly Segment[]): Presence {
  const kinds = new Set(segments.map(({ kind }) => kind))
  const [kind] = kinds
  return kinds.size === 1 && kind !== undefined && kind !== 'same' ? kind : 'both'
}

/** Returns the presence of a line. In an entry that stays, a line may be inserted or deleted, as when a language is added. */
export function linePresence(presence: Presence, { segments }: { segments: readonly Segment[] }): Presence {
  return presence === 'both' ? onlyKind(segments) : presence
}

/**
 * Returns what happens to the paragraph marks of lines before a table or the end of a cell. The last mark there can be neither
 * inserted nor deleted: if the last lines are, the mark before each of them is instead.
 */
export function marksBeforeAnEnd(lines: readonly { segments: readonly Segment[] }[]): Presence[] {
  const own = lines.map(({ segments }) => onlyKind(segments))
  const stays = own.lastIndexOf('both')
  return own.map((presence, index) => {
    if (index === own.length - 1) return 'both'
    return stays === -1 || index < stays ? presence : (own[index + 1] ?? 'both')
  })
}

/** Returns a number and the separator after it, which is inserted and deleted with the number. */
export function numberMark(number: readonly Segment[], separator: ' ' | '\t'): Segment[] {
  const only = onlyKind(number)
  return number.length === 0 ? [] : [...number, { kind: only === 'both' ? 'same' : only, words: separator }]
}

/** Writes tracked changes, each with its own id (ECMA-376, Part 1, 17.13.5). */
export interface Reviser {
  /** Returns `w:ins` or `w:del`, empty or around `inner`. */
  mark: (presence: Presence, inner?: string) => string
  /** Returns words with their tracked changes, as runs. */
  runs: (segments: readonly Segment[], language: string) => string
  /** Returns the words of a line, after the name of its field if it has one. */
  line: (line: { name: string | null; language: string; segments: readonly Segment[] }) => string
  /** Returns a paragraph; `indent` replaces the indent of its style. The mark of a deleted or inserted paragraph is tracked too. */
  paragraph: (style: string, presence: Presence, language: string, runs: string, indent?: number) => string
}

/** Returns a reviser that numbers its changes from 1. */
export function reviser({ author, on }: Revision): Reviser {
  let id = 0
  const mark = (presence: Presence, inner = ''): string => {
    if (presence === 'both') return inner
    id += 1
    const date = on === undefined ? '' : ` w:date="${on}T00:00:00Z"`
    const name = presence === 'deleted' ? 'w:del' : 'w:ins'
    const open = `<${name} w:id="${id}" w:author="${escapeXml(author)}"${date}`
    return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`
  }
  const runs = (segments: readonly Segment[], language: string) =>
    segments
      .map(({ kind, words }) => mark(kind === 'same' ? 'both' : kind, run(words, language, kind === 'deleted')))
      .join('')
  const line: Reviser['line'] = ({ name, language, segments }) => {
    if (name === null) return runs(segments, language)
    const only = onlyKind(segments)
    return runs([{ kind: only === 'both' ? 'same' : only, words: `${name}: ` }], 'en') + runs(segments, language)
  }
  const paragraph = (style: string, presence: Presence, language: string, inner: string, indent?: number) => {
    const bidi = direction(language) === '' ? '' : '<w:bidi/>'
    const from = indent === undefined ? '' : `<w:ind w:left="${indent}" w:firstLine="0"/>`
    const own = presence === 'both' ? '' : `<w:rPr>${mark(presence)}</w:rPr>`
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${bidi}${from}${own}</w:pPr>${inner}</w:p>`
  }
  return { mark, runs, line, paragraph }
}

function run(words: string, language: string, deleted: boolean): string {
  const text = deleted ? 'w:delText' : 'w:t'
  const parts = words.split(/(\n|\t)/).filter((part) => part !== '')
  const inner = parts.map((part) => {
    if (part === '\n') return '<w:br/>'
    return part === '\t' ? '<w:tab/>' : `<${text} xml:space="preserve">${escapeXml(part)}</${text}>`
  })
  const rightToLeft = direction(language) !== ''
  const properties = rightToLeft
    ? `<w:rtl/><w:lang w:bidi="${escapeXml(language)}"/>`
    : `<w:lang w:val="${escapeXml(language)}"/>`
  return `<w:r><w:rPr>${properties}</w:rPr>${inner.join('')}</w:r>`
}
