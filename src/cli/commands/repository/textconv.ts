import { AnnexCommand, Args, type Report } from '../../annex-command.ts'
import { runTextconv } from '../../drivers/textconv.ts'
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
    return runTextconv(pathNamed(args.file, flags.repo))
  }
}
