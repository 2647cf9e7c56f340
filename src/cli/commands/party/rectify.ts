import { findingsJson, findingsText } from '../../../render/index.ts'
import { AnnexError, type Declaration, type PartyFacts, partyRectifiedInWords } from '../../../treaty/index.ts'
import { rectifyPartyRecord } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { dayFlag, partyArgument, partyFlag, readSlug, withoutUndefined } from '../../flags/flags.ts'
import { nothingWritten } from '../../output/report.ts'

const INSTRUMENTS = ['ratification', 'acceptance', 'approval', 'accession'] as const
const GROUNDS = ['not-a-party', 'ceased'] as const
const FIELDS = {
  name: ['name'],
  ref: ['ref'],
  denounced: ['denounced', 'denouncedRef'],
  'denounced-ref': ['denouncedRef'],
  members: ['organization'],
  'entered-into-force': ['enteredIntoForce'],
} as const
const NAMES = Object.keys(FIELDS).filter((name): name is keyof typeof FIELDS => name in FIELDS)

function treatyFlag(description: string) {
  return Flags.string({ description, helpValue: 'TREATY', parse: async (input) => readSlug(input, 'an entry id') })
}

export default class PartyRectify extends AnnexCommand {
  static override summary =
    'Put a slip in the register of Parties right by a recorded act that keeps what it said before.'
  static override description =
    '--on and --ref are those of the rectification. The other flags say what the register should have said; what is not given stays as it is. With --declaration, they are about the declaration of the Party on that treaty.'
  static override examples = [
    '<%= config.bin %> party rectify BRA --deposited 2017-04-10 --on 2021-03-05 --ref C.N.9.2021 --reason "The instrument bears that day"',
    '<%= config.bin %> party rectify BRA --without denounced --on 2021-03-05 --ref C.N.9.2021 --reason "No denunciation was received"',
    '<%= config.bin %> party rectify BRA --void --on 2021-03-05 --ref C.N.9.2021 --reason "Another State deposited it"',
  ]
  static override args = { code: partyArgument({ required: true }) }
  static override flags = {
    on: dayFlag({ required: true, description: 'The day of the rectification; it has no legal effect.' }),
    ref: Flags.string({ required: true, description: 'On whose word: the reference of the letter.', helpValue: 'REF' }),
    reason: Flags.string({ required: true, description: 'Why the register is wrong.', helpValue: 'TEXT' }),
    of: dayFlag({ description: 'The day of deposit on record, where the State has several instruments.' }),
    void: Flags.boolean({ default: false, description: 'The record, or the declaration, should not be there at all.' }),
    code: partyFlag({ description: 'The code that it should have had.' }),
    name: Flags.string({ description: 'The name that it should have had.', helpValue: 'NAME' }),
    instrument: Flags.option({ options: INSTRUMENTS, description: 'The kind of instrument that it was.' })(),
    deposited: dayFlag({ description: 'The day on which it was deposited.' }),
    'instrument-ref': Flags.string({ description: 'The reference of the instrument.', helpValue: 'REF' }),
    denounced: dayFlag({ description: 'The day on which the denunciation was received.' }),
    'denounced-ref': Flags.string({ description: 'The reference of the denunciation.', helpValue: 'REF' }),
    members: Flags.string({ description: 'An organization: the codes of its member States.', helpValue: 'CODE,…' }),
    declaration: treatyFlag('The treaty of the declaration that is wrong.'),
    treaty: treatyFlag('With --declaration: the treaty that it should have named.'),
    declared: dayFlag({ description: 'With --declaration: the day on which it was received.' }),
    ground: Flags.option({ options: GROUNDS, description: 'With --declaration: its ground.' })(),
    'declaration-ref': Flags.string({ description: 'With --declaration: its reference.', helpValue: 'REF' }),
    'entered-into-force': dayFlag({ description: 'With --declaration: the day on which it lapsed.' }),
    without: Flags.option({
      options: NAMES,
      multiple: true,
      default: [],
      description: 'A field that the record should not have had.',
    })(),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(PartyRectify)
    const { on, ref, reason, of, declaration } = flags
    const ofRecord: PartyFacts = withoutUndefined({
      code: flags.code,
      name: flags.name,
      instrument: flags.instrument,
      deposited: flags.deposited,
      ref: flags['instrument-ref'],
      denounced: flags.denounced,
      denouncedRef: flags['denounced-ref'],
      organization: flags.members === undefined ? undefined : { members: flags.members.split(',') },
    })
    const ofDeclaration: Partial<Declaration> = withoutUndefined({
      treaty: flags.treaty,
      on: flags.declared,
      ground: flags.ground,
      ref: flags['declaration-ref'],
      enteredIntoForce: flags['entered-into-force'],
    })
    const [right, other] = declaration === undefined ? [ofRecord, ofDeclaration] : [ofDeclaration, ofRecord]
    const without = flags.without.flatMap((name) => [...FIELDS[name]])
    refuseMixed(flags.void, Object.keys(right).length + without.length > 0, Object.keys(other), declaration)
    const asked = { code: args.code, of, on, ref, reason, declaration, right: flags.void ? null : right, without }
    const { commit, party, rectification, findings } = await rectifyPartyRecord(
      await this.openToRecord(flags.repo),
      asked,
    )
    const json = { commit, party, rectification, ...findingsJson(findings, 1) }
    if (commit === null) return nothingWritten(json, findings)
    const remarks = findings.length === 0 ? '' : `${findingsText(findings)}\n\n`
    return { json, text: `${remarks}Recorded on main: ${args.code}, ${partyRectifiedInWords(rectification)}.` }
  }
}

function refuseMixed(isVoid: boolean, hasFields: boolean, other: readonly string[], declaration?: string): void {
  const remedy = 'see annex party rectify --help'
  if (other.length > 0) {
    const message =
      declaration === undefined
        ? 'a field of a declaration needs --declaration TREATY'
        : '--declaration takes the fields of a declaration'
    throw new AnnexError('usage', message, remedy)
  }
  if (isVoid === hasFields) {
    throw new AnnexError('usage', isVoid ? '--void takes no other field' : 'nothing says what is right', remedy)
  }
}
