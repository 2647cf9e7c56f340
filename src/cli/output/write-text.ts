import { writeFile } from 'node:fs/promises'
import type { Report } from './report.ts'

/** Text in the form asked for: written to the file that is named, which it then says; else it is the answer itself. */
export async function writeText(
  json: unknown,
  text: string,
  { format, output }: { format: string; output?: string | undefined },
): Promise<Report> {
  if (output === undefined) return { json, text, form: format === 'text' ? 'painted' : 'file' }
  await writeFile(output, text.endsWith('\n') ? text : `${text}\n`)
  return { json, text: `Written to ${output}.` }
}
