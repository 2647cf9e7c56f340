import type { FileKind } from '../source.ts'

/** How deep in a repository a file of each kind lies; a scenario lies anywhere. */
const WAY_UP: Readonly<Record<FileKind, string | undefined>> = {
  document: '../',
  readings: '../',
  rules: '../',
  parties: '../../',
  proposal: '../../../',
  event: '../../../../',
  scenario: undefined,
}

const MODELINE = /^# yaml-language-server: \$schema=/

/** The schema of a file, as a path from the folder that it lies in; undefined where files of its kind lie anywhere. */
export function schemaBeside(kind: FileKind): string | undefined {
  const wayUp = WAY_UP[kind]
  return wayUp === undefined ? undefined : `${wayUp}schemas/${kind}.schema.json`
}

/** The head comments with the line that tells an editor the schema: theirs where there is one, else ours, first. */
export function withModeline(kind: FileKind, head: readonly string[]): readonly string[] {
  const schema = schemaBeside(kind)
  if (schema === undefined || head.some((comment) => MODELINE.test(comment))) return head
  return [`# yaml-language-server: $schema=${schema}`, ...head]
}
