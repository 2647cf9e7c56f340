import { type DataOf, type FileKind, parseFile, serialize } from '../../files/index.ts'
import { AnnexError } from '../../treaty/index.ts'

/**
 * The bytes of a file as it is to be written: what is written is read again by every other command, and a record that none
 * could read would stop them all.
 * @param previous the file as it was, for its comments
 * @throws AnnexError usage for what could not be read again
 */
export function soundFile<K extends FileKind>(
  kind: K,
  file: string,
  data: DataOf<K>,
  previous?: Uint8Array,
): Uint8Array {
  const bytes = new TextEncoder().encode(serialize(kind, data, previous))
  const error = parseFile(kind, { file, bytes }).findings.find(({ level }) => level === 'error')
  if (error === undefined) return bytes
  throw new AnnexError('usage', `${error.message}: nothing was written`, 'give another value')
}
