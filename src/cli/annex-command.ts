// oclif is imported here only, by its parts: its index would load spinners, help and prompts as well.
import * as Args from '@oclif/core/args'
import { Command } from '@oclif/core/command'
import * as Flags from '@oclif/core/flags'
import type { Repository } from '../git/index.ts'
import type { ReportProgress } from '../workflows/index.ts'
import type { Report } from './output/report.ts'
import { writeReport } from './output/write.ts'
import { showsProgress, startProgress } from './progress.ts'

export { Args, Flags, type Report }

const SHALLOW_NOTE =
  'This clone is shallow: run git fetch --unshallow before annex sync, or the records cannot be shared.'

/**
 * The base of all commands: the flags `--repo` and `--json`, progress, and output. A command reads, computes and renders in
 * `answer`; it writes nothing to the terminal itself.
 */
export abstract class AnnexCommand extends Command {
  // oclif's own JSON flag prints errors with its internals; ours always prints one document.
  static override enableJsonFlag = false

  static override baseFlags = {
    json: Flags.boolean({ description: 'Print one JSON document instead of text.', helpGroup: 'GLOBAL' }),
    repo: Flags.string({
      description: 'The repository to work in (default: the one that holds the current folder).',
      helpGroup: 'GLOBAL',
      helpValue: 'DIR',
    }),
  }

  /** Reads, computes and renders. Writes nothing to the terminal. */
  protected abstract answer(): Promise<Report>

  /** Adds to an answer what all commands of a kind say. */
  protected finish(report: Report): Report {
    return report
  }

  private isShallow = false

  /** What could not be done after a commit was made. */
  private remarks: () => readonly string[] = () => []

  /** Opens the repository that holds a folder (default: the current one). git is loaded only by commands that call this. */
  protected async open(repo = '.'): Promise<Repository> {
    const { openTreatyRepository } = await import('../workflows/index.ts')
    const repository = await openTreatyRepository(repo)
    this.remarks = () => repository.remarks()
    return repository
  }

  /** Opens a repository to record in: if the clone is shallow, the answer ends with a note. */
  protected async openToRecord(repo: string | undefined): Promise<Repository> {
    const repository = await this.open(repo)
    this.isShallow = repository.shallow
    return repository
  }

  override async run(): Promise<void> {
    const report = withAside(this.finish(await this.answerWithProgress()), this.remarks())
    const isRecorded = this.isShallow && (report.exitCode ?? 0) === 0
    await writeReport(isRecorded ? { ...report, text: `${report.text}\n${SHALLOW_NOTE}` } : report, this.argv)
  }

  /** Whether work longer than a second shows its progress on the terminal. */
  protected readonly hasProgress: boolean = true

  /** Receives the progress of long work: steps done, steps in total. */
  protected reportProgress: ReportProgress = () => {}

  private async answerWithProgress(): Promise<Report> {
    if (!this.hasProgress || !showsProgress()) return this.answer()
    const line = startProgress(`annex ${this.id?.replaceAll(':', ' ')}`)
    this.reportProgress = line.report
    try {
      return await this.answer()
    } finally {
      line.end()
    }
  }

  // oclif would print a message of its own here; main.ts writes the one line that users see.
  protected override async catch(error: Error): Promise<never> {
    throw error
  }
}

// The commit is made, so the command has done what it was asked for: that something else is left over is said on standard error.
function withAside(report: Report, remarks: readonly string[]): Report {
  if (remarks.length === 0) return report
  return { ...report, aside: [report.aside, ...remarks].filter((remark) => remark !== undefined).join('; ') }
}
