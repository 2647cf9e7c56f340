import { proposalText } from '../../../render/index.ts'
import { proposalDetails } from '../../../workflows/index.ts'
import type { Report } from '../../annex-command.ts'
import { proposalArgument } from '../../flags/flags.ts'
import { RecordCommand } from '../../record-command.ts'

export default class ProposalShow extends RecordCommand {
  static override summary = 'Show a proposal: its file, its frozen text, its events.'
  static override examples = ['<%= config.bin %> proposal show add-budapest']
  static override args = { id: proposalArgument({ required: true }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalShow)
    const details = await proposalDetails(await this.openRecord(flags), args.id)
    return { json: details, text: proposalText(details) }
  }
}
