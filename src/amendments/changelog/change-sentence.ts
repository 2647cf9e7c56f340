import type { Change, ChangelogLine, Entry, EntryPlace, Slug } from '../../treaty/index.ts'

/** What each entry came to by these changes, one sentence an entry, in the order of the changes. */
export function changeSentences(changes: readonly Change[]): ChangelogLine[] {
  const byEntry = new Map<Slug | null, Change[]>()
  for (const change of changes) {
    const others = byEntry.get(change.entry)
    if (others) others.push(change)
    else byEntry.set(change.entry, [change])
  }
  const shifted = onlyRenumbered(byEntry)
  const lines = [...byEntry]
    .filter(([entry]) => !shifted.includes(entry))
    .map(([entry, all]) => ({ entry, kinds: all.map(({ kind }) => kind), says: sentence(all) }))
  return [...lines, ...shiftSentence(shifted, byEntry)]
}

function sentence(changes: readonly Change[]): string {
  const clauses = changes.map(clause)
  const all = clauses.length > 1 ? `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}` : (clauses[0] ?? '')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

function clause(change: Change): string {
  switch (change.kind) {
    case 'added':
      return `adds ${item(change.after)} “${name(change.after)}”`
    case 'removed':
      return `removes ${item(change.before)} “${name(change.before)}”`
    case 'renamed':
      return `renames ${change.before} to ${change.after}`
    case 'moved':
      return `moves ${change.entry} ${place(change.after)}`
    case 'renumbered':
      return `renumbers ${change.entry} from ${change.before ?? 'no number'} to ${change.after ?? 'no number'}`
    case 'reworded':
      return `rewords ${change.entry} (${[...new Set(change.parts.map(({ field }) => field))].join(', ')})`
    case 'fact':
      return `corrects editorial facts of ${change.entry}`
    case 'note':
      return `changes the editorial note of ${change.entry ?? change.document}`
    case 'title':
      return `retitles ${change.document}`
    case 'sections':
      return `changes the sections of ${change.document}`
  }
}

function item({ number }: Entry): string {
  return number === undefined ? 'the entry' : `item ${number},`
}

/** An entry's first words: its title, name or term. */
function name({ id, text }: Entry): string {
  const [first] = Object.values(text)
  return first?.en ?? Object.values(first ?? {})[0] ?? id
}

function place({ section, after }: EntryPlace): string {
  const at = after === null ? 'to the first place' : `behind ${after}`
  return section === undefined ? at : `${at} in ${section}`
}

/** Entries of which nothing changed but the number, where there are several: one sentence says it of all. */
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
  const says = `Renumbers ${shifted.length} entries, ${first} (${numbers(first)}) to ${last} (${numbers(last)}).`
  return [{ entry: null, kinds: ['renumbered'], says }]
}
