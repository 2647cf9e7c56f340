import { removeEntry } from '../../../workflows/index.ts'
import type { Report } from '../../annex-command.ts'
import { EntryCommand } from '../../entry-command.ts'

export default class EntryRemove extends EntryCommand {
  static override summary = 'Remove an entry from a document in the work tree.'
  static override examples = ['<%= config.bin %> entry remove annex-1 rabat-2008']
  static override args = EntryCommand.args

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRemove)
    return this.edit(flags, args.document, (document) => removeEntry(document, args.entry))
  }
}
