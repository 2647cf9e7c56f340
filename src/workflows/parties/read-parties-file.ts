import { readFile } from 'node:fs/promises'
import { type ParsedFile, parsePartiesFile } from '../../files/index.ts'
import { AnnexError, type PartiesFile } from '../../treaty/index.ts'

/** Reads a list of Parties from a YAML or CSV file anywhere on disk. @throws AnnexError not-found, unreadable */
export async function readPartiesFile(file: string): Promise<ParsedFile<PartiesFile>> {
  return parsePartiesFile(file, await bytesOf(file))
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'ENOENT') throw new AnnexError('not-found', `there is no file ${file}`, 'check the path', { cause })
    throw new AnnexError('unreadable', `${file} cannot be read`, 'name a file that you may read', { cause })
  }
}
