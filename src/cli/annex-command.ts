import type { TellProgress } from '../workflows/index.ts'
import { Command, Flags } from './oclif.ts'
import type { Report } from './output/report.ts'
import { writeReport } from './output/write.ts'
import { wantsBar } from './progress/wanted.ts'

const OF_SHALLOW = 'This clone is shallow: annex sync can share its records only after git fetch --unshallow.'

/**
 * What all commands share: `--repo` and `--json`, and how an answer leaves the program. A command reads, computes and
 * renders in `answer`; it writes nothing to the terminal itself.
 */
export abstract class AnnexCommand extends Command {
  // oclif's own JSON flag prints errors with its internals; ours prints one document, whatever happens.
  static override enableJsonFlag = false

  static override baseFlags = {
    json: Flags.boolean({ description: 'Print one JSON document instead of text.', helpGroup: 'GLOBAL' }),
    repo: Flags.string({
      description: 'The repository to work in (default: the one that holds this folder).',
      helpGroup: 'GLOBAL',
      helpValue: 'DIR',
    }),
  }

  /** Reads, computes and renders. Writes nothing to the terminal. */
  protected abstract answer(): Promise<Report>

  private isShallow = false

  /** Takes note that the command records in this repository: people are told where that cannot be shared yet. */
  protected recording<Opened extends { readonly shallow: boolean }>(repository: Opened): Opened {
    this.isShallow = repository.shallow
    return repository
  }

  override async run(): Promise<void> {
    const report = await this.answerBesideBar()
    const isRecorded = this.isShallow && (report.exitCode ?? 0) === 0
    await writeReport(isRecorded ? { ...report, text: `${report.text}\n${OF_SHALLOW}` } : report, this.argv)
  }

  /** Whether work longer than a second shows a bar on the terminal. */
  protected readonly showsBar: boolean = true

  /** Says how much of the work is done, and of how much. */
  protected tellProgress: TellProgress = () => {}

  private async answerBesideBar(): Promise<Report> {
    if (!this.showsBar || !wantsBar()) return this.answer()
    const { barBeside } = await import('./progress/bar.ts')
    const bar = barBeside(`annex ${this.id?.replaceAll(':', ' ')}`, this.config.root)
    this.tellProgress = bar.tell
    try {
      return await this.answer()
    } finally {
      bar.end()
    }
  }

  // oclif prints a message of its own here; the one line a user sees is written in main.ts.
  protected override async catch(error: Error): Promise<never> {
    throw error
  }
}
