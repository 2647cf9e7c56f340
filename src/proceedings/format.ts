import { formatFile, type Snapshot } from '../store/index.ts'
import { AnnexError, type Finding } from '../treaty/index.ts'
import { fileKind } from './file-kind.ts'

/** Files whose canonical form differs from what they hold; a file that cannot be read has findings, and no form. */
export interface Formatted {
  formatted: { file: string; text: string }[]
  findings: Finding[]
}

/** @throws AnnexError not-found */
export async function formatFiles(snapshot: Snapshot, files: readonly string[]): Promise<Formatted> {
  const formatted: Formatted['formatted'] = []
  const findings: Finding[] = []
  for (const file of files) {
    const bytes = await snapshot.readFile(file)
    if (bytes === null) throw new AnnexError('not-found', `there is no file ${file}`, 'check the path')
    const result = formatFile(fileKind(file, bytes), { file, bytes })
    findings.push(...result.findings)
    const text = result.formatted
    if (text !== null && text !== new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      formatted.push({ file, text })
  }
  return { formatted, findings }
}
