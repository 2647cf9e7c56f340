import { readFile } from 'node:fs/promises'
import { writeTextFile } from '../../../git/index.ts'
import { safeForTerminal } from '../../../render/index.ts'
import { mergeFiles } from '../../../workflows/index.ts'
import { AnnexCommand, Args, type Report } from '../../annex-command.ts'

export default class MergeDriver extends AnnexCommand {
  static override summary = 'Merge a document by entry and field for git; annex git-setup configures git to run it.'
  static override description =
    'git passes the common base, our version and their version (%O %A %B) and the path (%P). The result replaces our version. Exit code 1 means that it has conflict markers.'
  static override examples = ['<%= config.bin %> merge-driver base.yaml ours.yaml theirs.yaml annexes/annex-1.yaml']
  static override args = {
    base: Args.string({ required: true, description: 'The common base (%O).' }),
    ours: Args.string({ required: true, description: 'Our version (%A), which the result replaces.' }),
    theirs: Args.string({ required: true, description: 'Their version (%B).' }),
    path: Args.string({ required: true, description: 'The path in the repository (%P).' }),
  }

  // git runs it and owns the terminal.
  protected override readonly hasProgress = false

  protected override async answer(): Promise<Report> {
    const { args } = await this.parse(MergeDriver)
    const [base, ours, theirs] = await Promise.all([args.base, args.ours, args.theirs].map((file) => readFile(file)))
    const { text, conflicts } = mergeFiles({
      path: args.path,
      base: base ?? new Uint8Array(),
      ours: ours ?? new Uint8Array(),
      theirs: theirs ?? new Uint8Array(),
    })
    writeTextFile(args.ours, text)
    const lines = conflicts.map(({ entry, field, base: was, ours: mine, theirs: other }) => {
      const where = `${args.path}: ${entry ?? 'the document'}, ${field}`
      return safeForTerminal(`${where}: was ${shown(was)}, ours ${shown(mine)}, theirs ${shown(other)}`)
    })
    return { json: { path: args.path, conflicts }, text: lines.join('\n'), exitCode: conflicts.length === 0 ? 0 : 1 }
  }
}

function shown(words: string | null): string {
  return words === null ? 'nothing' : `"${words}"`
}
