import { findingsJson, findingsText } from '../../../render/index.ts'
import type { EventRecord } from '../../../treaty/index.ts'
import { recordEvent } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { EVENTS, eventFields, eventFlags } from '../../flags/event-flags.ts'
import { dayFlag, proposalArgument, withoutUndefined } from '../../flags/flags.ts'
import { nothingWritten } from '../../output/report.ts'

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
    ref: Flags.string({ description: "The depositary's reference.", helpValue: 'REF' }),
    ...eventFlags,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalRecord)
    const event: EventRecord = {
      event: EVENTS.find((kind) => kind === args.event) ?? 'objection',
      on: flags.on,
      ...withoutUndefined({ ref: flags.ref }),
      ...eventFields(flags),
    }
    const {
      commit,
      file,
      findings,
      event: filed,
    } = await recordEvent(await this.openToRecord(flags.repo), args.id, event, flags.force)
    const json = { proposal: args.id, event: filed, file, commit, ...findingsJson(findings, 1) }
    const remarks = findings.length === 0 ? '' : `${findingsText(findings)}\n\n`
    if (commit === null && file !== null) {
      return {
        json,
        text: `${remarks}Already recorded on main, with the same reference (${file}); nothing was written.`,
      }
    }
    if (commit === null) return nothingWritten(json, findings, 'Use --force to record it anyway.')
    const who = filed.party === undefined ? '' : ` of ${filed.party}`
    const effect = filed.withoutEffect === undefined ? '' : ', without effect'
    return { json, text: `${remarks}Recorded on main: ${filed.event}${who}, ${filed.on}${effect} (${file}).` }
  }
}
