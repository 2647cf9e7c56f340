import { itemNames } from '../canonical/anchors.ts'
import { type Comments, commentsOf, NO_COMMENTS } from '../canonical/comments.ts'
import { type FileKind, MAIN_LIST } from '../source.ts'
import { decode } from './decode.ts'
import { readYaml } from './read-yaml.ts'
import { readQuickly } from './reading.ts'
import { sliceAt } from './slices.ts'

/** The comments of a file and what they speak of; none where it cannot be read. */
export function commentsIn(kind: FileKind, bytes: Uint8Array): Comments {
  const decoded = decode(bytes)
  if ('finding' in decoded || !decoded.text.includes('#')) return NO_COMMENTS
  const text = withoutItemsWithoutComments(kind, decoded.text) ?? decoded.text
  const [first] = readYaml(text).documents
  if (first === undefined || first.findings.length > 0 || first.document.contents === null) return NO_COMMENTS
  return commentsOf(text, first.document.contents, first.document.toJS({ maxAliasCount: 0 }))
}

/**
 * The text without the items of its main list that no comment stands in or speaks of: what is left has the same comments,
 * and is short enough for the yaml package. The first item stays, and each behind a # stays, since comments speak of what
 * comes next.
 * @returns undefined where the text must be read whole, also where items are told apart by where they stand
 */
function withoutItemsWithoutComments(kind: FileKind, text: string): string | undefined {
  const list = MAIN_LIST[kind]
  const sliced = list === undefined ? undefined : sliceAt(text, list)
  if (list === undefined || sliced === undefined || !areNamed(listIn(readQuickly(kind, text)?.value, list))) {
    return undefined
  }
  const kept = sliced.items.filter(
    (item, index) => index === 0 || item.text.includes('#') || sliced.items[index - 1]?.text.includes('#'),
  )
  return sliced.header + kept.map((item) => item.text).join('')
}

function listIn(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? Object.entries(value).find(([name]) => name === key)?.[1] : null
}

/** Whether each item is known by a name of its own, wherever it stands. */
function areNamed(items: unknown): boolean {
  return Array.isArray(items) && itemNames(items).every((name) => !name.includes('#'))
}
