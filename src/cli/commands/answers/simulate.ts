import { readFile } from 'node:fs/promises'
import { outcomeText } from '../../../render/index.ts'
import { AnnexError, type Outcome } from '../../../treaty/index.ts'
import { simulate } from '../../../workflows/index.ts'
import { AnnexCommand, Args, type Report } from '../../annex-command.ts'
import { readingFlag, readReadingFlags } from '../../flags/readings.ts'
import { exitCodeFor } from '../../output/report.ts'
import { columns } from '../../output/write.ts'

export default class Simulate extends AnnexCommand {
  static override summary =
    'Compute what the Convention says about a what-if, read from a YAML file; no repository is needed.'
  static override description =
    'The file holds Parties, events and a day (schemas/scenario.schema.json). Each YAML document in it is one what-if.'
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
    throw new AnnexError('not-found', `cannot read the file ${file}`, 'name an existing scenario file')
  }
}
