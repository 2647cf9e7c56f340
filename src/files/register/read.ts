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

/** The register of Parties; an empty one where there is no file yet. */
export async function readParties(snapshot: Snapshot): Promise<ParsedFile<'parties'>> {
  return (await readKind(snapshot, 'parties', partiesPath)) ?? nothingYet('parties', partiesPath, { parties: [] })
}

/** The readings chosen; none where there is no file. */
export async function readReadings(snapshot: Snapshot): Promise<ParsedFile<'readings'>> {
  return (await readKind(snapshot, 'readings', readingsPath)) ?? nothingYet('readings', readingsPath, { readings: {} })
}

/** The levels set for rules; none where there is no file. */
export async function readRules(snapshot: Snapshot): Promise<ParsedFile<'rules'>> {
  return (await readKind(snapshot, 'rules', rulesPath)) ?? nothingYet('rules', rulesPath, { levels: {} })
}

/** The treaty's own words outside the documents kept; undefined where the repository does not keep them as UTF-8 text. */
export async function readTreatyWords(snapshot: Snapshot): Promise<string | undefined> {
  const bytes = await snapshot.readFile(treatyWordsPath)
  const decoded = bytes === null ? undefined : decode(bytes)
  return decoded !== undefined && 'text' in decoded ? decoded.text : undefined
}

/**
 * One document. Where there is none, `data` is null and a finding says so.
 * @param cache items of other versions of it, which are not parsed again
 */
export async function readDocument(snapshot: Snapshot, id: string, cache?: ItemCache): Promise<ParsedFile<'document'>> {
  const path = documentPath(id)
  return (await readKind(snapshot, 'document', path, cache)) ?? missing('document', path)
}

/** One proposal. Where there is none, `data` is null and a finding says so. */
export async function readProposal(snapshot: Snapshot, id: string): Promise<ParsedFile<'proposal'>> {
  const path = proposalPath(id)
  return (await readKind(snapshot, 'proposal', path)) ?? missing('proposal', path)
}

/** The ids of the documents kept, sorted. */
export async function listDocuments(snapshot: Snapshot): Promise<string[]> {
  const names = (await snapshot.listFiles('annexes')).map((path) => /^annexes\/([^/]+)\.yaml$/.exec(path)?.[1] ?? '')
  return names.filter(isDocumentId)
}

/** The ids of the proposals recorded, sorted. */
export async function listProposals(snapshot: Snapshot): Promise<string[]> {
  const files = await snapshot.listFiles(proposalsFolder)
  const ids = files.map((path) => /^annexes\/proposals\/([^/]+)\/proposal\.yaml$/.exec(path)?.[1] ?? '')
  return ids.filter(isSlug).sort()
}

/** Reads a file of a kind; null where there is none. */
export async function readKind<K extends FileKind>(
  snapshot: Snapshot,
  kind: K,
  file: string,
  cache?: ItemCache,
): Promise<ParsedFile<K> | null> {
  const bytes = await snapshot.readFile(file)
  return bytes === null ? null : parseFile(kind, { file, bytes }, cache)
}

function nothingYet<K extends FileKind>(kind: K, file: string, data: DataOf<K>): ParsedFile<K> {
  return { file, kind, data, findings: [], locate: () => undefined }
}

function missing<K extends FileKind>(kind: K, file: string): ParsedFile<K> {
  const finding: Finding = {
    rule: 'schema/missing',
    level: 'error',
    message: `There is no file ${file}`,
    hint: 'Check the name; it may stand on another branch.',
    at: { file },
  }
  return { file, kind, data: null, findings: [finding], locate: () => undefined }
}
