import type { DataPath, Finding, Position } from '../../treaty/index.ts'
import { checkSchema, parseFile } from '../parse-file.ts'
import type { ParsedFile } from '../source.ts'
import { decodeGiven } from '../yaml/decode.ts'
import type { ParsedYaml } from '../yaml/parsed-yaml.ts'
import { type Cell, type Csv, readCsv } from './csv.ts'

/**
 * Parses a list of Parties: YAML as in the register, or CSV (by the file's name) whose first line names the fields: code, name,
 * instrument, deposited, ref, denounced. Other programs may have saved it: see decodeGiven.
 */
export function parsePartiesFile(file: string, bytes: Uint8Array): ParsedFile<'parties'> {
  if (/\.csv$/i.test(file)) return parsePartiesCsv(file, bytes)
  const decoded = decodeGiven(bytes)
  // What cannot be decoded is a finding of parseFile.
  const text = 'text' in decoded ? new TextEncoder().encode(decoded.text) : bytes
  return parseFile('parties', { file, bytes: text })
}

/** Checks the rows by the schema of the register; findings have the lines and columns of the CSV. */
export function parsePartiesCsv(file: string, bytes: Uint8Array): ParsedFile<'parties'> {
  const decoded = decodeGiven(bytes)
  if ('finding' in decoded) return checkSchema('parties', file, refused(decoded.finding))
  const { rows: all, error } = readCsv(decoded.text)
  const [header = [], ...rows] = all
  const names = header.map((cell) => cell.text.toLowerCase())
  const findings = [...(error === undefined ? [] : [syntaxError(error)]), ...duplicateColumns(header, names)]
  const locate = (path: DataPath): Position | undefined => positionOf(names, rows, header, path)
  const parties = rows.map((row) => Object.fromEntries(fieldsOf(names, row)))
  const reading = { value: { parties }, findings, locateValue: locate, locateKey: locate, locateWords: () => undefined }
  return checkSchema('parties', file, reading)
}

function refused(finding: Finding): ParsedYaml {
  return {
    value: undefined,
    findings: [finding],
    locateValue: () => undefined,
    locateKey: () => undefined,
    locateWords: () => undefined,
  }
}

function syntaxError({ line, column, message }: NonNullable<Csv['error']>): Finding {
  const position = { line, column, endLine: line, endColumn: column + 1 }
  const hint = 'Close the field, and double each quotation mark inside it'
  return { rule: 'schema/csv', level: 'error', message, hint, at: { path: [], position } }
}

function duplicateColumns(header: readonly Cell[], names: readonly string[]): Finding[] {
  return header.flatMap((cell, index): Finding[] => {
    if (cell.text === '' || names.indexOf(names[index] ?? '') === index) return []
    const position = cellPosition(cell)
    const message = 'Duplicate column name'
    return [
      {
        rule: 'schema/duplicate-key',
        level: 'error',
        message,
        hint: 'Remove one of the two',
        at: { path: [], position },
      },
    ]
  })
}

function fieldsOf(names: readonly string[], row: readonly Cell[]): [string, string][] {
  return row.flatMap((cell, index): [string, string][] =>
    cell.text === '' ? [] : [[names[index] || `column ${index + 1}`, cell.text]],
  )
}

function positionOf(
  names: readonly string[],
  rows: readonly Cell[][],
  header: readonly Cell[],
  path: DataPath,
): Position {
  const row = path.length > 1 ? rows[Number(path[1])] : header
  const cell = row?.[names.indexOf(String(path[2]))] ?? row?.[0]
  return cell === undefined ? { line: 1, column: 1, endLine: 1, endColumn: 1 } : cellPosition(cell)
}

/** Returns the position of the first line of a field. */
function cellPosition({ text, line, column }: Cell): Position {
  const [first = ''] = text.split('\n', 1)
  return { line, column, endLine: line, endColumn: column + first.length }
}
