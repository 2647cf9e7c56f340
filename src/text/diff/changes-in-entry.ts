import type { Change, EditorialRemarks, Entry, EntryText, Reworded, RewordedPart, Slug } from '../../treaty/index.ts'
import type { Match } from './match-entries.ts'
import { sameValue } from './same-value.ts'

/** Returns what changed in one entry except its place: at most one change of each kind. */
export function changesInEntry(document: Slug, { before, after }: Match): Change[] {
  if (before === after) return []
  const changes: (Change | null)[] = [
    renamed(document, before, after),
    renumbered(document, before, after),
    reworded(document, before, after),
    factChanged(document, before, after),
    noteChanged(document, before, after),
  ]
  return changes.filter((change) => change !== null)
}

function renamed(document: Slug, before: Entry, after: Entry): Change | null {
  if (before.id === after.id) return null
  const change = { document, entry: after.id, kind: 'renamed' as const, before: before.id, after: after.id }
  if (sameValue(before.formerly, after.formerly)) return change
  return { ...change, formerly: { before: before.formerly ?? null, after: after.formerly ?? null } }
}

function renumbered(document: Slug, before: Entry, after: Entry): Change | null {
  if (before.number === after.number) return null
  return {
    document,
    entry: after.id,
    kind: 'renumbered',
    before: before.number ?? null,
    after: after.number ?? null,
  }
}

function reworded(document: Slug, before: Entry, after: Entry): Reworded | null {
  const parts = rewordedParts(before.text, after.text)
  const [first] = parts
  if (!first) return null
  const language = parts.every((part) => part.language === first.language) ? first.language : null
  return {
    document,
    entry: after.id,
    kind: 'reworded',
    field: 'text',
    language,
    before: joined(parts.map((part) => part.before)),
    after: joined(parts.map((part) => part.after)),
    parts,
  }
}

function joined(words: readonly (string | null)[]): string {
  return words.filter((each) => each !== null).join('\n')
}

/** Returns the fields and languages whose words differ, in the order of the later text. */
export function rewordedParts(before: EntryText, after: EntryText): RewordedPart[] {
  if (before === after) return []
  const parts: RewordedPart[] = []
  for (const field of keysOf(after, before)) {
    const was = before[field] ?? {}
    const is = after[field] ?? {}
    for (const language of keysOf(is, was)) {
      if (was[language] === is[language]) continue
      parts.push({ field, language, before: was[language] ?? null, after: is[language] ?? null })
    }
  }
  return parts
}

/** Returns the keys of one object, then those that only the other has. */
function keysOf(one: object, other: object): string[] {
  const keys = Object.keys(one)
  for (const key of Object.keys(other)) if (!Object.hasOwn(one, key)) keys.push(key)
  return keys
}

function factChanged(document: Slug, before: Entry, after: Entry): Change | null {
  if (sameValue(before.facts, after.facts)) return null
  return { document, entry: after.id, kind: 'fact', before: before.facts ?? null, after: after.facts ?? null }
}

// The earlier ids of a renamed entry are part of the renaming.
function noteChanged(document: Slug, before: Entry, after: Entry): Change | null {
  const withFormerIds = before.id === after.id
  if (before.note === after.note && before.formerly === after.formerly) return null
  const one = remarks(before, withFormerIds)
  const other = remarks(after, withFormerIds)
  if (sameValue(one, other)) return null
  return { document, entry: after.id, kind: 'note', before: one, after: other }
}

function remarks(entry: Entry, withFormerIds: boolean): EditorialRemarks {
  return {
    ...(entry.note === undefined ? {} : { note: entry.note }),
    ...(withFormerIds && entry.formerly !== undefined ? { formerly: entry.formerly } : {}),
  }
}
