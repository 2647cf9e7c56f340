import type { CalendarDay, Segment } from '../../../treaty/index.ts'
import { escapeXml } from '../../escape.ts'
import { direction } from '../html/page.ts'

/** Who is named as the author of tracked changes, and on which day; without a day, Word shows none. */
export interface Revision {
  author: string
  on?: CalendarDay
}

/** What became of a paragraph, a row or words. */
export type Presence = 'both' | 'deleted' | 'inserted'

/** Whether all the words of a line came or all went; what holds any that stay, stays. */
export function onlyKind(segments: readonly Segment[]): Presence {
  const kinds = new Set(segments.map(({ kind }) => kind))
  const [kind] = kinds
  return kinds.size === 1 && kind !== undefined && kind !== 'same' ? kind : 'both'
}

/** A line of an entry that stays may itself come or go, as where a language is added. */
export function linePresence(presence: Presence, { segments }: { segments: readonly Segment[] }): Presence {
  return presence === 'both' ? onlyKind(segments) : presence
}

/**
 * What becomes of the paragraph marks of lines behind which a table or the end of a cell follows. The last mark there can neither
 * come nor go: where the last lines do, it is the mark before each of them that goes with it.
 */
export function marksBeforeAnEnd(lines: readonly { segments: readonly Segment[] }[]): Presence[] {
  const own = lines.map(({ segments }) => onlyKind(segments))
  const stays = own.lastIndexOf('both')
  return own.map((presence, index) => {
    if (index === own.length - 1) return 'both'
    return stays === -1 || index < stays ? presence : (own[index + 1] ?? 'both')
  })
}

/** A number and what parts it from the words behind it, which comes and goes with it. */
export function numberMark(number: readonly Segment[], parting: ' ' | '\t'): Segment[] {
  const only = onlyKind(number)
  return number.length === 0 ? [] : [...number, { kind: only === 'both' ? 'same' : only, words: parting }]
}

/** Writes tracked changes, each with an id of its own (ECMA-376, Part 1, 17.13.5). */
export interface Reviser {
  /** `w:ins` or `w:del` with these attributes, empty or around `inner`. */
  mark: (presence: Presence, inner?: string) => string
  /** Words with their tracked changes, as runs. */
  runs: (segments: readonly Segment[], language: string) => string
  /** A line's words, its field's name before them where it has one. */
  line: (line: { name: string | null; language: string; segments: readonly Segment[] }) => string
  /** A paragraph, of which each line may begin at an indent instead of its style's; deleted or inserted, its mark goes with it. */
  paragraph: (style: string, presence: Presence, language: string, runs: string, indent?: number) => string
}

/** A reviser that numbers its changes from 1. */
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
