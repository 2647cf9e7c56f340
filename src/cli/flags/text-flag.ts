import { readFile } from 'node:fs/promises'
import { AnnexError } from '../../treaty/index.ts'

/** The text of a flag that takes words, or `@FILE` for the words of a file (UTF-8, white space around them left out). */
export async function readTextFlag(value: string): Promise<string> {
  if (!value.startsWith('@')) return value
  try {
    return (await readFile(value.slice(1), 'utf8')).trim()
  } catch {
    throw new AnnexError(
      'not-found',
      `the file ${value.slice(1)} cannot be read`,
      'give a file, or the words themselves',
    )
  }
}
