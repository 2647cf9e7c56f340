import { appendFile } from 'node:fs/promises'
import { ALL_RULE_PAGES, validateAll, validateFiles } from '../proceedings/index.ts'
import { findingsJson, githubSummary } from '../render/index.ts'
import { AnnexCommand } from '../terminal/annex-command.ts'
import { exitCodeFor } from '../terminal/exit-code.ts'
import { filesNamed } from '../terminal/files-named.ts'
import { FINDINGS_FORMATS, printFindings, sourcesOf } from '../terminal/findings-format.ts'
import { Args, Flags } from '../terminal/oclif.ts'
import { placeOf } from '../terminal/place.ts'
import type { Report } from '../terminal/report.ts'

export default class Validate extends AnnexCommand {
  static override summary = 'Judge the files: by their schemas, by the law, by the rules for words and facts.'
  static override examples = [
    '<%= config.bin %> validate',
    '<%= config.bin %> validate annexes/annex-1.yaml --format json',
    '<%= config.bin %> validate --format sarif > annex.sarif',
    '<%= config.bin %> validate --at annex-1/v1',
  ]
  static override strict = false
  static override args = {
    path: Args.string({ description: 'Files to judge by themselves (default: all of annexes/).' }),
  }
  static override flags = {
    at: Flags.string({ description: 'A revision instead of the work tree.', helpValue: 'REV' }),
    format: Flags.option({
      options: FINDINGS_FORMATS,
      default: 'text' as const,
      description: 'The form of the findings.',
    })(),
    'fail-on': Flags.option({
      options: ['error', 'warning', 'note'] as const,
      default: 'warning' as const,
      description: 'The least grave finding that gives exit code 1.',
    })(),
  }

  protected override async answer(): Promise<Report> {
    const { argv, flags } = await this.parse(Validate)
    const [snapshot, paths] =
      argv.length === 0
        ? [await placeOf(flags.repo, flags.at), undefined]
        : await filesNamed(argv.map(String), flags.repo, flags.at)
    const judged = await (paths === undefined ? validateAll(snapshot) : validateFiles(snapshot, paths))
    if (flags.format === 'github') await addToJobSummary(githubSummary(judged.findings, judged.files.length))
    const tool = { version: this.config.version, rules: ALL_RULE_PAGES }
    const sources = await sourcesOf(snapshot, judged.findings)
    return {
      json: findingsJson(judged.findings, judged.files.length),
      text: printFindings(flags.format, judged, tool, sources),
      exitCode: exitCodeFor(judged.findings, flags['fail-on']),
    }
  }
}

// GitHub names a file for each step; what is written to it stands on the job's page.
async function addToJobSummary(markdown: string): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file !== undefined && file !== '') await appendFile(file, markdown)
}
