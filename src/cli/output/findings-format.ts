import type { Snapshot } from '../../git/index.ts'
import {
  type FindingsJson,
  findingsText,
  githubAnnotations,
  gitlabCodeQuality,
  jsonText,
  junit,
  type Sources,
  sarif,
  type Tool,
} from '../../render/index.ts'
import type { Finding } from '../../treaty/index.ts'

/** The forms in which findings can be printed. */
export const FINDINGS_FORMATS = ['text', 'json', 'github', 'sarif', 'junit', 'gitlab'] as const

export type FindingsFormat = (typeof FINDINGS_FORMATS)[number]

/** What was found, and in which files it was looked for. */
export interface Judged {
  /** What found it, as it is typed: `annex validate`. */
  command: string
  /** What was judged and how many were found, in a sentence. */
  verdict: string
  findings: readonly Finding[]
  files: readonly string[]
  /** What `--json` prints. */
  json: FindingsJson
}

/** Findings in the form asked for. @param sources the texts of the files, for the lines that `text` shows */
export function printFindings(format: FindingsFormat, judged: Judged, tool: Tool, sources: Sources): string {
  const { findings, files, command, verdict } = judged
  const printed: Record<FindingsFormat, () => string> = {
    text: () => [findingsText(findings, sources), verdict].filter((part) => part !== '').join('\n\n'),
    github: () => [githubAnnotations(findings, command), verdict].filter((part) => part !== '').join('\n'),
    json: () => jsonText(judged.json),
    sarif: () => jsonText(sarif(findings, tool)),
    gitlab: () => jsonText(gitlabCodeQuality(findings)),
    junit: () => junit(findings, files, command),
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
