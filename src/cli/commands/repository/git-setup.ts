import { join } from 'node:path'
import { DOCUMENT_ATTRIBUTES, setUpDrivers } from '../../../workflows/index.ts'
import { AnnexCommand, type Report } from '../../annex-command.ts'

export default class GitSetup extends AnnexCommand {
  static override summary = 'Make git merge, rebase, diff and log -p work by entry in this clone.'
  static override description =
    'git keeps drivers in the configuration of a clone, so set up each clone once. The merge button of a git host runs no driver: merge a proposal with annex proposal adopt, or in a clone that is set up.'
  static override examples = ['<%= config.bin %> git-setup']

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(GitSetup)
    const repository = await this.open(flags.repo)
    const program = [process.execPath, join(this.config.root, 'bin', 'run.js')].map(quoted).join(' ')
    const settings = {
      'merge.annex.name': 'merge annexes by entry and field',
      'merge.annex.driver': `${program} merge-driver %O %A %B %P`,
      'diff.annex.textconv': `${program} textconv`,
      'diff.annex.cachetextconv': 'true',
    }
    const { attributes } = await setUpDrivers(repository, settings)
    return {
      json: { settings, attributes: { file: attributes, line: DOCUMENT_ATTRIBUTES } },
      text: `git merge, git rebase, git diff and git log -p now work by entry in this clone (its configuration, and ${attributes}).`,
    }
  }
}

// git runs the line in a shell.
function quoted(word: string): string {
  return /^[\w/.:@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
