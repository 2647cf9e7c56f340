import {
  documentPath,
  type FileKind,
  locateFindings,
  missingFile,
  type ParsedFile,
  partiesPath,
  policyPath,
  proposalPath,
} from '../../files/index.ts'
import { type EventRecord, type Finding, isDeviceName } from '../../treaty/index.ts'
import { CONVENTION_DOCUMENTS } from '../record/record-paths.ts'

/** The position of a finding on a whole file: hosts of pull requests show only findings with a line. */
export const FIRST_LINE = { line: 1, column: 1, endLine: 1, endColumn: 1 }

/** Where files of each kind belong. */
const PLACES: Readonly<Record<FileKind, string>> = {
  document: 'annexes/<id>.yaml',
  parties: partiesPath,
  proposal: 'annexes/proposals/<id>/proposal.yaml',
  event: 'annexes/proposals/<id>/events/<date>-<event>-<party>.yaml',
  readings: 'annexes/readings.yaml',
  rules: 'annexes/rules.yaml',
  policy: policyPath,
  approval: 'annexes/register/approvals/<act>-<address>.yaml',
  scenario: 'a folder outside annexes/',
}

/** Returns the finding for a file of a known kind in a folder where no command reads it. */
export function outOfPlace(file: string, kind: FileKind): Finding {
  return {
    rule: 'schema/unexpected-file',
    level: 'error',
    message: 'No command reads files in this folder: what the file records has no effect',
    hint: `Move it to ${PLACES[kind]} if it is a ${kind} file; otherwise out of annexes/`,
    at: { file, position: FIRST_LINE },
  }
}

/**
 * Finds missing files: a register of Parties requires the Convention's three documents, and events require their proposal.
 */
export function missingFiles(files: readonly string[]): Finding[] {
  const existing = new Set(files)
  const documents = existing.has(partiesPath) ? CONVENTION_DOCUMENTS.map((id) => documentPath(id)) : []
  const proposals = new Set(files.flatMap((file) => /^annexes\/proposals\/([^/]+)\/events\//.exec(file)?.[1] ?? []))
  return [...documents, ...[...proposals].map((id) => proposalPath(id))]
    .filter((file) => !existing.has(file))
    .map((file) => missingFile(file, `Restore it from the last commit that has it: git log -- ${file}`))
}

/** Finds a file whose path disagrees with its content. */
export function nameFindings(parsed: ParsedFile): Finding[] {
  if (parsed.data === null) return []
  const names = parsed.file.split('/')
  const name = names.at(-1)?.replace(/\.yaml$/, '') ?? ''
  if (parsed.kind === 'document') return named(parsed, 'document', name, parsed.data)
  if (parsed.kind === 'proposal') return named(parsed, 'proposal', names.at(-2), parsed.data)
  return parsed.kind === 'event' ? eventName(parsed, name, parsed.data) : []
}

function named<Key extends 'document' | 'proposal'>(
  parsed: ParsedFile,
  key: Key,
  id: string | undefined,
  data: Readonly<Record<Key, string>>,
): Finding[] {
  const problem = nameProblem(key, id, data[key])
  if (problem === null) return []
  const finding: Finding = { rule: 'schema/file-name', level: 'error', at: { path: [key] }, ...problem }
  return locateFindings([finding], parsed)
}

function nameProblem(key: string, path: string | undefined, id: string): { message: string; hint: string } | null {
  if (id !== path) {
    const message = `The path names the ${key} ${path}, but the file names ${id}`
    return { message, hint: 'Correct the one that is wrong: the file is found by its path' }
  }
  if (!isDeviceName(id)) return null
  const message = `Windows reserves the name ${id}: the repository cannot be cloned there`
  return { message, hint: `Give the ${key} another id, for example ${id}-1` }
}

function eventName(parsed: ParsedFile, name: string, { on, event, party }: EventRecord): Finding[] {
  const base = [on, event, ...(party === undefined ? [] : [party])].join('-')
  if (name === base || (name.startsWith(`${base}-`) && /^\d{1,6}$/.test(name.slice(base.length + 1)))) return []
  const finding: Finding = {
    rule: 'schema/event-file-name',
    level: 'warning',
    message: `The file is named ${name}, but the event in it is ${base}`,
    hint: 'Correct the one that is wrong: the event counts by what the file holds',
    at: { path: [] },
  }
  return locateFindings([finding], parsed)
}
