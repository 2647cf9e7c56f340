import type { Report } from '../../annex-command.ts'
import { dayFlag, withoutUndefined } from '../../flags/flags.ts'
import { SendingOutCommand } from '../../sending-out-command.ts'

export default class ProposalCirculate extends SendingOutCommand {
  static override summary =
    'Freeze the text and record its circulation to the States Parties (70(4), 68(1), corrections).'
  // oclif does not read the arguments of a parent class.
  static override args = SendingOutCommand.args
  static override examples = [
    '<%= config.bin %> proposal circulate add-budapest --on 2021-01-15 --ref C.N.1.2021.TREATIES-1',
    '<%= config.bin %> proposal circulate correct-hague --on 2021-01-15 --until 2021-04-30 --ref C.N.2.2021.TREATIES-2',
  ]
  static override flags = {
    ...SendingOutCommand.flags,
    until: dayFlag({
      description:
        'correction: the last day for objections, if the depositary names one (default: 90 days; VCLT 79(2)).',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalCirculate)
    return this.sendOut('circulated', args.id, flags, withoutUndefined({ until: flags.until }))
  }
}
