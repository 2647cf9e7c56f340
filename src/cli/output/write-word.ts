import { writeFile } from 'node:fs/promises'
import { AnnexError } from '../../treaty/index.ts'

/**
 * Writes a Word file, and says where.
 * @throws AnnexError usage where no file is named: its bytes are no text for a terminal
 */
export async function writeWord(bytes: Uint8Array, output: string | undefined): Promise<string> {
  if (output === undefined) throw new AnnexError('usage', 'a Word file is not text', 'name a file with -o FILE')
  await writeFile(output, bytes)
  return `Written to ${output}.`
}
