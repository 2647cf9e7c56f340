import { findingsJson, findingsText, readingsText, readingText } from '../../../render/index.ts'
import { AnnexError, type Finding } from '../../../treaty/index.ts'
import { readingsInForce } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { Args } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'
import { columns } from '../../output/write.ts'
import { workTreeSnapshotOrNull } from '../../targets/work-tree.ts'

export default class Readings extends AnnexCommand {
  static override summary = 'The questions that the Convention leaves open, the options, and the choice in force here.'
  static override examples = ['<%= config.bin %> readings', '<%= config.bin %> readings denominator-date']
  static override args = { id: Args.string({ description: 'One question, with why each option is tenable.' }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Readings)
    const { readings, findings } = await readingsInForce(workTreeSnapshotOrNull(flags.repo))
    const { id } = args
    if (id === undefined) return report({ readings }, readingsText(readings, columns()), findings)
    const reading = readings.find((known) => known.id === id)
    if (reading === undefined) {
      throw new AnnexError('not-found', `there is no reading "${id}"`, 'annex readings lists those there are')
    }
    return report(
      reading,
      readingText(reading),
      findings.filter(({ at }) => at?.path?.[1] === id),
    )
  }
}

/** What a repository chooses in vain is said above the answer: there the default holds, unchosen. */
function report(json: object, text: string, findings: readonly Finding[]): Report {
  if (findings.length === 0) return { json, text }
  const told = findingsJson(findings, 1)
  return { json: { ...json, findings: told.findings }, text: `${findingsText(findings)}\n\n${text}`, exitCode: 1 }
}
