import { outcomeText } from '../../../render/index.ts'
import { proposalStatus } from '../../../workflows/index.ts'
import type { Report } from '../../annex-command.ts'
import { asOfFlag, proposalArgument, today } from '../../flags/flags.ts'
import { readingFlag, readReadingFlags } from '../../flags/readings.ts'
import { exitCodeFor } from '../../output/report.ts'
import { columns } from '../../output/write.ts'
import { RecordCommand } from '../../record-command.ts'

export default class ProposalStatus extends RecordCommand {
  static override summary = 'Show the status of a proposal under the Convention on a day, and why.'
  static override examples = [
    '<%= config.bin %> proposal status add-budapest',
    '<%= config.bin %> proposal status add-budapest --as-of 2021-08-14 --reading denominator-date=circulation',
    '<%= config.bin %> proposal status add-budapest --as-of 2021-08-14 --known-on main~1',
  ]
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = { 'as-of': asOfFlag, reading: readingFlag }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalStatus)
    const asOf = flags['as-of'] ?? today()
    const repository = await this.openRecord(flags)
    const { outcome, record } = await proposalStatus(repository, args.id, asOf, readReadingFlags(flags.reading))
    const names = Object.fromEntries(record.register.parties.map((party) => [party.code, party.name ?? party.code]))
    const exercise = record.register.exercise === undefined ? '' : `${record.register.exercise}\n\n`
    return {
      json: outcome,
      text: `${exercise}${outcomeText(outcome, names, columns())}`,
      exitCode: exitCodeFor(outcome.findings, 'error'),
    }
  }
}
