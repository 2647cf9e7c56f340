import { formatFiles } from '../proceedings/index.ts'
import { countText, findingsJson, findingsText } from '../render/index.ts'
import { writeTextFile } from '../store/index.ts'
import { AnnexCommand } from '../terminal/annex-command.ts'
import { annexFiles } from '../terminal/annex-files.ts'
import { filesNamed } from '../terminal/files-named.ts'
import { Args, Flags } from '../terminal/oclif.ts'
import type { Report } from '../terminal/report.ts'

export default class Fmt extends AnnexCommand {
  static override summary = 'Canonical form: stable order and layout, comments kept, no word changed.'
  static override examples = [
    '<%= config.bin %> fmt',
    '<%= config.bin %> fmt --check',
    '<%= config.bin %> fmt annexes/annex-1.yaml',
  ]
  static override strict = false
  static override args = { path: Args.string({ description: 'Files (default: all of annexes/).' }) }
  static override flags = {
    check: Flags.boolean({ description: 'Write nothing; exit 1 where a file is not in canonical form.' }),
  }

  protected override async answer(): Promise<Report> {
    const { argv, flags } = await this.parse(Fmt)
    const named = argv.map(String)
    const paths = named.length > 0 ? named : await annexFiles(flags.repo)
    const [snapshot, files] = await filesNamed(paths, undefined)
    const { formatted, findings } = await formatFiles(snapshot, files)
    if (!flags.check) for (const { file, text } of formatted) writeTextFile(file, text)
    const changed = formatted.map(({ file }) => file)
    const json = { changed, check: flags.check ?? false, ...findingsJson(findings, files.length) }
    const done = flags.check ? 'not in canonical form' : 'rewritten'
    const verdict =
      changed.length === 0
        ? `${files.length} ${files.length === 1 ? 'file' : 'files'}, all in canonical form.`
        : changed.map((file) => `${file}: ${done}`).join('\n')
    if (findings.length > 0) {
      return { json, text: `${findingsText(findings)}\n\n${countText(findings)}\n${verdict}`, exitCode: 1 }
    }
    return { json, text: verdict, exitCode: flags.check && changed.length > 0 ? 1 : 0 }
  }
}
