import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { runMergeDriver } from '../../drivers/merge-driver.ts'

export default class MergeDriver extends AnnexCommand {
  static override summary = 'Merge a document by entry and field for git; annex git-setup configures git to run it.'
  static override description =
    'git passes the common base, our version and their version (%O %A %B) and the path (%P). The result replaces our version. Exit code 1 means that it has conflict markers, in the style of merge.conflictStyle. A file that is not a document, or cannot be read as one, is merged by lines.'
  static override examples = ['<%= config.bin %> merge-driver base.yaml ours.yaml theirs.yaml annexes/annex-1.yaml']
  static override args = {
    base: Args.string({ required: true, description: 'The common base (%O).' }),
    ours: Args.string({ required: true, description: 'Our version (%A), which the result replaces.' }),
    theirs: Args.string({ required: true, description: 'Their version (%B).' }),
    path: Args.string({ required: true, description: 'The path in the repository (%P).' }),
  }
  static override flags = {
    'marker-size': Flags.string({ description: 'The length of conflict markers (%L).', helpValue: 'N' }),
    'label-base': Flags.string({ description: 'The name of the base in conflict markers (%S).', helpValue: 'NAME' }),
    'label-ours': Flags.string({ description: 'The name of our version (%X).', helpValue: 'NAME' }),
    'label-theirs': Flags.string({ description: 'The name of their version (%Y).', helpValue: 'NAME' }),
  }

  // git runs it and owns the terminal.
  protected override readonly hasProgress = false

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(MergeDriver)
    const labels = { base: flags['label-base'], ours: flags['label-ours'], theirs: flags['label-theirs'] }
    return runMergeDriver({ ...args, markerSize: flags['marker-size'], labels })
  }
}
