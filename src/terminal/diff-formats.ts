import { writeFile } from 'node:fs/promises'
import { diffJson, diffMarkdown, diffText, NO_COLOURS } from '../render/index.ts'
import type { Difference } from '../treaty/index.ts'
import { colours } from './colour.ts'
import type { Report } from './report.ts'

/** The forms in which a redline comes out. */
export const DIFF_FORMATS = ['text', 'json', 'md'] as const
export type DiffFormat = (typeof DIFF_FORMATS)[number]

/** A redline in the form asked for, written to a file where one is named. */
export async function renderDiff(
  difference: Difference,
  flags: { format: DiffFormat; output?: string },
): Promise<Report> {
  const json = diffJson(difference)
  const text = {
    text: () => diffText(difference, flags.output === undefined ? colours() : NO_COLOURS),
    md: () => diffMarkdown(difference),
    json: () => JSON.stringify(json, null, 2),
  }[flags.format]()
  if (flags.output === undefined) return { json, text }
  await writeFile(flags.output, text.endsWith('\n') ? text : `${text}\n`)
  return { json, text: `Written to ${flags.output}.` }
}
