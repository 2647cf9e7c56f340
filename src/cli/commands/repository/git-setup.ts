import { ATTRIBUTE_LINES, DOCUMENT_ATTRIBUTES, setUpDrivers } from '../../../workflows/index.ts'
import { AnnexCommand, type Report } from '../../annex-command.ts'
import { shellCommand } from '../../drivers/program.ts'

export default class GitSetup extends AnnexCommand {
  static override summary = 'Make git merge, rebase, diff and log -p work by entry in this clone.'
  static override description =
    'git keeps drivers in the configuration of a clone, so set up each clone once. Run it again after an upgrade that moves annex, and in a clone that an earlier version set up. Where annex cannot be started, git merges by lines. The merge button of a git host runs no driver: merge a proposal with annex proposal adopt, or in a clone that is set up.'
  static override examples = ['<%= config.bin %> git-setup']

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(GitSetup)
    const repository = await this.open(flags.repo)
    const { command, isOnPath } = shellCommand(this.config.root)
    const settings = settingsFor(command)
    const { attributes } = await setUpDrivers(repository, settings)
    const moved = `annex is not on the PATH, so git starts it by its absolute path (${command}): run annex git-setup again when that moves.`
    return {
      json: { settings, attributes: { file: attributes, line: DOCUMENT_ATTRIBUTES, lines: ATTRIBUTE_LINES } },
      text: [
        `git merge, git rebase, git diff and git log -p now work by entry in this clone (its configuration, and ${attributes}).`,
        ...(isOnPath ? [] : [moved]),
      ].join('\n'),
    }
  }
}

/** The flags and arguments with which git tells the driver what to merge, gitattributes(5). */
const HANDED = '--marker-size=%L --label-base=%S --label-ours=%X --label-theirs=%Y %O %A %B %P'
/** What git does without a driver. It is the way out when annex is missing or fails: the file still gets conflict markers. */
const BY_LINES = 'git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B'

function settingsFor(command: string): Record<string, string> {
  return {
    'merge.annex.name': 'merge annexes by entry and field',
    'merge.annex.driver': `${command} merge-driver ${HANDED} || { test $? -eq 1 && grep -q '^<<<<<<<' %A && exit 1; ${BY_LINES}; }`,
    'diff.annex.textconv': `f() { ${command} textconv "$1" || cat "$1"; }; f`,
    'diff.annex.cachetextconv': 'true',
  }
}
