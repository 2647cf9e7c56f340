import { explanationText } from '../../../render/index.ts'
import { explainEntry } from '../../../workflows/index.ts'
import type { Report } from '../../annex-command.ts'
import { asOfFlag, documentArgument, entryArgument, partyFlag, today } from '../../flags/flags.ts'
import { readingFlag, readReadingFlags } from '../../flags/readings.ts'
import { exitCodeFor } from '../../output/report.ts'
import { columns } from '../../output/write.ts'
import { RecordCommand } from '../../record-command.ts'

export default class Explain extends RecordCommand {
  static override summary =
    'Explain why an entry binds a Party on a day, or why it does not: provisions, facts, readings.'
  static override examples = [
    '<%= config.bin %> explain annex-1 budapest-2001 --for BRA --as-of 2021-09-01',
    '<%= config.bin %> explain annex-1 hague-1970 --for FRA --as-of 2021-08-14 --json',
  ]
  static override args = { document: documentArgument({ required: true }), entry: entryArgument({ required: true }) }
  static override flags = {
    for: partyFlag({ required: true, description: 'The Party.' }),
    'as-of': asOfFlag,
    reading: readingFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Explain)
    const { name, exercise, ...explanation } = await explainEntry(await this.openRecord(flags), {
      ...args,
      party: flags.for,
      asOf: flags['as-of'] ?? today(),
      readings: readReadingFlags(flags.reading),
    })
    const text = explanationText(explanation, name, columns())
    return {
      json: explanation,
      text: exercise === undefined ? text : `${exercise}\n\n${text}`,
      exitCode: exitCodeFor(explanation.findings, 'error'),
    }
  }
}
