import { dayOfSendingOut, proposedChanges } from '../../../workflows/index.ts'
import { AnnexCommand, type Report } from '../../annex-command.ts'
import { formatFlag, outputFlag, proposalArgument } from '../../flags/flags.ts'
import { DIFF_FORMATS } from '../../output/formats.ts'
import { differenceReport } from '../../output/printed-report.ts'

export default class ProposalDiff extends AnnexCommand {
  static override summary = 'Show the redline of a proposal: the frozen text after it was sent out, the draft before.'
  static override examples = [
    '<%= config.bin %> proposal diff add-budapest',
    '<%= config.bin %> proposal diff add-budapest --format md -o redline.md',
  ]
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = {
    format: formatFlag(DIFF_FORMATS, 'text'),
    output: outputFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalDiff)
    const repository = await this.open(flags.repo)
    const redline = await proposedChanges(repository, args.id)
    const { by, name = by } = redline.proposal ?? { by: 'treaty-annex' }
    const on = await dayOfSendingOut(repository, args.id)
    return differenceReport(redline, flags, { author: name, ...(on === null ? {} : { on }) })
  }
}
