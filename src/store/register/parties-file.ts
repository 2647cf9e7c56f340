import { readFile } from 'node:fs/promises'
import { AnnexError, type DataPath, type Finding, type PartiesFile, type Position } from '../../treaty/index.ts'
import { type ParsedFile, parseFile } from '../documents/index.ts'
import { type Cell, readCsv } from './csv.ts'

/**
 * Reads a list of Parties from any file: YAML as the register itself, or CSV (by the file's name) whose first line names
 * the fields: code, name, instrument, deposited, ref, denounced.
 * @throws AnnexError not-found, unreadable
 */
export async function readPartiesFile(file: string): Promise<ParsedFile<PartiesFile>> {
  const bytes = await bytesOf(file)
  return /\.csv$/i.test(file) ? parsePartiesCsv(file, bytes) : parseFile('parties', { file, bytes })
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'ENOENT') throw new AnnexError('not-found', `there is no file ${file}`, 'check the path', { cause })
    throw new AnnexError('unreadable', `${file} cannot be read`, 'it must be a file that you may read', { cause })
  }
}

/** The rows go through the register's own schema; what it finds is told by the CSV's lines and columns. */
export function parsePartiesCsv(file: string, bytes: Uint8Array): ParsedFile<PartiesFile> {
  const [header = [], ...rows] = readCsv(Buffer.from(bytes).toString('utf8'))
  const names = header.map((cell) => cell.text.toLowerCase())
  const parties = rows.map((row) => Object.fromEntries(fieldsOf(names, row)))
  const parsed = parseFile('parties', { file, bytes: Buffer.from(JSON.stringify({ parties })) })
  const locate = (path: DataPath): Position | undefined => positionOf(names, rows, header, path)
  const findings = parsed.findings.map((finding): Finding => {
    const position = locate(finding.at?.path ?? [])
    return { ...finding, at: { file, path: finding.at?.path ?? [], ...(position && { position }) } }
  })
  return { ...parsed, findings, locate }
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
): Position | undefined {
  const row = path.length > 1 ? rows[Number(path[1])] : header
  const column = names.indexOf(String(path[2]))
  const cell = row?.[column] ?? row?.[0]
  if (cell === undefined) return undefined
  return { line: cell.line, column: cell.column, endLine: cell.line, endColumn: cell.column + cell.text.length }
}
