import { renameEntry } from '../../../workflows/index.ts'
import { Args, type Report } from '../../annex-command.ts'
import { EntryCommand } from '../../entry-command.ts'

export default class EntryRename extends EntryCommand {
  static override summary = 'Change the id of an entry, in the work tree; the earlier id is kept as `formerly`.'
  static override examples = ['<%= config.bin %> entry rename annex-1 vienna-1980 nuclear-material-1980']
  static override args = {
    ...EntryCommand.args,
    name: Args.string({ required: true, description: 'The new id.' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(EntryRename)
    return this.edit(flags, args.document, (document) => renameEntry(document, args.entry, args.name))
  }
}
