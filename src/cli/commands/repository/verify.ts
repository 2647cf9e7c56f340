import { countText, findingsJson, findingsText } from '../../../render/index.ts'
import { type VerifiedCounts, verify } from '../../../workflows/index.ts'
import { AnnexCommand, type Report } from '../../annex-command.ts'
import { exitCodeFor } from '../../output/report.ts'

export default class Verify extends AnnexCommand {
  static override summary = "Verify that main's history, frozen changes, digests, tags and signatures agree."
  static override description =
    'Reports a rewritten history, an edited record or frozen text, an annex changed without an adoption, and a moved tag. If main has annexes/register/keys, record commits and tags must be signed with a key that it lists: an allowed signers file, see ssh-keygen(1); for an OpenPGP key, the email address of its owner and openpgp4fpr:FINGERPRINT. Only the check of signatures with OpenPGP keys needs a program, gpg; the configuration of the repository does not choose it.'
  static override examples = ['<%= config.bin %> verify', '<%= config.bin %> verify --json']

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(Verify)
    const { main, verified, findings } = await verify(await this.open(flags.repo), this.reportProgress)
    const verdict = `main at ${main.slice(0, 12)}: ${numbersOf(verified)}: ${countText(findings)}.`
    const files = verified.documents + verified.proposals + verified.events
    return {
      json: { main, verified, ...findingsJson(findings, files) },
      text: findings.length === 0 ? verdict : `${verdict}\n\n${findingsText(findings)}`,
      exitCode: exitCodeFor(findings),
    }
  }
}

function numbersOf({ commits, documents, editions, proposals, events, signatures }: VerifiedCounts): string {
  return [
    counted(commits, 'commit'),
    counted(documents, 'document'),
    counted(editions, 'edition'),
    counted(proposals, 'proposal'),
    counted(events, 'event'),
    signatures === null ? 'signatures not checked (no keys)' : counted(signatures, 'signature'),
  ].join(', ')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
