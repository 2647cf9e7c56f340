import { findingsJson, findingsText } from '../../../render/index.ts'
import type { EventRecord } from '../../../treaty/index.ts'
import { recordEvent } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { countFlag, dayFlag, partyFlag, proposalArgument, withoutUndefined } from '../../flags/flags.ts'
import { nothingWritten } from '../../output/report.ts'

const EVENTS = [
  'circulated',
  'submitted',
  'recommended',
  'objection',
  'objection-withdrawn',
  'acceptance',
  'conference-vote',
  'consent',
  'suggested',
  'ratification',
  'correction-objection',
  'withdrawn',
] as const
const INSTRUMENTS = ['ratification', 'acceptance', 'approval', 'accession'] as const

export default class ProposalRecord extends AnnexCommand {
  static override summary =
    'Record an event, such as an objection, a vote or a consent, by the day the depositary received it.'
  static override examples = [
    '<%= config.bin %> proposal record add-budapest objection --party BRA --on 2021-02-03 --ref C.N.12.2021.TREATIES-1',
    '<%= config.bin %> proposal record add-budapest conference-vote --on 2021-06-01 --in-favour 24 --against 6 --abstaining 2',
  ]
  static override args = {
    id: proposalArgument({ required: true }),
    event: Args.string({ required: true, options: [...EVENTS], description: 'The kind of event.' }),
  }
  static override flags = {
    on: dayFlag({ required: true, description: 'The legal date: the day it was received, sent, voted or deposited.' }),
    party: partyFlag({ description: 'The Party that it comes from.' }),
    ref: Flags.string({ description: "The depositary's reference.", helpValue: 'REF' }),
    note: Flags.string({ description: 'A remark to keep with it.', helpValue: 'TEXT' }),
    instrument: Flags.option({ options: INSTRUMENTS, description: 'ratification: the kind of instrument.' })(),
    'in-favour': countFlag({ description: 'conference-vote: the number, or the Parties.' }),
    against: countFlag({ description: 'conference-vote: the number, or the Parties.' }),
    abstaining: countFlag({ description: 'conference-vote: the number, or the Parties.' }),
    until: dayFlag({
      description: 'circulated, for a correction: the last day for objections, if the depositary names one.',
    }),
    consensus: Flags.boolean({
      allowNo: true,
      description: 'conference-vote, suggested: whether it was decided by consensus.',
    }),
    'formal-objections': countFlag({ description: 'suggested: the number of formal objections.' }),
    force: Flags.boolean({
      description: 'Record it even if the law gives it no effect; it is marked as without effect.',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalRecord)
    const event: EventRecord = {
      event: EVENTS.find((kind) => kind === args.event) ?? 'objection',
      on: flags.on,
      ...withoutUndefined({
        party: flags.party,
        ref: flags.ref,
        note: flags.note,
        instrument: flags.instrument,
        inFavour: flags['in-favour']?.count,
        until: flags.until,
        against: flags.against?.count,
        abstaining: flags.abstaining?.count,
        consensus: flags.consensus,
        formalObjections: flags['formal-objections']?.count,
      }),
    }
    const {
      commit,
      file,
      findings,
      event: filed,
    } = await recordEvent(await this.openToRecord(flags.repo), args.id, event, flags.force)
    const json = { proposal: args.id, event: filed, file, commit, ...findingsJson(findings, 1) }
    const remarks = findings.length === 0 ? '' : `${findingsText(findings)}\n\n`
    if (commit === null) return nothingWritten(json, findings, 'Use --force to record it anyway.')
    const who = filed.party === undefined ? '' : ` of ${filed.party}`
    const effect = filed.withoutEffect === undefined ? '' : ', without effect'
    return { json, text: `${remarks}Recorded on main: ${filed.event}${who}, ${filed.on}${effect} (${file}).` }
  }
}
