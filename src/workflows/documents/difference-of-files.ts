import { emptyItemCache, parseFile } from '../../files/index.ts'
import { compare } from '../../text/index.ts'
import type { Difference } from '../../treaty/index.ts'
import { dataOf } from '../record/sound-files.ts'

/**
 * What happened between two files, which need be in no repository.
 * @throws AnnexError invalid when one cannot be read as a document
 */
export function differenceOfFiles(
  from: { file: string; bytes: Uint8Array },
  to: { file: string; bytes: Uint8Array },
): Difference {
  const common = emptyItemCache()
  const before = dataOf(parseFile('document', from, common), `annex validate ${from.file}`)
  const after = dataOf(parseFile('document', to, common), `annex validate ${to.file}`)
  return compare(from.file, to.file, [{ before, after }])
}
