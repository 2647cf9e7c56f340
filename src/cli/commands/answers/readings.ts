import type { Snapshot } from '../../../git/index.ts'
import { findingsJson, findingsText, readingsText, readingText } from '../../../render/index.ts'
import { AnnexError, type Finding } from '../../../treaty/index.ts'
import { readingsInForce } from '../../../workflows/index.ts'
import { Args, type Report } from '../../annex-command.ts'
import { columns } from '../../output/write.ts'
import { RecordCommand } from '../../record-command.ts'
import { workTreeSnapshotOrNull } from '../../targets/work-tree.ts'

export default class Readings extends RecordCommand {
  static override summary =
    'Show the questions that the Convention leaves open, their options, and the choice in force here.'
  static override examples = ['<%= config.bin %> readings', '<%= config.bin %> readings denominator-date']
  static override args = { id: Args.string({ description: 'One question, with the reasons for each option.' }) }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Readings)
    const { readings, findings } = await readingsInForce(await this.snapshot(flags))
    const { id } = args
    if (id === undefined) return report({ readings }, readingsText(readings, columns()), findings)
    const reading = readings.find((known) => known.id === id)
    if (reading === undefined) {
      throw new AnnexError('not-found', `unknown reading "${id}"`, 'annex readings lists all readings')
    }
    return report(
      reading,
      readingText(reading),
      findings.filter(({ at }) => at?.path?.[1] === id),
    )
  }

  private async snapshot(flags: {
    repo?: string | undefined
    'known-on'?: string | undefined
  }): Promise<Snapshot | null> {
    if (flags['known-on'] === undefined) return workTreeSnapshotOrNull(flags.repo)
    const repository = await this.openRecord(flags)
    return repository.at(await repository.tipOf(repository.mainBranch))
  }
}

/** Prints findings above the answer: where a repository's choice is invalid, the default option is in force. */
function report(json: object, text: string, findings: readonly Finding[]): Report {
  if (findings.length === 0) return { json, text }
  const found = findingsJson(findings, 1)
  return { json: { ...json, findings: found.findings }, text: `${findingsText(findings)}\n\n${text}`, exitCode: 1 }
}
