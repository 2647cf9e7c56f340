import { AnnexError } from '../../treaty/index.ts'
import type { Edited } from '../../workflows/index.ts'
import { Flags } from '../oclif.ts'
import type { Report } from '../output/report.ts'

/** `--field description=TEXT`, may be repeated. */
export const fieldFlag = Flags.string({
  multiple: true,
  description: 'The text of another field. May be repeated.',
  helpValue: 'NAME=TEXT',
})

/** `--language`: the language of the text given. */
export const wordsLanguageFlag = Flags.string({
  default: 'en',
  description: 'The language of the text (BCP 47).',
  helpValue: 'LANGUAGE',
})

/** Reads the values of `--field`. @throws AnnexError usage for one that is not written NAME=TEXT */
export function readFields(values: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const [, name, words] = /^([a-z][A-Za-z0-9]{0,39})=(.*)$/s.exec(value) ?? []
      if (name !== undefined && words !== undefined) return [name, words]
      throw new AnnexError('usage', `"${value}" is not a field`, 'write it as description=TEXT')
    }),
  )
}

/** Returns the report of an edit in the work tree. */
export function editReport({ file, changes }: Edited): Report {
  const lines = changes.map(({ kind, entry }) => `${kind} ${entry ?? ''}`.trim())
  return { json: { file, changes }, text: `${file}: ${lines.join(', ')}. Not committed yet.` }
}
