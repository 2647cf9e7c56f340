import { findingsJson, safeForTerminal } from '../render/index.ts'
import type { EventRecord } from '../treaty/index.ts'
import { type SendingOut, sendOut } from '../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from './annex-command.ts'
import { dayFlag, proposalArgument } from './flags/flags.ts'
import { nothingWritten } from './output/report.ts'

/** The base of circulate, submit and recommend, which freeze the text and put the record on main. */
export abstract class SendingOutCommand extends AnnexCommand {
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = {
    on: dayFlag({ required: true, description: 'The legal date: the day it was sent.' }),
    ref: Flags.string({ required: true, description: "The depositary's reference.", helpValue: 'REF' }),
  }

  protected async sendOut(
    kind: SendingOut,
    id: string,
    flags: { repo?: string; on: string; ref: string },
    more: Partial<EventRecord> = {},
  ): Promise<Report> {
    const repository = await this.openToRecord(flags.repo)
    const event: EventRecord = { event: kind, on: flags.on, ref: flags.ref, ...more }
    const { commit, proposal, findings } = await sendOut(repository, id, event)
    const json = {
      proposal: id,
      event,
      commit,
      frozen: commit === null ? null : proposal.frozen,
      ...findingsJson(findings, 1),
    }
    if (commit === null) return nothingWritten(json, findings)
    const changes = proposal.frozen?.changes.length ?? 0
    return {
      json,
      text: `Recorded on main: ${id} ${kind} on ${flags.on} (${safeForTerminal(flags.ref)}). Its text is frozen: ${changes} ${changes === 1 ? 'change' : 'changes'}, ${proposal.frozen?.digest}.`,
    }
  }
}
