import { findingsJson, findingsText } from '../../../render/index.ts'
import { AnnexError, type EventRecord, rectifiedInWords } from '../../../treaty/index.ts'
import { rectifyEvent } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { EVENTS, eventFields, eventFlags } from '../../flags/event-flags.ts'
import { dayFlag, proposalArgument, withoutUndefined } from '../../flags/flags.ts'
import { nothingWritten } from '../../output/report.ts'

const FIELDS = {
  party: 'party',
  ref: 'ref',
  note: 'note',
  instrument: 'instrument',
  'in-favour': 'inFavour',
  against: 'against',
  abstaining: 'abstaining',
  until: 'until',
  consensus: 'consensus',
  'formal-objections': 'formalObjections',
} as const satisfies Record<string, keyof EventRecord>
const NAMES = Object.keys(FIELDS).filter((name): name is keyof typeof FIELDS => name in FIELDS)

export default class ProposalRectify extends AnnexCommand {
  static override summary = 'Put a slip in a recorded event right by a further record; nothing is edited.'
  static override description =
    '--on and --ref are those of the rectification. The other flags say what the event should have said; what is not given stays as it is. The law reads the event as rectified. A rectification is an event too, and can be rectified.'
  static override examples = [
    '<%= config.bin %> proposal rectify add-budapest 2021-02-03-objection-BRA.yaml --party CHL --on 2021-02-10 --ref C.N.14.2021 --reason "The letter came from Chile"',
    '<%= config.bin %> proposal rectify add-budapest 2021-01-15-circulated.yaml --event-on 2021-01-14 --on 2021-02-10 --ref C.N.15.2021 --reason "Sent a day earlier"',
    '<%= config.bin %> proposal rectify add-budapest 2021-02-03-objection-BRA.yaml --void --on 2021-02-10 --ref C.N.16.2021 --reason "Filed twice"',
  ]
  static override args = {
    id: proposalArgument({ required: true }),
    file: Args.string({ required: true, description: "The event's file, as annex proposal show lists it." }),
  }
  static override flags = {
    on: dayFlag({ required: true, description: 'The day of the rectification; it has no legal effect.' }),
    ref: Flags.string({ required: true, description: 'On whose word: the reference of the letter.', helpValue: 'REF' }),
    reason: Flags.string({ required: true, description: 'Why the file is wrong.', helpValue: 'TEXT' }),
    void: Flags.boolean({ default: false, description: 'The file should not be on record at all.' }),
    event: Flags.option({ options: EVENTS, description: 'The kind of event that it should have been.' })(),
    'event-on': dayFlag({ description: 'The day that the event should have had.' }),
    'event-ref': Flags.string({ description: 'The reference that the event should have had.', helpValue: 'REF' }),
    without: Flags.option({
      options: NAMES,
      multiple: true,
      default: [],
      description: 'A field that the event should not have had.',
    })(),
    ...eventFlags,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalRectify)
    const { on, ref, reason } = flags
    const given = {
      ...withoutUndefined({ event: flags.event, on: flags['event-on'], ref: flags['event-ref'] }),
      ...eventFields(flags),
    }
    const without = flags.without.map((name) => FIELDS[name])
    refuseBothOrNeither(flags.void, Object.keys(given).length + without.length > 0)
    const right = flags.void ? null : given
    const repository = await this.openToRecord(flags.repo)
    const asked = { file: args.file, on, ref, reason, right, without }
    const { commit, file, rectification, findings } = await rectifyEvent(repository, args.id, asked, flags.force)
    const json = { proposal: args.id, event: rectification, file, commit, ...findingsJson(findings, 1) }
    if (file === null) return nothingWritten(json, findings, 'Use --force to record it anyway.')
    const { rectifies = '', was = null, instead = null } = rectification
    const done = rectifiedInWords({ file: rectifies, by: file, on, reason, was, instead })
    const remarks = findings.length === 0 ? '' : `${findingsText(findings)}\n\n`
    return { json, text: `${remarks}Recorded on main: ${rectifies}, ${done} (${file}).` }
  }
}

function refuseBothOrNeither(isVoid: boolean, hasFields: boolean): void {
  if (isVoid !== hasFields) return
  const remedy = 'add a flag for each field that is wrong, such as --party CODE or --event-on DATE, or --void alone'
  throw new AnnexError('usage', isVoid ? '--void takes no field of the event' : 'nothing says what is right', remedy)
}
