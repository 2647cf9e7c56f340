import {
  countText,
  findingsJson,
  findingsText,
  githubAnnotations,
  gitlabCodeQuality,
  jsonText,
  junit,
  type Sources,
  sarif,
  type Tool,
} from '../render/index.ts'
import type { Snapshot } from '../store/index.ts'
import type { Finding } from '../treaty/index.ts'

/** The forms in which findings can be printed. */
export const FINDINGS_FORMATS = ['text', 'json', 'github', 'sarif', 'junit', 'gitlab'] as const

export type FindingsFormat = (typeof FINDINGS_FORMATS)[number]

/** What was found, and in which files it was looked for. */
export interface Judged {
  findings: readonly Finding[]
  files: readonly string[]
}

/** Findings in the form asked for. @param sources the texts of the files, for the lines that `text` shows */
export function printFindings(format: FindingsFormat, judged: Judged, tool: Tool, sources: Sources): string {
  const { findings, files } = judged
  const looked = `${files.length} ${files.length === 1 ? 'file' : 'files'}: ${countText(findings)}.`
  const printed: Record<FindingsFormat, () => string> = {
    text: () => [findingsText(findings, sources), looked].filter((part) => part !== '').join('\n\n'),
    github: () => [githubAnnotations(findings), looked].filter((part) => part !== '').join('\n'),
    json: () => jsonText(findingsJson(findings, files.length)),
    sarif: () => jsonText(sarif(findings, tool)),
    gitlab: () => jsonText(gitlabCodeQuality(findings)),
    junit: () => junit(findings, files),
  }
  return printed[format]()
}

/** The texts of the files that findings point into. */
export async function sourcesOf(snapshot: Snapshot, findings: readonly Finding[]): Promise<Sources> {
  const files = new Set(findings.flatMap(({ at }) => (at?.file === undefined ? [] : [at.file])))
  const texts = await Promise.all(
    [...files].map(async (file): Promise<[string, string]> => {
      const bytes = await snapshot.readFile(file)
      return [file, new TextDecoder().decode(bytes ?? new Uint8Array())]
    }),
  )
  return new Map(texts)
}
