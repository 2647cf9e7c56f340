import { countText, findingsJson } from '../../../render/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { formatFlag } from '../../flags/flags.ts'
import { findingsReport } from '../../output/findings-report.ts'
import { FINDINGS_FORMATS } from '../../output/formats.ts'
import { WHERE_PATHS_ARE } from '../../targets/named-files.ts'
import { validateNamed } from '../../targets/validate-named.ts'

export default class Validate extends AnnexCommand {
  static override summary = 'Check files against their schemas, the law, and the rules for text and facts.'
  static override examples = [
    '<%= config.bin %> validate',
    '<%= config.bin %> validate annexes/annex-1.yaml --format json',
    '<%= config.bin %> validate --format sarif > annex.sarif',
    '<%= config.bin %> validate --at annex-1/v1',
  ]
  static override strict = false
  static override args = {
    path: Args.string({
      description: `Files to check one by one, or folders in annexes/ (default: all of annexes/); ${WHERE_PATHS_ARE}.`,
    }),
  }
  static override flags = {
    at: Flags.string({ description: 'Check this revision instead of the work tree.', helpValue: 'REV' }),
    format: formatFlag(FINDINGS_FORMATS, 'text'),
    'fail-on': Flags.option({
      options: ['error', 'warning', 'note'] as const,
      default: 'warning' as const,
      description: 'Lowest severity that causes exit code 1.',
    })(),
  }

  protected override async answer(): Promise<Report> {
    const { argv, flags } = await this.parse(Validate)
    const { judged, snapshot, onDisk } = await validateNamed(argv.map(String), {
      repo: flags.repo,
      revision: flags.at,
      report: this.reportProgress,
    })
    const { findings, files } = judged
    const verdict = `${files.length} ${files.length === 1 ? 'file' : 'files'}: ${countText(findings)}.`
    const found = { command: 'annex validate', verdict, findings, files, json: findingsJson(findings, files.length) }
    const asked = { format: flags.format, failOn: flags['fail-on'], version: this.config.version }
    return findingsReport(found, asked, snapshot, onDisk)
  }
}
