import { Args, Flags } from '@oclif/core'
import { validateAll, validateFiles } from '../proceedings/index.ts'
import { countText, findingsJson, findingsText } from '../render/index.ts'
import { AnnexCommand } from '../terminal/annex-command.ts'
import { exitCodeFor } from '../terminal/exit-code.ts'
import { filesNamed } from '../terminal/files-named.ts'
import { placeOf } from '../terminal/place.ts'
import type { Report } from '../terminal/report.ts'

const FORMATS = ['text', 'json'] as const

export default class Validate extends AnnexCommand {
  static override summary = 'Judge the files: by their schemas, by the law, by the rules for words and facts.'
  static override examples = [
    '<%= config.bin %> validate',
    '<%= config.bin %> validate annexes/annex-1.yaml --format json',
    '<%= config.bin %> validate --at annex-1/v1',
  ]
  static override strict = false
  static override args = {
    path: Args.string({ description: 'Files to judge by themselves (default: all of annexes/).' }),
  }
  static override flags = {
    at: Flags.string({ description: 'A revision instead of the work tree.', helpValue: 'REV' }),
    format: Flags.option({ options: FORMATS, default: 'text' as const, description: 'The form of the findings.' })(),
    'fail-on': Flags.option({
      options: ['error', 'warning', 'note'] as const,
      default: 'warning' as const,
      description: 'The least grave finding that gives exit code 1.',
    })(),
  }

  protected override async answer(): Promise<Report> {
    const { argv, flags } = await this.parse(Validate)
    const paths = argv.map(String)
    const { findings, files } =
      paths.length === 0
        ? await validateAll(await placeOf(flags.repo, flags.at))
        : await validateFiles(...(await filesNamed(paths, flags.repo, flags.at)))
    const json = findingsJson(findings, files.length)
    const verdict = `${files.length} ${files.length === 1 ? 'file' : 'files'}: ${countText(findings)}.`
    const text = findings.length === 0 ? verdict : `${findingsText(findings)}\n\n${verdict}`
    return {
      json,
      text: flags.format === 'json' ? JSON.stringify(json, null, 2) : text,
      exitCode: exitCodeFor(findings, flags['fail-on']),
    }
  }
}
