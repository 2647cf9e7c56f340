import { safeForTerminal } from '../../../render/index.ts'
import { closeProposal } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { dayThatHasComeFlag, proposalArgument } from '../../flags/flags.ts'

export default class ProposalClose extends AnnexCommand {
  static override summary = 'End a proposal without merging it; its record is kept.'
  static override description =
    'Only for a proposal that the law or its proposer has ended, or that was not sent out: closing does not end a running period.'
  static override examples = [
    '<%= config.bin %> proposal close add-budapest --reason "Blocked under Article 70(4)" --as-of 2021-07-16',
  ]
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = {
    reason: Flags.string({
      description: 'Why the proposal ends.',
      default: 'Closed without adoption.',
      helpValue: 'TEXT',
    }),
    'as-of': dayThatHasComeFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalClose)
    const repository = await this.openToRecord(flags.repo)
    const { commit, closedOn: asOf } = await closeProposal(repository, args.id, flags.reason, flags['as-of'])
    const reason = /[.!?]$/.test(flags.reason) ? flags.reason : `${flags.reason}.`
    return {
      json: { proposal: args.id, closed: flags.reason, asOf, commit },
      text: `Closed ${args.id} as of ${asOf}: ${safeForTerminal(reason)} Its record stays on main.`,
    }
  }
}
