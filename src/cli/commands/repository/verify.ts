import { text } from 'node:stream/consumers'
import type { Repository } from '../../../git/index.ts'
import { countText, findingsJson, findingsText } from '../../../render/index.ts'
import { AnnexError, hasErrors } from '../../../treaty/index.ts'
import {
  acceptMain,
  judgePush,
  openToVerify,
  readPushedRefs,
  type Verified,
  type VerifiedClone,
  type VerifiedCounts,
  verifyBeyondMain,
  verifyClone,
} from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { exitCodeFor } from '../../output/report.ts'

export default class Verify extends AnnexCommand {
  static override summary = "Verify that main's history, frozen changes, digests, tags and signatures agree."
  static override description =
    'Reports a rewritten history, an edited record or frozen text, an annex changed without an adoption, and a moved tag. If main has annexes/register/keys, record commits and tags must be signed with a key that it lists: an allowed signers file, see ssh-keygen(1); for an OpenPGP key, the email address of its owner and openpgp4fpr:FINGERPRINT. Only the check of signatures with OpenPGP keys needs a program, gpg; the configuration of the repository does not choose it. If nothing is wrong, the clone remembers this main: a later one must continue it along first parents, or be accepted with --accept.'
  static override examples = [
    '<%= config.bin %> verify',
    '<%= config.bin %> verify --since annex-1/v1',
    '<%= config.bin %> verify --at HEAD',
    '<%= config.bin %> verify --json',
  ]
  static override flags = {
    since: Flags.string({
      description:
        'Judge only what main has beyond this commit, branch or tag. What it reaches is believed: a forged record before it is not found.',
      helpValue: 'REV',
      exclusive: ['accept'],
    }),
    at: Flags.string({
      description:
        'Judge what this commit, branch or tag would bring to main: the commits that it has beyond main. Main itself is believed, and nothing is remembered.',
      helpValue: 'REV',
      exclusive: ['accept', 'since'],
    }),
    accept: Flags.string({
      description:
        'Accept this commit as main although it does not continue the main that this clone knew. All 40 digits of its id are required.',
      helpValue: 'COMMIT',
    }),
    push: Flags.boolean({
      description:
        'Judge what somebody pushes: for a pre-receive hook on a server, which gets `OLD NEW REF` lines on standard input. Exit code 1 refuses the push.',
      exclusive: ['accept', 'since'],
    }),
  }

  protected override async answer(): Promise<Report> {
    const { flags } = await this.parse(Verify)
    const repository = await openToVerify(flags.repo ?? '.')
    if (flags.push) return judgedPush(repository)
    const options = { tell: this.reportProgress }
    if (flags.at !== undefined) {
      const branch = await repository.resolve(flags.at)
      const report = beyondMain(branch, await verifyBeyondMain(repository, branch, options))
      return { ...report, json: { ...report.json, known: await repository.knownMain() } }
    }
    if (flags.accept === undefined) {
      const since = flags.since === undefined ? null : await repository.resolve(flags.since)
      return reportOf(await verifyClone(repository, { ...options, since }))
    }
    const { before, ...verified } = await acceptMain(repository, flags.accept, options)
    const report = reportOf(verified)
    const said = `Accepted main at ${verified.main.slice(0, 12)}; ${before === null ? 'no main was known before' : `the main known before was ${before.slice(0, 12)}`}.`
    return { ...report, json: { ...report.json, before }, text: `${said}\n${report.text}` }
  }
}

function reportOf({ main, since, known, verified, findings }: VerifiedClone) {
  const beyond = since === null ? '' : ` since ${since.slice(0, 12)}`
  const verdict = `main at ${main.slice(0, 12)}${beyond}: ${numbersOf(verified)}: ${countText(findings)}.`
  const files = verified.documents + verified.proposals + verified.events
  return {
    json: { main, since, known, verified, ...findingsJson(findings, files) },
    text: findings.length === 0 ? verdict : `${verdict}\n\n${findingsText(findings)}`,
    exitCode: exitCodeFor(findings),
  }
}

function beyondMain(branch: string, { main, since, verified, findings }: Verified) {
  const verdict = `${branch.slice(0, 12)} beyond main at ${main.slice(0, 12)}: ${counted(verified.commits, 'commit')}: ${countText(findings)}.`
  return {
    json: { main, since, at: branch, verified, ...findingsJson(findings, verified.documents) },
    text: findings.length === 0 ? verdict : `${verdict}\n\n${findingsText(findings)}`,
    exitCode: exitCodeFor(findings),
  }
}

async function judgedPush(repository: Repository): Promise<Report> {
  if (process.stdin.isTTY) {
    const remedy = 'run it in a pre-receive hook of the server: templates/pre-receive is one'
    throw new AnnexError('usage', '--push reads the pushed refs from standard input', remedy)
  }
  const pushed = readPushedRefs(await text(process.stdin))
  const findings = await judgePush(repository, pushed)
  const refused = hasErrors(findings)
  const verdict = `annex: ${counted(pushed.length, 'ref')} verified, ${countText(findings)}: the push is ${refused ? 'refused' : 'accepted'}.`
  return {
    json: { pushed, ...findingsJson(findings, 0) },
    text: findings.length === 0 ? verdict : `${findingsText(findings)}\n\n${verdict}`,
    exitCode: refused ? 1 : 0,
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
