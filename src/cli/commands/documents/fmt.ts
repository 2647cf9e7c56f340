import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeTextFile } from '../../../git/index.ts'
import { countText, findingsJson, findingsText, safeForTerminal } from '../../../render/index.ts'
import type { Finding } from '../../../treaty/index.ts'
import { formatFiles } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { filesNamed, namedFilesSnapshot, pathNamed, WHERE_PATHS_ARE } from '../../targets/named-files.ts'

export default class Fmt extends AnnexCommand {
  static override summary = 'Rewrite files in canonical form: stable order and layout, comments kept, no text changed.'
  static override examples = [
    '<%= config.bin %> fmt',
    '<%= config.bin %> fmt --check',
    '<%= config.bin %> fmt annexes/annex-1.yaml',
  ]
  static override strict = false
  static override args = {
    path: Args.string({
      description: `Files, or folders in annexes/ (default: all files that the program knows in annexes/); ${WHERE_PATHS_ARE}.`,
    }),
  }
  static override flags = {
    check: Flags.boolean({ description: 'Write nothing; exit with 1 if a file is not in canonical form.' }),
  }

  protected override async answer(): Promise<Report> {
    const { argv, flags } = await this.parse(Fmt)
    const files = await filesNamed(argv.map(String), flags.repo)
    const { formatted, findings } = await formatFiles(namedFilesSnapshot(flags.repo), files, (file, schema) =>
      existsSync(join(dirname(pathNamed(file, flags.repo)), schema)),
    )
    if (!flags.check) for (const { file, text } of formatted) writeTextFile(pathNamed(file, flags.repo), text)
    const changed = formatted.map(({ file }) => file)
    const json = { changed, check: flags.check ?? false, ...findingsJson(findings, files.length) }
    const done = flags.check ? 'not in canonical form' : 'rewritten'
    const verdict =
      changed.length === 0
        ? canonical(files, findings)
        : changed.map((file) => `${safeForTerminal(file)}: ${done}`).join('\n')
    if (findings.length > 0) {
      return {
        json,
        text: [`${findingsText(findings)}\n`, countText(findings), verdict].filter((part) => part !== '').join('\n'),
        exitCode: 1,
      }
    }
    return { json, text: verdict, exitCode: flags.check && changed.length > 0 ? 1 : 0 }
  }
}

/** Returns how many files are in canonical form; files that could not be read are not counted. */
function canonical(files: readonly string[], findings: readonly Finding[]): string {
  const unread = new Set(findings.map(({ at }) => at?.file))
  const read = files.filter((file) => !unread.has(file)).length
  if (read === 0 && unread.size > 0) return ''
  const which = `${read}${unread.size > 0 ? ' other' : ''} ${read === 1 ? 'file' : 'files'}`
  return `${which}, ${read === 1 ? '' : 'all '}in canonical form.`
}
