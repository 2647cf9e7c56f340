import { formatFile, schemaPathFor } from '../../files/index.ts'
import type { Snapshot } from '../../git/index.ts'
import { AnnexError, type Finding } from '../../treaty/index.ts'
import { fileKind } from '../record/record-paths.ts'

/** Files whose canonical form differs from what they hold; a file that cannot be read has findings, and no form. */
export interface Formatted {
  formatted: { file: string; text: string }[]
  findings: Finding[]
}

/**
 * @param isThere whether there is a file at a path from the folder of another: a line that names a schema is only put where
 * it leads to one
 * @throws AnnexError not-found
 */
export async function formatFiles(
  snapshot: Snapshot,
  files: readonly string[],
  isThere: (file: string, beside: string) => boolean,
): Promise<Formatted> {
  const formatted: Formatted['formatted'] = []
  const findings: Finding[] = []
  for (const file of files) {
    const bytes = await snapshot.readFile(file)
    if (bytes === null) throw new AnnexError('not-found', `there is no file ${file}`, 'check the path')
    const kind = fileKind(file, bytes)
    const schema = schemaPathFor(kind)
    const result = formatFile(kind, { file, bytes }, schema !== undefined && isThere(file, schema))
    findings.push(...result.findings)
    const text = result.formatted
    if (text !== null && text !== new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      formatted.push({ file, text })
  }
  return { formatted, findings }
}
