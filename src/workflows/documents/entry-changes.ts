// The changes that the commands `annex entry` make to a document.
import { fieldsOf } from '../../text/index.ts'
import {
  AnnexError,
  type Change,
  type Document,
  type Entry,
  type EntryPlace,
  type EntryText,
  type Facts,
  type RewordedPart,
} from '../../treaty/index.ts'

/** The content of a new entry. */
export interface NewEntry {
  id: string
  /** Words by field; the key '' is the first field of the document's entries. */
  words: Readonly<Record<string, string>>
  language: string
  number?: string
  section?: string
  /** Insert after this entry; null inserts first; default: after the last. */
  after?: string | null
  facts?: Facts
}

/** Adds an entry. @throws AnnexError already-exists, not-found for the section or entry, usage for fields its entries do not have */
export function addEntry(document: Document, wanted: NewEntry): Change[] {
  if (document.entries.some((entry) => entry.id === wanted.id)) {
    throw new AnnexError(
      'already-exists',
      `${document.document} already has an entry "${wanted.id}"`,
      'choose another id',
    )
  }
  const last = document.entries.filter((entry) => entry.section === wanted.section).at(-1) ?? document.entries.at(-1)
  const after = wanted.after === undefined ? (last?.id ?? null) : wanted.after
  if (after !== null) entryOf(document, after)
  checkSection(document, wanted.section)
  checkFacts(document, wanted.facts)
  const section = wanted.section ?? document.entries.find((entry) => entry.id === after)?.section
  const number = wanted.number ?? nextNumber(document)
  const entry: Entry = {
    id: wanted.id,
    ...(number === undefined ? {} : { number }),
    ...(section === undefined ? {} : { section }),
    text: textOf(document, wanted),
    ...(wanted.facts === undefined ? {} : { facts: wanted.facts }),
  }
  const place: EntryPlace = { ...(section === undefined ? {} : { section }), after }
  return [{ document: document.document, entry: wanted.id, kind: 'added', before: null, after: entry, place }]
}

/** Removes an entry. @throws AnnexError not-found */
export function removeEntry(document: Document, id: string): Change[] {
  const before = entryOf(document, id)
  return [
    { document: document.document, entry: id, kind: 'removed', before, after: null, place: placeOf(document, id) },
  ]
}

/**
 * Rewords an entry: new words by field (the key '' is the first field), in one language.
 * @throws AnnexError not-found, usage where it has these words already
 */
export function rewordEntry(
  document: Document,
  id: string,
  words: Readonly<Record<string, string>>,
  language: string,
): Change[] {
  const { text } = entryOf(document, id)
  const parts: RewordedPart[] = Object.entries(words)
    .map(([name, after]) => {
      const field = fieldNamed(document, name)
      return { field, language, before: text[field]?.[language] ?? null, after }
    })
    .filter((part) => part.before !== part.after)
  if (parts.length === 0) throw new AnnexError('usage', `"${id}" already has these words`, 'give other words')
  const joined = (side: 'before' | 'after') => parts.map((part) => part[side] ?? '').join('\n')
  return [
    {
      document: document.document,
      entry: id,
      kind: 'reworded',
      field: 'text',
      language,
      before: joined('before'),
      after: joined('after'),
      parts,
    },
  ]
}

/** Renumbers an entry. @param number null removes the number @throws AnnexError not-found */
export function renumberEntry(document: Document, id: string, number: string | null): Change[] {
  const before = entryOf(document, id).number ?? null
  return [{ document: document.document, entry: id, kind: 'renumbered', before, after: number }]
}

/**
 * Moves an entry.
 * @param after the entry to move it after; null moves it first
 * @throws AnnexError not-found for the entry or the section, usage for the entry itself
 */
export function moveEntry(document: Document, id: string, after: string | null, section?: string): Change[] {
  entryOf(document, id)
  if (after !== null) entryOf(document, after)
  checkSection(document, section)
  if (after === id) throw new AnnexError('usage', `"${id}" cannot be moved after itself`, 'name another entry')
  const before = placeOf(document, id)
  const into = section ?? (after === null ? before.section : entryOf(document, after).section)
  return [
    {
      document: document.document,
      entry: id,
      kind: 'moved',
      before,
      after: { ...(into === undefined ? {} : { section: into }), after },
    },
  ]
}

/** Gives an entry a new id. @throws AnnexError not-found, already-exists */
export function renameEntry(document: Document, id: string, name: string): Change[] {
  const { formerly = null } = entryOf(document, id)
  if (document.entries.some((entry) => entry.id === name)) {
    throw new AnnexError('already-exists', `${document.document} already has an entry "${name}"`, 'choose another id')
  }
  const names = { before: formerly, after: [...(formerly ?? []).filter((former) => former !== name), id] }
  return [{ document: document.document, entry: name, kind: 'renamed', before: id, after: name, formerly: names }]
}

function entryOf(document: Document, id: string): Entry {
  const entry = document.entries.find((candidate) => candidate.id === id)
  if (entry !== undefined) return entry
  throw new AnnexError(
    'not-found',
    `${document.document} has no entry "${id}"`,
    `annex show ${document.document} --json lists the ids`,
  )
}

function checkSection({ document, sections = [] }: Document, wanted: string | undefined): void {
  if (wanted === undefined || sections.some(({ id }) => id === wanted)) return
  const known = sections.map(({ id }) => id).join(', ')
  const remedy = known === '' ? 'leave out --section' : `choose among ${known}`
  throw new AnnexError('not-found', `${document} has no section "${wanted}"`, remedy)
}

// Of the Convention's three documents, only annex-1 lists instruments. Other documents may have facts.
function checkFacts({ document }: Document, facts: Facts | undefined): void {
  if (facts === undefined || document === 'annex-1' || fieldsOf(document) === undefined) return
  throw new AnnexError(
    'usage',
    `the entries of ${document} cannot have facts`,
    'remove --done-at, --done-on, --in-force, --scope, --official-title and --source',
  )
}

/** Returns the field with this name; the first field for ''. */
function fieldNamed(document: Document, name: string): string {
  if (name === '') return firstField(document)
  const fields = fieldsOf(document.document)
  if (fields === undefined || fields.includes(name)) return name
  const remedy = `choose among ${fields.join(', ')}`
  throw new AnnexError('usage', `the entries of ${document.document} have no field "${name}"`, remedy)
}

function placeOf(document: Document, id: string): EntryPlace {
  const index = document.entries.findIndex((entry) => entry.id === id)
  const section = document.entries[index]?.section
  return { ...(section === undefined ? {} : { section }), after: document.entries[index - 1]?.id ?? null }
}

/** Returns the first field of an entry: `title` in annex-1, `name` in the technical annex, `term` in article-4. */
function firstField(document: Document): string {
  return Object.keys(document.entries[0]?.text ?? {})[0] ?? 'title'
}

function textOf(document: Document, { words, language }: NewEntry): EntryText {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [fieldNamed(document, name), { [language]: value }]),
  )
}

// Returns one more than the highest number; undefined if entries have no numbers.
function nextNumber(document: Document): string | undefined {
  const numbers = document.entries.flatMap(({ number }) => (number === undefined ? [] : [Number.parseInt(number, 10)]))
  return numbers.length === 0 ? undefined : String(Math.max(...numbers) + 1)
}
