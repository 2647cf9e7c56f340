import { closeProposal } from '../../proceedings/index.ts'
import { openRepository } from '../../store/index.ts'
import { AnnexCommand } from '../../terminal/annex-command.ts'
import { proposalArgument } from '../../terminal/flags.ts'
import { Flags } from '../../terminal/oclif.ts'
import type { Report } from '../../terminal/report.ts'

export default class ProposalClose extends AnnexCommand {
  static override summary = 'End a proposal unmerged; its record is kept.'
  static override examples = ['<%= config.bin %> proposal close add-budapest --reason "Blocked under Article 70(4)"']
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = {
    reason: Flags.string({ description: 'Why it ends.', default: 'Closed without adoption.', helpValue: 'TEXT' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalClose)
    const { commit } = await closeProposal(await openRepository(flags.repo ?? '.'), args.id, flags.reason)
    return {
      json: { proposal: args.id, closed: flags.reason, commit },
      text: `Closed ${args.id}: ${flags.reason} Its record stays on main.`,
    }
  }
}
