import { declare, lapse } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { dayFlag, entryArgument, partyArgument, withoutUndefined } from '../../flags/flags.ts'
import { changedPartyReport } from '../../output/party-reports.ts'

const GROUNDS = ['not-a-party', 'ceased'] as const

export default class PartyDeclare extends AnnexCommand {
  static override summary =
    'Record a declaration that a treaty of Annex 1 is deemed not included for a Party (Article 17).'
  static override description =
    '--ground not-a-party: made when the Party deposits its instrument (17(2)). --ground ceased: made when the Party leaves the treaty (last paragraph). --entered-into-force: the treaty entered into force for the Party, and its declaration lapses.'
  static override examples = [
    '<%= config.bin %> party declare FRA hague-1970 --on 2017-03-01',
    '<%= config.bin %> party declare FRA hague-1970 --on 2022-03-01 --ground ceased --ref C.N.7.2022',
    '<%= config.bin %> party declare FRA hague-1970 --on 2023-01-01 --entered-into-force',
  ]
  static override args = { code: partyArgument({ required: true }), treaty: entryArgument({ required: true }) }
  static override flags = {
    on: dayFlag({ required: true, description: 'The day the depositary received it, or the day of entry into force.' }),
    ground: Flags.option({
      options: GROUNDS,
      default: 'not-a-party' as const,
      description: 'The ground of the declaration.',
    })(),
    ref: Flags.string({ description: "The depositary's reference.", helpValue: 'REF' }),
    'entered-into-force': Flags.boolean({ description: 'The treaty entered into force for the Party on that day.' }),
    force: Flags.boolean({
      description: 'Record it even if the law gives it no effect; it is marked as without effect.',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(PartyDeclare)
    const { code, treaty } = args
    const { on, ground } = flags
    const repository = await this.openToRecord(flags.repo)
    if (flags['entered-into-force']) {
      const done = `${treaty} entered into force for ${code} on ${on}; its declaration lapses (17(2)).`
      return changedPartyReport(await lapse(repository, code, treaty, on), done)
    }
    const declaration = { treaty, on, ground, ...withoutUndefined({ ref: flags.ref }) }
    const done = `the declaration of ${code} that ${treaty} is deemed not included, ${on} (17).`
    return changedPartyReport(await declare(repository, code, declaration, flags.force), done)
  }
}
