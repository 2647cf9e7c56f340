import { listKeys } from '../../../workflows/index.ts'
import { AnnexCommand, type Report } from '../../annex-command.ts'
import { keysJson, keysText } from '../../output/keys-report.ts'

export default class KeysList extends AnnexCommand {
  static override summary = 'List the keys that may sign records on main, and how many an act needs.'
  static override examples = ['<%= config.bin %> keys list']

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(KeysList)
    const listed = await listKeys(await this.open(flags.repo))
    return { json: keysJson(listed), text: keysText(listed) }
  }
}
