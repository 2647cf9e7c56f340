import { safeForTerminal } from '../../../render/index.ts'
import { AnnexError } from '../../../treaty/index.ts'
import { proposalOnBranch } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'

export default class ProposalCommit extends AnnexCommand {
  static override summary = 'Commit the edits under annexes/ to the proposal branch; git commit does the same.'
  static override examples = ['<%= config.bin %> proposal commit -m "Add the Convention on Cybercrime"']
  static override flags = {
    message: Flags.string({ char: 'm', description: 'The commit message.', helpValue: 'MESSAGE' }),
  }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(ProposalCommit)
    const repository = await this.open(flags.repo)
    const { branch } = await repository.head()
    const id = branch === null ? null : proposalOnBranch(branch)
    if (branch === null || id === null) {
      throw new AnnexError(
        'not-allowed',
        branch === null ? 'no branch is checked out' : `${branch} is not the branch of a proposal`,
        'switch to one (git switch proposal/ID), or create one with annex proposal new',
      )
    }
    const message = flags.message ?? `Edit ${id}`
    const { changed, untracked } = await repository.status('annexes/')
    const files = [...changed, ...untracked].sort()
    const { commit } = await repository.stageAndCommitWorkTree({ prefix: 'annexes/', message: `${message}\n` })
    return {
      json: { branch, commit, files },
      text: `Committed to ${branch} as ${commit.slice(0, 12)}: ${files.map(safeForTerminal).join(', ')}`,
    }
  }
}
