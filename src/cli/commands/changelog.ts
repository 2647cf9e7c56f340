import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openRepository, type Repository } from '../../git/index.ts'
import { AnnexError, type ChangelogAsked } from '../../treaty/index.ts'
import { changelogOf, feedOrigin, refuseUnknownDocument } from '../../workflows/index.ts'
import { AnnexCommand } from '../annex-command.ts'
import { asOfFlag, documentOption } from '../flags/flags.ts'
import { today } from '../flags/today.ts'
import { Args, Flags } from '../oclif.ts'
import { CHANGELOG_FORMATS, namesOf } from '../output/formats.ts'
import { writePrinted } from '../output/printed-report.ts'
import type { Report } from '../output/report.ts'
import { judgeKept, KEPT_AT } from '../targets/kept-changelog.ts'

export default class ChangelogCommand extends AnnexCommand {
  static override summary = 'What was adopted, on what basis, for whom from when: generated from the record.'
  static override description =
    `--check compares ${KEPT_AT} with what would be generated for the day and with the flags that it names, and ends with 1 where it is stale.`
  static override examples = [
    '<%= config.bin %> changelog',
    '<%= config.bin %> changelog annex-1/v1 annex-1/v2',
    `<%= config.bin %> changelog -o ${KEPT_AT}`,
    '<%= config.bin %> changelog --check',
  ]
  static override args = {
    from: Args.string({ description: 'Leave out what was adopted at this revision already.' }),
    to: Args.string({ description: 'What was adopted at this revision (default: main).' }),
  }
  static override flags = {
    'as-of': asOfFlag,
    document: documentOption(),
    pending: Flags.boolean({ description: 'Also proposals under way.' }),
    format: Flags.option({ options: namesOf(CHANGELOG_FORMATS), default: 'md' as const, description: 'The form.' })(),
    output: Flags.string({ char: 'o', description: 'Write it to this file.', helpValue: 'FILE' }),
    self: Flags.string({
      description: 'Where the Atom feed is published: its link to itself.',
      helpValue: 'URL',
    }),
    check: Flags.boolean({
      description: `Only say whether ${KEPT_AT} is what would be generated.`,
      exclusive: ['output'],
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ChangelogCommand)
    const repository = await openRepository(flags.repo ?? '.')
    const asked = {
      ...(args.from === undefined ? {} : { from: args.from }),
      ...(args.to === undefined ? {} : { to: args.to }),
      ...(flags.document === undefined ? {} : { document: flags.document }),
      ...(flags.pending ? { pending: true as const } : {}),
    }
    if (flags.check) return checked(repository, flags.repo ?? '.', asked)
    const { changelog, names } = await changelogOf(repository, { ...asked, asOf: flags['as-of'] ?? today() })
    // One that is kept no more may have been amended while it was.
    if (flags.document !== undefined && changelog.documents.length === 0) {
      await refuseUnknownDocument(repository, flags.document)
    }
    const feed = async () => ({ ...(await feedOrigin(repository)), ...selfOf(flags.self) })
    return writePrinted(changelog, await CHANGELOG_FORMATS[flags.format]({ changelog, names, feed }), flags)
  }
}

function selfOf(self: string | undefined): { self?: string } {
  if (self === undefined) return {}
  if (/^https?:/.test(self) && URL.canParse(self)) return { self }
  throw new AnnexError('usage', `"${self}" is no web address`, 'write it whole, as https://example.org/amendments.xml')
}

async function checked(repository: Repository, folder: string, asked: ChangelogAsked): Promise<Report> {
  const text = await readFile(join(folder, KEPT_AT), 'utf8').catch(() => {
    throw new AnnexError('not-found', `there is no ${KEPT_AT}`, `annex changelog -o ${KEPT_AT} writes it`)
  })
  const kept = await judgeKept(repository, text, asked)
  if (kept === null) {
    throw new AnnexError(
      'invalid',
      `${KEPT_AT} does not say as of which day it is`,
      `annex changelog -o ${KEPT_AT} writes it anew`,
    )
  }
  const { fresh, asOf, command } = kept
  const says = fresh
    ? `${KEPT_AT} is what the record says as of ${asOf}.`
    : `${KEPT_AT} is stale; ${command} writes it anew.`
  return { json: { fresh, asOf }, text: says, exitCode: fresh ? 0 : 1 }
}
