import { Flags, type Report } from '../../annex-command.ts'
import { SendingOutCommand } from '../../sending-out-command.ts'

export default class ProposalRecommend extends SendingOutCommand {
  static override summary = 'Freeze the text and record that the Commission recommended it (62(9)).'
  // oclif does not read the arguments of a parent class.
  static override args = SendingOutCommand.args
  static override examples = ['<%= config.bin %> proposal recommend add-stealer --on 2021-01-15 --ref ITC/2021/R.1']
  static override flags = {
    ...SendingOutCommand.flags,
    'formal-objections': Flags.integer({
      description: 'The number of members of the Commission that objected formally.',
      default: 0,
      min: 0,
      helpValue: 'N',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalRecommend)
    const formalObjections = flags['formal-objections']
    return this.sendOut('recommended', args.id, flags, { formalObjections, consensus: formalObjections === 0 })
  }
}
