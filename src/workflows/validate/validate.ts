import { locateFindings, type ParsedFile, parseFile, parseScenarios, readTreatyWords } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { chosenReadings } from '../../law/index.ts'
import { type CheckOptions, checkDocument, checkRuleLevels } from '../../text/index.ts'
import { AnnexError, type Document, type Finding, type RuleLevels } from '../../treaty/index.ts'
import { fileKind, isAnnexFile, isOutOfPlace, isWithin } from '../record/record-paths.ts'
import { missingFiles, nameFindings, outOfPlace } from './file-findings.ts'
import { recordFindings, rectifiedFiles } from './record-findings.ts'

/** Receives the progress of long work: steps done, steps in total. */
export type ReportProgress = (done: number, total: number) => void

/** The findings, and the files that were checked. */
export interface Validated {
  findings: Finding[]
  files: string[]
}

/**
 * Checks everything under annexes/: the files by their schemas and paths, the record by the law, the words by the rules.
 * @throws AnnexError not-found where annexes/ is empty
 */
export async function validateAll(snapshot: Snapshot, report: ReportProgress = () => {}): Promise<Validated> {
  const all = await snapshot.listFiles('annexes')
  if (all.length === 0) throw noFiles('annexes/')
  const files = all.filter(isAnnexFile)
  const parsed = await parseEach(snapshot, files, report)
  const documents = parsed.flatMap((file) => (file.kind === 'document' ? (file.data ?? []) : []))
  const body = await readTreatyWords(snapshot)
  const options = { levels: levelsIn(parsed), ...(body !== undefined && { body }) }
  const rectified = rectifiedFiles(parsed)
  const unrectified = parsed.filter(({ file }) => !rectified.has(file))
  const outOfPlaceFiles = all.filter(isOutOfPlace)
  return {
    files: [...files, ...outOfPlaceFiles],
    findings: [
      ...missingFiles(files),
      ...(await Promise.all(outOfPlaceFiles.map((file) => misplaced(snapshot, file)))),
      ...unrectified.flatMap(nameFindings),
      ...unrectified.flatMap((file) => fileFindings(file, documents, options)),
      ...recordFindings(parsed),
    ],
  }
}

/**
 * Checks everything under annexes/, and returns the findings in some files and folders.
 * @param named their paths; the empty path is the folder that contains annexes/
 * @throws AnnexError not-found where none of them has files
 */
export async function validateWithin(
  snapshot: Snapshot,
  named: readonly string[],
  report?: ReportProgress,
): Promise<Validated> {
  const { files, findings } = await validateAll(snapshot, report)
  const own = files.filter((file) => isWithin(file, named))
  if (own.length === 0) throw noFiles(named.join(', '))
  return { files: own, findings: findings.filter(({ at }) => at?.file !== undefined && isWithin(at.file, named)) }
}

function noFiles(folder: string): AnnexError {
  const remedy = 'name another revision or folder, or create a repository with annex init DIR'
  return new AnnexError('not-found', `no files to validate in ${folder}`, remedy)
}

async function misplaced(snapshot: Snapshot, file: string): Promise<Finding> {
  return outOfPlace(file, fileKind(file, await readRequired(snapshot, file)))
}

/**
 * Checks single files. The rules of the law need a whole record and are left out; the severities that a repository sets apply to
 * each of its files.
 * @param rulesFor returns the rules.yaml for a file; undefined for a file outside any repository
 * @throws AnnexError not-found
 */
export async function validateFiles(
  snapshot: Snapshot,
  files: readonly string[],
  rulesFor: (file: string) => string | undefined = () => undefined,
): Promise<Validated> {
  // Joined at the end: a spread of very many findings into push() would overflow the stack.
  const findings: Finding[][] = []
  for (const file of files) {
    const bytes = await readRequired(snapshot, file)
    if (fileKind(file, bytes) === 'scenario') {
      findings.push(parseScenarios({ file, bytes }).flatMap((scenario) => scenario.findings))
      continue
    }
    const parsed = parseFile(fileKind(file, bytes), { file, bytes })
    findings.push(fileFindings(parsed, [], { levels: await levelsAt(snapshot, rulesFor(file)) }))
  }
  return { findings: findings.flat(), files: [...files] }
}

function parseEach(snapshot: Snapshot, files: readonly string[], report: ReportProgress): Promise<ParsedFile[]> {
  let done = 0
  return Promise.all(
    files.map(async (file) => {
      const parsed = await parseOne(snapshot, file)
      report(++done, files.length)
      return parsed
    }),
  )
}

async function parseOne(snapshot: Snapshot, file: string): Promise<ParsedFile> {
  const bytes = await readRequired(snapshot, file)
  return parseFile(fileKind(file, bytes), { file, bytes })
}

async function readRequired(snapshot: Snapshot, file: string): Promise<Uint8Array> {
  const bytes = await snapshot.readFile(file)
  if (bytes !== null) return bytes
  throw new AnnexError(
    'not-found',
    `file ${file} not found`,
    'check the path, or leave it out to validate all of annexes/',
  )
}

async function levelsAt(snapshot: Snapshot, path: string | undefined): Promise<RuleLevels> {
  const bytes = path === undefined ? null : await snapshot.readFile(path)
  return path === undefined || bytes === null ? {} : levelsIn([parseFile('rules', { file: path, bytes })])
}

/** Returns the severities that a repository sets; other rules keep their own. */
function levelsIn(parsed: readonly ParsedFile[]): RuleLevels {
  return parsed.find((file) => file.kind === 'rules')?.data?.levels ?? {}
}

/** @param documents the documents of the treaty; empty where only this file is checked */
function fileFindings(file: ParsedFile, documents: readonly Document[], options: CheckOptions = {}): Finding[] {
  return [...file.findings, ...locateFindings(contentFindings(file, documents, options), file)]
}

function contentFindings(file: ParsedFile, documents: readonly Document[], options: CheckOptions): Finding[] {
  if (file.data === null) return []
  if (file.kind === 'rules') return checkRuleLevels(file.data.levels)
  if (file.kind === 'readings') return chosenReadings(file.data.readings).findings
  if (file.kind !== 'document') return []
  const { data: document } = file
  const others = documents.filter((other) => other !== document)
  return checkDocument(document, others, options)
}
