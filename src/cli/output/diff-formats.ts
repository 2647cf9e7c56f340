import { diffHtml, diffJson, diffMarkdown, diffText, jsonText, NO_COLOURS, type Revision } from '../../render/index.ts'
import type { Difference } from '../../treaty/index.ts'
import { colours } from './colour.ts'
import type { Report } from './report.ts'
import { writeText } from './write-text.ts'
import { writeWord } from './write-word.ts'

/** The forms in which a redline comes out. */
export const DIFF_FORMATS = ['text', 'json', 'md', 'html', 'docx'] as const
export type DiffFormat = (typeof DIFF_FORMATS)[number]

/**
 * A redline in the form asked for, written to a file where one is named.
 * @param revision whom and which day tracked changes in a Word file name
 */
export async function renderDiff(
  difference: Difference,
  flags: { format: DiffFormat; output?: string; json?: boolean },
  revision: Revision = { author: 'treaty-annex' },
): Promise<Report> {
  // Of a long document each takes time: only what is asked for is made.
  const json = () => diffJson(difference)
  if (flags.json && flags.output === undefined) return { json, text: '' }
  if (flags.format === 'docx') {
    const { diffDocx } = await import('../../render/printers/docx/index.ts')
    return { json, text: await writeWord(diffDocx(difference, revision), flags.output) }
  }
  const text = {
    text: () => diffText(difference, flags.output === undefined ? colours() : NO_COLOURS),
    md: () => diffMarkdown(difference),
    html: () => diffHtml(difference),
    json: () => jsonText(json()),
  }[flags.format]()
  return writeText(json, text, flags)
}
