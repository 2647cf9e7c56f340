import { readFile } from 'node:fs/promises'
import { parseFile } from '../../../files/index.ts'
import { documentLines } from '../../../render/index.ts'
import { AnnexCommand, Args, type Report } from '../../annex-command.ts'
import { pathNamed, WHERE_PATHS_ARE } from '../../targets/named-files.ts'

export default class Textconv extends AnnexCommand {
  static override summary = 'Print a document as one line per field, for git diff and git log -p; see annex git-setup.'
  static override examples = ['<%= config.bin %> textconv annexes/annex-1.yaml']
  static override args = {
    file: Args.string({ required: true, description: `The file that git passes; ${WHERE_PATHS_ARE}.` }),
  }

  // git runs it and owns the terminal.
  protected override readonly hasProgress = false

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(Textconv)
    const bytes = await readFile(pathNamed(args.file, flags.repo))
    const { data } = parseFile('document', { file: args.file, bytes })
    // git needs text for any file: a file that is not a document is compared as it is.
    const text = data === null ? bytes.toString('utf8') : documentLines(data)
    return { json: { lines: text.split('\n') }, text, form: 'file' }
  }
}
