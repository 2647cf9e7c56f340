import {
  documentPath,
  type FileKind,
  locateFindings,
  type ParsedFile,
  partiesPath,
  proposalPath,
} from '../../files/index.ts'
import type { EventRecord, Finding } from '../../treaty/index.ts'
import { CONVENTION_DOCUMENTS } from '../record/record-paths.ts'

/** Where a finding about a whole file points: hosts put it on a line, or show it nowhere. */
export const FIRST_LINE = { line: 1, column: 1, endLine: 1, endColumn: 1 }

const PLACES: Readonly<Record<FileKind, string>> = {
  document: 'annexes/<id>.yaml',
  parties: partiesPath,
  proposal: 'annexes/proposals/<id>/proposal.yaml',
  event: 'annexes/proposals/<id>/events/<date>-<event>-<party>.yaml',
  readings: 'annexes/readings.yaml',
  rules: 'annexes/rules.yaml',
  scenario: 'a folder outside of annexes/',
}

/** What is said of a file that looks like one of the program's and lies where none is read. */
export function outOfPlace(file: string, kind: FileKind): Finding {
  return {
    rule: 'schema/unexpected-file',
    level: 'error',
    message: 'No command reads a file at this place: what it records would count for nothing',
    hint: `Move it to ${PLACES[kind]}, if that is what it is; or out of annexes/`,
    at: { file, position: FIRST_LINE },
  }
}

/**
 * Files that must be there beside those that are: the Convention's three documents beside a register of its Parties, and
 * a proposal beside its events.
 */
export function missingFiles(files: readonly string[]): Finding[] {
  const there = new Set(files)
  const documents = there.has(partiesPath) ? CONVENTION_DOCUMENTS.map((id) => documentPath(id)) : []
  const proposals = new Set(files.flatMap((file) => /^annexes\/proposals\/([^/]+)\/events\//.exec(file)?.[1] ?? []))
  return [...documents, ...[...proposals].map((id) => proposalPath(id))]
    .filter((file) => !there.has(file))
    .map((file) => ({
      rule: 'schema/missing',
      level: 'error',
      message: `There is no file ${file}`,
      hint: `Restore it from the last commit that has it: git log -- ${file}`,
      at: { file },
    }))
}

/** Where a file's name says something else than the file itself. */
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
  if (data[key] === id) return []
  const finding: Finding = {
    rule: 'schema/file-name',
    level: 'error',
    message: `The file is that of the ${key} ${id} by its path, and says that it is ${data[key]}`,
    hint: 'Correct the one that is wrong: it is found by its path',
    at: { path: [key] },
  }
  return locateFindings([finding], parsed)
}

function eventName(parsed: ParsedFile, name: string, { on, event, party }: EventRecord): Finding[] {
  const base = [on, event, ...(party === undefined ? [] : [party])].join('-')
  if (name === base || (name.startsWith(`${base}-`) && /^\d{1,6}$/.test(name.slice(base.length + 1)))) return []
  const finding: Finding = {
    rule: 'schema/event-file-name',
    level: 'warning',
    message: `The file is named ${name}, and the event in it is ${base}`,
    hint: 'Correct the one that is wrong: the event counts by what the file holds',
    at: { path: [] },
  }
  return locateFindings([finding], parsed)
}
