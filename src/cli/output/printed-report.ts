import { writeFile } from 'node:fs/promises'
import { type DocumentOptions, diffJson, documentJson, type Revision } from '../../render/index.ts'
import { AnnexError, type Difference, type Document } from '../../treaty/index.ts'
import { languageAsked } from '../flags/flags.ts'
import {
  DIFF_FORMATS,
  type DiffFormat,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  FORMATS_OF_ALL_LANGUAGES,
  type Printed,
} from './formats.ts'
import type { Report } from './report.ts'

/**
 * Prints a document in the format asked for; writes it to the file that `output` names.
 * @param edition its edition, or null
 * @throws AnnexError not-found if the document has no words in the language; usage if the format holds all languages
 */
export async function documentReport(
  document: Document,
  edition: string | null,
  { format, output, lang }: { format: DocumentFormat; output?: string | undefined; lang?: string | undefined },
  given: DocumentOptions,
): Promise<Report> {
  if (lang !== undefined && FORMATS_OF_ALL_LANGUAGES.includes(format)) {
    throw new AnnexError('usage', `${format} holds every language`, 'leave out --lang, or choose another --format')
  }
  const options = { ...given, ...languageAsked(document, lang) }
  const isForTerminal = output === undefined
  const printed = await DOCUMENT_FORMATS[format]({ document, edition, options, isForTerminal })
  return writePrinted(documentJson(document, edition, options), printed, { format, output })
}

/**
 * Prints a difference in the format asked for; writes it to the file that `output` names.
 * @param revision the author and the day of tracked changes in a Word file
 */
export async function differenceReport(
  difference: Difference,
  flags: { format: DiffFormat; output?: string; json?: boolean },
  revision: Revision = { author: 'treaty-annex' },
): Promise<Report> {
  // Printing a long document takes time: nothing is printed that is not asked for.
  const json = () => diffJson(difference)
  if (flags.json && flags.output === undefined) return { json, text: '' }
  const printed = await DIFF_FORMATS[flags.format]({ difference, revision, isForTerminal: flags.output === undefined })
  return writePrinted(json, printed, flags)
}

/**
 * Returns the printed text as a report, or writes it to the `output` file and reports its path.
 * @throws AnnexError usage for a Word file if no file is named: its bytes are not text for a terminal
 */
export async function writePrinted(
  json: unknown,
  printed: Printed,
  { format, output }: { format: string; output?: string | undefined },
): Promise<Report> {
  if (output === undefined) {
    if (typeof printed !== 'string')
      throw new AnnexError('usage', 'a Word file is not text', 'name a file with -o FILE')
    return { json, text: printed, form: format === 'text' ? 'painted' : 'file' }
  }
  await writeFile(output, typeof printed === 'string' && !printed.endsWith('\n') ? `${printed}\n` : printed)
  return { json, text: `Written to ${output}.` }
}
