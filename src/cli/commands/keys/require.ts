import { AnnexError } from '../../../treaty/index.ts'
import { changedPolicy, changeKeys } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { withoutUndefined } from '../../flags/flags.ts'
import { approveFlag, changedKeysReport } from '../../output/keys-report.ts'

export default class KeysRequire extends AnnexCommand {
  static override summary = 'Set how many keys an adoption and a change of keys need.'
  static override description =
    'Written to annexes/register/policy.yaml. It is itself a change of keys: it needs as many keys as the policy before it asks.'
  static override examples = ['<%= config.bin %> keys require --adoption 2 --keys 2']
  static override flags = {
    adoption: Flags.integer({ min: 1, max: 99, description: 'How many keys an adoption needs.', helpValue: 'N' }),
    keys: Flags.integer({
      min: 1,
      max: 99,
      description: 'How many keys a change of the keys or of this policy needs.',
      helpValue: 'N',
    }),
    approve: approveFlag,
  }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(KeysRequire)
    const needed = withoutUndefined({ adoption: flags.adoption, keys: flags.keys })
    if (Object.keys(needed).length === 0) {
      throw new AnnexError('usage', 'nothing to set', 'write --adoption N, --keys N, or both')
    }
    const repository = await this.openToRecord(flags.repo)
    return changedKeysReport(await changeKeys(repository, changedPolicy(needed), flags.approve), flags.approve)
  }
}
