import { yearsAfter } from '../../../treaty/index.ts'
import { denounce } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { dayFlag, partyArgument } from '../../flags/flags.ts'
import { changedPartyReport } from '../../output/party-reports.ts'

export default class PartyDenounce extends AnnexCommand {
  static override summary =
    'Record a denunciation; it takes effect one year after the day it was received (Article 71).'
  static override examples = ['<%= config.bin %> party denounce BRA --on 2023-01-01 --ref C.N.8.2023']
  static override args = { code: partyArgument({ required: true }) }
  static override flags = {
    on: dayFlag({ required: true, description: 'The day the depositary received it.' }),
    ref: Flags.string({ description: "The depositary's reference.", helpValue: 'REF' }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(PartyDenounce)
    const repository = await this.openToRecord(flags.repo)
    const until = yearsAfter(flags.on, 1)
    const done = `the denunciation of ${args.code}, received ${flags.on}; it takes effect on ${until} (71(1)).`
    return changedPartyReport(await denounce(repository, args.code, flags.on, flags.ref), done)
  }
}
