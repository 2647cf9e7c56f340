import { type Finding, isSlug } from '../../treaty/index.ts'
import { parseFile } from '../parse-file.ts'

import type { DataOf, FileKind, ParsedFile, Snapshot } from '../source.ts'
import { decode } from '../yaml/decode.ts'
import type { ItemCache } from '../yaml/items.ts'
import {
  documentPath,
  isDocumentId,
  partiesPath,
  proposalPath,
  proposalsFolder,
  readingsPath,
  rulesPath,
  treatyWordsPath,
} from './paths.ts'

/** Reads the register of Parties; an empty one where the file does not exist. */
export async function readParties(snapshot: Snapshot): Promise<ParsedFile<'parties'>> {
  return (await readKind(snapshot, 'parties', partiesPath)) ?? withoutFile('parties', partiesPath, { parties: [] })
}

/** Reads the chosen readings; none where the file does not exist. */
export async function readReadings(snapshot: Snapshot): Promise<ParsedFile<'readings'>> {
  return (await readKind(snapshot, 'readings', readingsPath)) ?? withoutFile('readings', readingsPath, { readings: {} })
}

/** Reads the severities set for rules; none where the file does not exist. */
export async function readRules(snapshot: Snapshot): Promise<ParsedFile<'rules'>> {
  return (await readKind(snapshot, 'rules', rulesPath)) ?? withoutFile('rules', rulesPath, { levels: {} })
}

/** Reads the text of the treaty outside its documents; undefined if the repository has no such file in UTF-8. */
export async function readTreatyWords(snapshot: Snapshot): Promise<string | undefined> {
  const bytes = await snapshot.readFile(treatyWordsPath)
  const decoded = bytes === null ? undefined : decode(bytes)
  return decoded !== undefined && 'text' in decoded ? decoded.text : undefined
}

/**
 * Reads one document. Where it does not exist, `data` is null, with a finding.
 * @param cache items of other versions of it, which are not parsed again
 */
export async function readDocument(snapshot: Snapshot, id: string, cache?: ItemCache): Promise<ParsedFile<'document'>> {
  const path = documentPath(id)
  return (await readKind(snapshot, 'document', path, cache)) ?? missing('document', path)
}

/** Reads one proposal. Where it does not exist, `data` is null, with a finding. */
export async function readProposal(snapshot: Snapshot, id: string): Promise<ParsedFile<'proposal'>> {
  const path = proposalPath(id)
  return (await readKind(snapshot, 'proposal', path)) ?? missing('proposal', path)
}

/** Lists the ids of the documents, sorted. */
export async function listDocuments(snapshot: Snapshot): Promise<string[]> {
  const names = (await snapshot.listFiles('annexes')).map((path) => /^annexes\/([^/]+)\.yaml$/.exec(path)?.[1] ?? '')
  return names.filter(isDocumentId)
}

/** Lists the ids of the proposals, sorted. */
export async function listProposals(snapshot: Snapshot): Promise<string[]> {
  const files = await snapshot.listFiles(proposalsFolder)
  const ids = files.map((path) => /^annexes\/proposals\/([^/]+)\/proposal\.yaml$/.exec(path)?.[1] ?? '')
  return ids.filter(isSlug).sort()
}

/** Reads a file of a kind; null if it does not exist. */
async function readKind<K extends FileKind>(
  snapshot: Snapshot,
  kind: K,
  file: string,
  cache?: ItemCache,
): Promise<ParsedFile<K> | null> {
  const bytes = await snapshot.readFile(file)
  return bytes === null ? null : parseFile(kind, { file, bytes }, cache)
}

function withoutFile<K extends FileKind>(kind: K, file: string, data: DataOf<K>): ParsedFile<K> {
  return { file, kind, data, findings: [], locate: () => undefined }
}

function missing<K extends FileKind>(kind: K, file: string): ParsedFile<K> {
  const finding = missingFile(file, 'Check the name; the file may be on another branch')
  return { file, kind, data: null, findings: [finding], locate: () => undefined }
}

/** Returns the finding for a required file that does not exist. */
export function missingFile(file: string, hint: string): Finding {
  return { rule: 'schema/missing', level: 'error', message: `File ${file} not found`, hint, at: { file } }
}
