import { collisionsJson, collisionsText } from '../../../render/index.ts'
import { collisionsOf } from '../../../workflows/index.ts'
import type { Report } from '../../annex-command.ts'
import { asOfFlag, today } from '../../flags/flags.ts'
import { RecordCommand } from '../../record-command.ts'

export default class ProposalConflicts extends RecordCommand {
  static override summary =
    'Show which pending proposals conflict, entry by entry, and which merge cleanly in any order.'
  static override description =
    'Pending proposals are drafts, as committed, and proposals that were sent out and are neither adopted nor ended on the day. Exits with 1 if any of them conflicts with another or with main.'
  static override examples = [
    '<%= config.bin %> proposal conflicts',
    '<%= config.bin %> proposal conflicts --as-of 2021-08-14 --json',
  ]
  static override flags = { 'as-of': asOfFlag }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(ProposalConflicts)
    const asOf = flags['as-of'] ?? today()
    const collisions = await collisionsOf(await this.openRecord(flags), asOf)
    return {
      json: { asOf, ...collisionsJson(collisions) },
      text: `As of ${asOf}: ${collisionsText(collisions)}`,
      exitCode: collisions.collisions.length + collisions.unreadable.length > 0 ? 1 : 0,
    }
  }
}
