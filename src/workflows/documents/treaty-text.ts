import { listDocuments, type ParsedFile, readDocument, readRules, readTreatyWords } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { checkDocument } from '../../text/index.ts'
import type { Document, Entry, Finding, RuleLevels } from '../../treaty/index.ts'

/** All documents of a treaty, and the levels set for rules: what each document is judged beside. */
export interface TreatyText {
  documents: ReadonlyMap<string, Document>
  /** The same documents as files, to point findings into. */
  files: ReadonlyMap<string, ParsedFile<'document'>>
  levels: RuleLevels
  /** The treaty's own words outside these documents, where the repository keeps them. */
  body?: string
}

/** Reads the documents that can be read; a file that cannot has findings of its own. */
export async function readTreatyText(snapshot: Snapshot): Promise<TreatyText> {
  const ids = await listDocuments(snapshot)
  const parsed = await Promise.all(
    ids.map(async (id): Promise<[string, ParsedFile<'document'>]> => [id, await readDocument(snapshot, id)]),
  )
  const documents = parsed.flatMap(([id, { data }]): [string, Document][] => (data === null ? [] : [[id, data]]))
  const { data: rules } = await readRules(snapshot)
  const body = await readTreatyWords(snapshot)
  const levels = rules?.levels ?? {}
  return { documents: new Map(documents), files: new Map(parsed), levels, ...(body !== undefined && { body }) }
}

/** What the rules find in one document, as `annex validate` does: beside the others, at the levels set. */
export function textFindings(id: string, document: Document, { documents, levels, body }: TreatyText): Finding[] {
  const others = [...documents].filter(([other]) => other !== id).map(([, other]) => other)
  return checkDocument(document, others, { levels, ...(body !== undefined && { body }) })
}

/** What the rules find in a document now that they did not find in it before. */
export function findingsBrought(id: string, before: TreatyText, after: TreatyText): Finding[] {
  const [old, now] = [before.documents.get(id), after.documents.get(id)]
  if (now === undefined) return []
  const found = textFindings(id, now, after)
  if (old === undefined) return found
  const known = new Set(old.entries.map((entry) => entry.id))
  const stood = new Set(textFindings(id, old, before).map((finding) => essenceOf(finding, old, known)))
  return found.filter((finding) => !stood.has(essenceOf(finding, now, known)))
}

// The same finding at the same entry, wherever the entry stands now and whatever it is called.
function essenceOf({ rule, message, at }: Finding, { entries }: Document, known: ReadonlySet<string>): string {
  const [room, index, ...rest] = at?.path ?? []
  const entry = room === 'entries' ? entries[Number(index)] : undefined
  const place = entry === undefined ? (at?.path ?? []) : [identityOf(entry, known), ...rest]
  return JSON.stringify([rule, message, place])
}

function identityOf({ id, formerly = [] }: Entry, known: ReadonlySet<string>): string {
  return known.has(id) ? id : (formerly.find((former) => known.has(former)) ?? id)
}
