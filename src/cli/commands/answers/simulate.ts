import { readFile } from 'node:fs/promises'
import { outcomeText } from '../../../render/index.ts'
import { AnnexError, type Outcome } from '../../../treaty/index.ts'
import { simulate } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { readingFlag, readReadingFlags } from '../../flags/readings.ts'
import { Args } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'
import { exitCodeFor } from '../../output/report.ts'
import { columns } from '../../output/write.ts'

export default class Simulate extends AnnexCommand {
  static override summary = 'A what-if, from one YAML file: what would the Convention say? No repository is needed.'
  static override description =
    'The file holds Parties, events and a day (schemas/scenario.schema.json); several YAML documents in it are several what-ifs.'
  static override examples = [
    '<%= config.bin %> simulate what-if.yaml',
    '<%= config.bin %> simulate what-if.yaml --reading denominator-date=circulation --json',
  ]
  static override strict = false
  static override args = { file: Args.string({ required: true, description: 'Scenario files.' }) }
  static override flags = { reading: readingFlag }

  protected override async answer(): Promise<Report> {
    const { argv, flags } = await this.parse(Simulate)
    const readings = readReadingFlags(flags.reading)
    const outcomes: Outcome[] = []
    for (const file of argv.map(String)) outcomes.push(...simulate({ file, bytes: await bytesOf(file) }, readings))
    return {
      json: outcomes,
      text: outcomes.map((outcome) => outcomeText(outcome, {}, columns())).join('\n\n\n'),
      exitCode: exitCodeFor(
        outcomes.flatMap(({ findings }) => findings),
        'error',
      ),
    }
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new AnnexError('not-found', `the file ${file} cannot be read`, 'give a scenario file that is there')
  }
}
