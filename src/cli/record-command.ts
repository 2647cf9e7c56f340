import type { Repository } from '../git/index.ts'
import { type KnownOn, repositoryKnownOn } from '../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from './annex-command.ts'

/** The base of the commands that answer from the record: with `--known-on`, from the record as it then was. */
export abstract class RecordCommand extends AnnexCommand {
  static override baseFlags = {
    ...AnnexCommand.baseFlags,
    'known-on': Flags.string({
      description:
        'Answer from the record as it was at this commit of main, or at the end of this day (UTC) by the time of recording. Drafts are left out.',
      helpValue: 'REV|DATE',
    }),
  }

  /** The commit of main that the answer is given by; null without `--known-on`. */
  protected knownOn: KnownOn | null = null

  /** Opens the repository; with `--known-on`, as it then was. */
  protected async openRecord(flags: {
    repo?: string | undefined
    'known-on'?: string | undefined
  }): Promise<Repository> {
    const repository = await this.open(flags.repo)
    const asked = flags['known-on']
    if (asked === undefined) return repository
    const then = await repositoryKnownOn(repository, asked)
    this.knownOn = then.knownOn
    return then.repository
  }

  protected override finish(report: Report): Report {
    const { knownOn } = this
    if (knownOn === null) return report
    const says = `As main recorded it at ${knownOn.commit.slice(0, 12)}, ${knownOn.recorded}.`
    const json = () => withKnownOn(typeof report.json === 'function' ? report.json() : report.json, knownOn)
    if (report.form !== 'file') return { ...report, json, text: `${says}\n\n${report.text}` }
    return { ...report, json, remarks: [says, ...(report.remarks === undefined ? [] : [report.remarks])].join('\n') }
  }
}

function withKnownOn(json: unknown, knownOn: KnownOn): unknown {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json, knownOn } : json
}
