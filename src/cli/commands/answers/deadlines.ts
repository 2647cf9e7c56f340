import { calendarIcs, table } from '../../../render/index.ts'
import { deadlinesOnRecord } from '../../../workflows/index.ts'
import { Flags, type Report } from '../../annex-command.ts'
import { asOfFlag, today } from '../../flags/flags.ts'
import { readingFlag, readingsTaken, readReadingFlags } from '../../flags/readings.ts'
import { RecordCommand } from '../../record-command.ts'

export default class Deadlines extends RecordCommand {
  static override summary = 'List the deadlines: ends of periods, entries into force, denunciations.'
  static override description =
    'Computed from the record on main and the readings taken. --ics prints an iCalendar file (RFC 5545) for calendar programs.'
  static override examples = [
    '<%= config.bin %> deadlines',
    '<%= config.bin %> deadlines --as-of 2021-02-01 --json',
    '<%= config.bin %> deadlines --ics',
  ]
  static override flags = {
    'as-of': asOfFlag,
    reading: readingFlag,
    ics: Flags.boolean({ description: 'Print an iCalendar file instead of a table.', exclusive: ['json'] }),
  }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(Deadlines)
    const asOf = flags['as-of'] ?? today()
    const repository = await this.openRecord(flags)
    const due = await deadlinesOnRecord(repository, asOf, readReadingFlags(flags.reading))
    const about = `${due.exercise === null ? '' : `${due.exercise} `}Deadlines as of ${asOf}.`
    if (flags.ics) return { json: due, text: calendarIcs(due.deadlines, asOf, about), form: 'file' }
    const rows = due.deadlines.map(({ on, says, cite }) => [on, says, cite])
    const none = `${about}\n\nNo deadline is known.`
    return {
      json: due,
      text:
        rows.length === 0
          ? none
          : `${about}\n\n${table(rows, { headings: ['day', 'what', 'provision'] })}${readingsTaken(due.deadlines)}`,
    }
  }
}
