import { readingsInForce } from '../proceedings/index.ts'
import { readingsText, readingText } from '../render/index.ts'
import { AnnexCommand } from '../terminal/annex-command.ts'
import { columns } from '../terminal/colour.ts'
import { Args } from '../terminal/oclif.ts'
import { placeOrNone } from '../terminal/place.ts'
import type { Report } from '../terminal/report.ts'
import { AnnexError } from '../treaty/index.ts'

export default class Readings extends AnnexCommand {
  static override summary = 'The questions that the Convention leaves open, the options, and the choice in force here.'
  static override examples = ['<%= config.bin %> readings', '<%= config.bin %> readings denominator-date']
  static override args = { id: Args.string({ description: 'One question, with why each option is tenable.' }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Readings)
    const readings = await readingsInForce(placeOrNone(flags.repo))
    if (args.id === undefined) return { json: { readings }, text: readingsText(readings, columns()) }
    const reading = readings.find(({ id }) => id === args.id)
    if (reading === undefined) {
      throw new AnnexError('not-found', `there is no reading "${args.id}"`, 'annex readings lists those there are')
    }
    return { json: reading, text: readingText(reading) }
  }
}
