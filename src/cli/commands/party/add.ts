import type { Party } from '../../../treaty/index.ts'
import { registerParties } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { dayFlag, partyArgument, withoutUndefined } from '../../flags/flags.ts'
import { partiesReport } from '../../output/party-reports.ts'

const INSTRUMENTS = ['ratification', 'acceptance', 'approval', 'accession'] as const

export default class PartyAdd extends AnnexCommand {
  static override summary = 'Record an instrument of ratification, acceptance, approval or accession.'
  static override examples = [
    '<%= config.bin %> party add FRA --name France --instrument ratification --deposited 2017-03-01',
  ]
  static override args = { code: partyArgument({ required: true }) }
  static override flags = {
    name: Flags.string({ required: true, description: "The State's or organization's name." }),
    instrument: Flags.option({ options: INSTRUMENTS, required: true, description: 'The kind of instrument.' })(),
    deposited: dayFlag({ required: true, description: 'The day it was deposited.' }),
    signed: dayFlag({ description: 'The day it signed the Convention, if it did.' }),
    ref: Flags.string({ description: "The depositary's reference.", helpValue: 'REF' }),
    members: Flags.string({
      description:
        'For a regional economic integration organization: the codes of its member States, separated by commas.',
      helpValue: 'CODE,…',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(PartyAdd)
    const members = flags.members?.split(',').map((code) => code.trim())
    const party: Party = {
      code: args.code,
      name: flags.name,
      instrument: flags.instrument,
      deposited: flags.deposited,
      ...withoutUndefined({
        signed: flags.signed,
        ref: flags.ref,
        organization: members === undefined ? undefined : { members },
      }),
    }
    return partiesReport(await registerParties(await this.openToRecord(flags.repo), [party]))
  }
}
