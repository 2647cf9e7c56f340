import { changeKeys, removedKey } from '../../../workflows/index.ts'
import { AnnexCommand, Args, type Report } from '../../annex-command.ts'
import { approveFlag, changedKeysReport } from '../../output/keys-report.ts'

export default class KeysRemove extends AnnexCommand {
  static override summary = 'Remove a key: it signs nothing later. What it signed before stays good.'
  static override description =
    'The commit must be signed by a key that was listed before. The last key is not removed, and no more than the policy can do without.'
  static override examples = ['<%= config.bin %> keys remove clerk@example.org']
  static override args = {
    key: Args.string({
      required: true,
      description: 'The address of its owner, or its fingerprint (annex keys list).',
    }),
  }
  static override flags = { approve: approveFlag }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(KeysRemove)
    const repository = await this.openToRecord(flags.repo)
    return changedKeysReport(await changeKeys(repository, removedKey(args.key), flags.approve), flags.approve)
  }
}
