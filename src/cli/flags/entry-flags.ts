import { AnnexError } from '../../treaty/index.ts'
import type { Edited } from '../../workflows/index.ts'
import { Flags } from '../oclif.ts'
import type { Report } from '../output/report.ts'

/** `--field description=WORDS`, as often as needed. */
export const fieldFlag = Flags.string({
  multiple: true,
  description: 'The words of another field.',
  helpValue: 'NAME=WORDS',
})

/** `--language`: the language of the words given. */
export const wordsLanguageFlag = Flags.string({
  default: 'en',
  description: 'The language of the words (BCP 47).',
  helpValue: 'LANGUAGE',
})

/** @throws AnnexError usage for one that is not written NAME=WORDS */
export function readFields(values: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const [, name, words] = /^([a-z][A-Za-z0-9]{0,39})=(.*)$/s.exec(value) ?? []
      if (name !== undefined && words !== undefined) return [name, words]
      throw new AnnexError('usage', `"${value}" is not a field`, 'write it as description=WORDS')
    }),
  )
}

/** What an edit of the work tree reports. */
export function editReport({ file, changes }: Edited): Report {
  const lines = changes.map(({ kind, entry }) => `${kind} ${entry ?? ''}`.trim())
  return { json: { file, changes }, text: `${file}: ${lines.join(', ')}. Not committed yet.` }
}
