import { readFile } from 'node:fs/promises'
import { writeTextFile } from '../../../git/index.ts'
import { safeForTerminal } from '../../../render/index.ts'
import { mergeFiles } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { Args } from '../../oclif.ts'
import type { Report } from '../../output/report.ts'

export default class MergeDriver extends AnnexCommand {
  static override summary = 'Merge a document by entry and field for plain git; annex git-setup tells git to call it.'
  static override description =
    'git hands over the common base, our version and theirs (%O %A %B) and the path (%P); the result is written over ours. Exit code 1 says that conflicts are marked in it.'
  static override examples = ['<%= config.bin %> merge-driver base.yaml ours.yaml theirs.yaml annexes/annex-1.yaml']
  static override args = {
    base: Args.string({ required: true, description: 'The common base (%O).' }),
    ours: Args.string({ required: true, description: 'Our version (%A), which the result replaces.' }),
    theirs: Args.string({ required: true, description: 'Their version (%B).' }),
    path: Args.string({ required: true, description: 'The path in the repository (%P).' }),
  }

  // git runs it, and shows what it likes on the terminal meanwhile.
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
