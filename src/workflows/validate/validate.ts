import { locateFindings, type ParsedFile, parseFile, parseScenarios, readTreatyWords } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { chosenReadings } from '../../law/index.ts'
import { type CheckOptions, checkDocument, checkRuleLevels } from '../../text/index.ts'
import { AnnexError, type Document, type Finding, type RuleLevels } from '../../treaty/index.ts'
import { fileKind, isAnnexFile, isOutOfPlace, isWithin } from '../record/record-paths.ts'
import type { TellProgress } from '../sync/tell-progress.ts'
import { missingFiles, nameFindings, outOfPlace } from './file-findings.ts'
import { recordFindings } from './record-findings.ts'

/** What was found, and in which files it was looked for. */
export interface Validated {
  findings: Finding[]
  files: string[]
}

/**
 * Judges everything under annexes/: the files by their schemas and places, the record by the law, the words by the rules.
 * @throws AnnexError not-found where annexes/ holds nothing
 */
export async function validateAll(snapshot: Snapshot, tell: TellProgress = () => {}): Promise<Validated> {
  const all = await snapshot.listFiles('annexes')
  if (all.length === 0) throw nothingToJudge('annexes/')
  const files = all.filter(isAnnexFile)
  const parsed = await parseEach(snapshot, files, tell)
  const documents = parsed.flatMap((file) => (file.kind === 'document' ? (file.data ?? []) : []))
  const body = await readTreatyWords(snapshot)
  const options = { levels: levelsIn(parsed), ...(body !== undefined && { body }) }
  const votesNotCounted = all.filter(isOutOfPlace)
  return {
    files: [...files, ...votesNotCounted],
    findings: [
      ...missingFiles(files),
      ...(await Promise.all(votesNotCounted.map((file) => misplaced(snapshot, file)))),
      ...parsed.flatMap(nameFindings),
      ...parsed.flatMap((file) => fileFindings(file, documents, options)),
      ...recordFindings(parsed),
    ],
  }
}

/**
 * Judges all of it, and tells what was found in some of its files and folders.
 * @param named their paths; the empty path is the folder that holds annexes/
 * @throws AnnexError not-found where there are none
 */
export async function validateWithin(
  snapshot: Snapshot,
  named: readonly string[],
  tell?: TellProgress,
): Promise<Validated> {
  const { files, findings } = await validateAll(snapshot, tell)
  const own = files.filter((file) => isWithin(file, named))
  if (own.length === 0) throw nothingToJudge(named.join(', '))
  return { files: own, findings: findings.filter(({ at }) => at?.file !== undefined && isWithin(at.file, named)) }
}

function nothingToJudge(folder: string): AnnexError {
  const remedy = 'name a revision or a folder that has some, or make a repository with annex init DIR'
  return new AnnexError('not-found', `there are no files to judge in ${folder}`, remedy)
}

async function misplaced(snapshot: Snapshot, file: string): Promise<Finding> {
  return outOfPlace(file, fileKind(file, await readRequired(snapshot, file)))
}

/**
 * Judges some files by themselves. The law's rules do not apply to a file that is no part of a record; the levels that a
 * repository sets hold for each file in it.
 * @param rulesFor the rules.yaml of the repository that a file lies in; undefined where it lies in none
 * @throws AnnexError not-found
 */
export async function validateFiles(
  snapshot: Snapshot,
  files: readonly string[],
  rulesFor: (file: string) => string | undefined = () => undefined,
): Promise<Validated> {
  const findings: Finding[] = []
  for (const file of files) {
    const bytes = await readRequired(snapshot, file)
    if (fileKind(file, bytes) === 'scenario') {
      for (const scenario of parseScenarios({ file, bytes })) findings.push(...scenario.findings)
      continue
    }
    const parsed = parseFile(fileKind(file, bytes), { file, bytes })
    findings.push(...fileFindings(parsed, [], { levels: await levelsAt(snapshot, rulesFor(file)) }))
  }
  return { findings, files: [...files] }
}

function parseEach(snapshot: Snapshot, files: readonly string[], tell: TellProgress): Promise<ParsedFile[]> {
  let done = 0
  return Promise.all(
    files.map(async (file) => {
      const parsed = await parseOne(snapshot, file)
      tell(++done, files.length)
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
    `there is no file ${file}`,
    'check the path, or leave it out to validate all of annexes/',
  )
}

async function levelsAt(snapshot: Snapshot, path: string | undefined): Promise<RuleLevels> {
  const bytes = path === undefined ? null : await snapshot.readFile(path)
  return path === undefined || bytes === null ? {} : levelsIn([parseFile('rules', { file: path, bytes })])
}

/** How grave a rule's findings are, as a repository sets it; a rule that it does not name keeps its own level. */
function levelsIn(parsed: readonly ParsedFile[]): RuleLevels {
  return parsed.find((file) => file.kind === 'rules')?.data?.levels ?? {}
}

/** @param documents the documents of the treaty; without the file's own document where only that file is judged */
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
