import type { Finding } from '../treaty/index.ts'
import type { ParsedFile } from './source.ts'

/**
 * Fills in the file, line and column of findings that a pure room made, from the path into the data that they carry.
 * Findings that already know their position, or have no path, come back as they are.
 */
export function locateFindings(findings: readonly Finding[], parsed: ParsedFile): Finding[] {
  return findings.map((finding) => {
    const { path, span, position, file = parsed.file } = finding.at ?? {}
    if (path === undefined || position !== undefined) return finding
    const found = (span && parsed.locateWords?.(path, span)) ?? parsed.locate(path)
    return { ...finding, at: { file, path, ...(found && { position: found }) } }
  })
}
