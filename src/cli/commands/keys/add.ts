import { readFile } from 'node:fs/promises'
import { AnnexError, type CalendarDay } from '../../../treaty/index.ts'
import { addedKey, changeKeys } from '../../../workflows/index.ts'
import { AnnexCommand, Args, Flags, type Report } from '../../annex-command.ts'
import { dayFlag } from '../../flags/flags.ts'
import { approveFlag, changedKeysReport } from '../../output/keys-report.ts'

export default class KeysAdd extends AnnexCommand {
  static override summary = 'List a key: its owner may then sign records on main.'
  static override description =
    'The commit must be signed by a key that was listed before; the first key signs for itself. It is written to annexes/register/keys, an allowed signers file (ssh-keygen(1)). Where the policy asks for several keys, the others run the same command with --approve first.'
  static override examples = [
    '<%= config.bin %> keys add clerk@example.org clerk.pub --valid-before 2030-01-01',
    '<%= config.bin %> keys add clerk@example.org openpgp4fpr:0123456789ABCDEF0123456789ABCDEF01234567',
  ]
  static override args = {
    address: Args.string({ required: true, description: 'The email address that its owner commits with.' }),
    file: Args.string({
      required: true,
      description: 'The file of the public key, or the key itself; for OpenPGP, openpgp4fpr: and the fingerprint.',
    }),
  }
  static override flags = {
    'valid-after': dayFlag({ description: 'The key may sign from that day on (UTC).' }),
    'valid-before': dayFlag({ description: 'The key may sign before that day (UTC).' }),
    namespaces: Flags.string({
      default: 'git',
      description: 'What the key may sign, as ssh-keygen says it; git signs commits and tags.',
      helpValue: 'LIST',
    }),
    approve: approveFlag,
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(KeysAdd)
    const change = addedKey({
      address: args.address,
      key: await keyFrom(args.file),
      namespaces: flags.namespaces,
      validAfter: startOf(flags['valid-after']),
      validBefore: startOf(flags['valid-before']),
    })
    return changedKeysReport(
      await changeKeys(await this.openToRecord(flags.repo), change, flags.approve),
      flags.approve,
    )
  }
}

async function keyFrom(file: string): Promise<string> {
  if (/^(?:openpgp4fpr:|(?:ssh|ecdsa|sk)-\S+ )/.test(file)) return file
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new AnnexError('not-found', `cannot read the file ${file}`, 'name the file of a public key', { cause })
  }
}

function startOf(day: CalendarDay | undefined): number | null {
  return day === undefined ? null : Date.parse(`${day}T00:00:00Z`) / 1000
}
