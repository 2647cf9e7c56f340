import { AnnexError } from '../treaty/index.ts'
import { editDocument } from '../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from './annex-command.ts'
import { documentArgument, entryArgument } from './flags/flags.ts'

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

/** The base of `annex entry`: edits a document in the work tree and reports the changes. */
export abstract class EntryCommand extends AnnexCommand {
  static override args = { document: documentArgument({ required: true }), entry: entryArgument({ required: true }) }

  protected async edit(
    { repo }: { repo?: string },
    document: string,
    change: Parameters<typeof editDocument>[2],
  ): Promise<Report> {
    const { file, changes } = await editDocument(await this.open(repo), document, change)
    const lines = changes.map(({ kind, entry }) => `${kind} ${entry ?? ''}`.trim())
    return { json: { file, changes }, text: `${file}: ${lines.join(', ')}. Not committed yet.` }
  }
}
