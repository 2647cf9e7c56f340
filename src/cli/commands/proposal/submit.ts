import type { Report } from '../../annex-command.ts'
import { SendingOutCommand } from '../../sending-out-command.ts'

export default class ProposalSubmit extends SendingOutCommand {
  static override summary = 'Freeze the text and record that it was submitted to the Conference (70(2)).'
  // oclif does not read the arguments of a parent class.
  static override args = SendingOutCommand.args
  static override examples = ['<%= config.bin %> proposal submit add-budapest --on 2021-01-15 --ref CSP/2021/L.1']

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalSubmit)
    return this.sendOut('submitted', args.id, flags)
  }
}
