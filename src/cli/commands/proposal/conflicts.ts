import { openRepository } from '../../../git/index.ts'
import { collisionsJson, collisionsText } from '../../../render/index.ts'
import { collisionsOf } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { asOfFlag, today } from '../../flags/flags.ts'
import type { Report } from '../../output/report.ts'

export default class ProposalConflicts extends AnnexCommand {
  static override summary = 'Which pending proposals collide, entry by entry, and which merge cleanly in any order.'
  static override description =
    'Pending are the drafts, as they were committed, and what was sent out and is neither adopted nor over on the day asked. Exit code 1 where any collide, with one another or with main.'
  static override examples = [
    '<%= config.bin %> proposal conflicts',
    '<%= config.bin %> proposal conflicts --as-of 2031-08-14 --json',
  ]
  static override flags = { 'as-of': asOfFlag }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(ProposalConflicts)
    const asOf = flags['as-of'] ?? today()
    const collisions = await collisionsOf(await openRepository(flags.repo ?? '.'), asOf)
    return {
      json: { asOf, ...collisionsJson(collisions) },
      text: `As of ${asOf}: ${collisionsText(collisions)}`,
      exitCode: collisions.collisions.length + collisions.unreadable.length > 0 ? 1 : 0,
    }
  }
}
