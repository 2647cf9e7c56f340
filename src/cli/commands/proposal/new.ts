import type { Proposal } from '../../../treaty/index.ts'
import { newProposal } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { documentOption, proposalArgument, readTextFlag } from '../../flags/flags.ts'

const BASES = ['70.1', '70.2', '62', '68', 'correction'] as const

export default class ProposalNew extends AnnexCommand {
  static override summary = 'Create a draft on a new branch, and switch to it.'
  static override examples = [
    '<%= config.bin %> proposal new add-budapest --basis 70.1 --document annex-1 --by FRA --title "Addition of the Convention on Cybercrime"',
  ]
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = {
    basis: Flags.option({ options: BASES, required: true, description: 'The provision it is based on.' })(),
    document: documentOption({ required: true }),
    by: Flags.string({
      required: true,
      description: "Who proposes it: a Party's code, secretariat, commission or depositary.",
      helpValue: 'WHO',
    }),
    title: Flags.string({ required: true, description: 'The title of the proposal.' }),
    statement: Flags.string({
      description:
        'The reasons; under Article 70(3), how the instrument is directly related to international crime. @FILE reads them from a file.',
      helpValue: 'TEXT|@FILE',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalNew)
    const repository = await this.open(flags.repo)
    const proposal: Proposal = {
      proposal: args.id,
      basis: flags.basis,
      document: flags.document,
      by: flags.by,
      title: flags.title,
      ...(flags.statement === undefined ? {} : { statement: await readTextFlag(flags.statement) }),
    }
    const { branch, commit, file } = await newProposal(repository, proposal)
    return {
      json: { proposal: args.id, branch, commit, file },
      text: `Switched to the new branch ${branch}. Edit annexes/${flags.document}.yaml (see annex entry --help), then run annex proposal check ${args.id}.`,
    }
  }
}
