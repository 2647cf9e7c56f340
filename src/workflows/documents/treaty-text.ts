import { listDocuments, type ParsedFile, readDocument, readRules, readTreatyWords } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { checkDocument } from '../../text/index.ts'
import type { Document, Entry, Finding, RuleLevels } from '../../treaty/index.ts'

/** All documents of a treaty, and the severities set for rules: what a check of one document needs. */
export interface TreatyText {
  documents: ReadonlyMap<string, Document>
  /** The files of these documents, for the positions of findings. */
  files: ReadonlyMap<string, ParsedFile<'document'>>
  levels: RuleLevels
  /** The text of the treaty outside these documents, if the repository has it. */
  body?: string
}

/** Reads the documents. One that cannot be read is only in `files`, with its findings. */
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

/** Returns the findings of the rules in one document, as `annex validate` reports them. */
export function textFindings(id: string, document: Document, { documents, levels, body }: TreatyText): Finding[] {
  const others = [...documents].filter(([other]) => other !== id).map(([, other]) => other)
  return checkDocument(document, others, { levels, ...(body !== undefined && { body }) })
}

/** Returns the findings in a document that it did not have before. */
export function newFindings(id: string, before: TreatyText, after: TreatyText): Finding[] {
  const [old, now] = [before.documents.get(id), after.documents.get(id)]
  if (now === undefined) return []
  const found = textFindings(id, now, after)
  if (old === undefined) return found
  const known = new Set(old.entries.map((entry) => entry.id))
  const earlier = new Set(textFindings(id, old, before).map((finding) => identityOfFinding(finding, old, known)))
  return found.filter((finding) => !earlier.has(identityOfFinding(finding, now, known)))
}

// The same for a finding at the same entry, also when the entry moved or has a new id.
function identityOfFinding({ rule, message, at }: Finding, { entries }: Document, known: ReadonlySet<string>): string {
  const [room, index, ...rest] = at?.path ?? []
  const entry = room === 'entries' ? entries[Number(index)] : undefined
  const place = entry === undefined ? (at?.path ?? []) : [identityOfEntry(entry, known), ...rest]
  return JSON.stringify([rule, message, place])
}

function identityOfEntry({ id, formerly = [] }: Entry, known: ReadonlySet<string>): string {
  return known.has(id) ? id : (formerly.find((former) => known.has(former)) ?? id)
}
