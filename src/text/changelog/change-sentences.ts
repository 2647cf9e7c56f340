import type { Change, ChangelogLine, Document, Redline, Slug } from '../../treaty/index.ts'
import { markChange } from '../diff/compare-documents.ts'
import { groupBy } from '../diff/group-by.ts'
import { type EntryNames, entryNames, nameOf } from './entry-names.ts'

/**
 * Describes changes in one sentence per entry, in the order of the changes, with a redline if words changed. If several entries
 * were only renumbered, one sentence describes them together.
 * @param before the document before the changes, for the numbers and titles that the sentences name
 */
export function changeSentences(changes: readonly Change[], before?: Document): ChangelogLine[] {
  const byEntry = groupBy(changes, ({ entry }) => entry)
  const names = entryNames(changes, before)
  const shifted = onlyRenumbered(byEntry)
  const lines = [...byEntry]
    .filter(([entry]) => !shifted.includes(entry))
    .map(([entry, all]): ChangelogLine => {
      const words = wordsOf(all)
      const line = { entry, kinds: all.map(({ kind }) => kind), says: sentence(all, names) }
      return words.length === 0 ? line : { ...line, words }
    })
  return [...lines, ...shiftSentence(shifted, byEntry)]
}

function wordsOf(changes: readonly Change[]): Redline[] {
  return changes.flatMap((change) => markChange(change).redlines)
}

function sentence(changes: readonly Change[], names: EntryNames): string {
  // The first clause names the entry, the others call it "it".
  const clauses = changes.map((change, index) => clause(change, index === 0 ? subject(change, names) : 'it', names))
  const all = joined(clauses)
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

function joined(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? ''
  if (clauses.length < 2) return last
  const others = clauses.slice(0, -1).join(', ')
  return `${others}${others.endsWith('”') ? ',' : ''} and ${last}`
}

function subject(change: Change, names: EntryNames): string {
  if (change.entry === null) return 'the document'
  return change.kind === 'added' ? nameOf(change.after) : names.entry(change.entry)
}

function clause(change: Change, name: string, names: EntryNames): string {
  // A title after the number is an apposition, so a comma follows it if the sentence goes on.
  const subject = name.startsWith('item ') ? `${name},` : name
  switch (change.kind) {
    case 'added':
      return `adds ${name}`
    case 'removed':
      return `removes ${name}`
    case 'renamed':
      return `renames ${subject} from ${change.before} to ${change.after}`
    case 'moved':
      return `moves ${subject} ${names.place(change.after)}`
    case 'renumbered':
      return `renumbers ${subject} from ${change.before ?? 'no number'} to ${change.after ?? 'no number'}`
    case 'reworded':
      return `rewords ${name} (${[...new Set(change.parts.map(({ field }) => field))].join(', ')})`
    case 'fact':
      return `corrects ${name === 'it' ? 'its editorial facts' : `editorial facts of ${name}`}`
    case 'note':
      return `changes ${name === 'it' ? 'its editorial note' : `the editorial note of ${name}`}`
    case 'title':
      return `retitles ${name}`
    case 'sections':
      return `changes ${name === 'it' ? 'its sections' : `the sections of ${name}`}`
  }
}

/** Returns the entries of which only the number changed, if there are several. */
function onlyRenumbered(byEntry: ReadonlyMap<Slug | null, Change[]>): (Slug | null)[] {
  const entries = [...byEntry]
    .filter(([, all]) => all.every(({ kind }) => kind === 'renumbered'))
    .map(([entry]) => entry)
  return entries.length > 1 ? entries : []
}

function shiftSentence(
  shifted: readonly (Slug | null)[],
  byEntry: ReadonlyMap<Slug | null, Change[]>,
): ChangelogLine[] {
  const [first, last] = [shifted[0], shifted.at(-1)]
  if (first === undefined || last === undefined) return []
  const numbers = (entry: Slug | null) => {
    const [change] = byEntry.get(entry) ?? []
    return change?.kind === 'renumbered' ? `${change.before ?? 'none'} to ${change.after ?? 'none'}` : ''
  }
  const says = `Renumbers ${shifted.length} entries, the first from ${numbers(first)}, the last from ${numbers(last)}.`
  return [{ entry: null, kinds: ['renumbered'], says }]
}
