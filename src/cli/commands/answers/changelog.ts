import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openRepository, type Repository } from '../../../git/index.ts'
import { AnnexError, type ChangelogRequest } from '../../../treaty/index.ts'
import { changelogOf, feedOrigin, refuseUnknownDocument } from '../../../workflows/index.ts'
import { AnnexCommand } from '../../annex-command.ts'
import { asOfFlag, documentOption, today } from '../../flags/flags.ts'
import { Args, Flags } from '../../oclif.ts'
import { CHANGELOG_FORMATS, namesOf } from '../../output/formats.ts'
import { CHANGELOG_PATH, compareKeptChangelog } from '../../output/kept-changelog.ts'
import { writePrinted } from '../../output/printed-report.ts'
import type { Report } from '../../output/report.ts'

export default class ChangelogCommand extends AnnexCommand {
  static override summary = 'What was adopted, on what basis, for whom from when: generated from the record.'
  static override description =
    `--check compares ${CHANGELOG_PATH} with what would be generated for the day and with the flags that it names, and ends with 1 where it is stale.`
  static override examples = [
    '<%= config.bin %> changelog',
    '<%= config.bin %> changelog annex-1/v1 annex-1/v2',
    `<%= config.bin %> changelog -o ${CHANGELOG_PATH}`,
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
      description: `Only say whether ${CHANGELOG_PATH} is what would be generated.`,
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

async function checked(repository: Repository, folder: string, asked: ChangelogRequest): Promise<Report> {
  const text = await readFile(join(folder, CHANGELOG_PATH), 'utf8').catch(() => {
    throw new AnnexError('not-found', `there is no ${CHANGELOG_PATH}`, `annex changelog -o ${CHANGELOG_PATH} writes it`)
  })
  const kept = await compareKeptChangelog(repository, text, asked)
  if (kept === null) {
    throw new AnnexError(
      'invalid',
      `${CHANGELOG_PATH} does not say as of which day it is`,
      `annex changelog -o ${CHANGELOG_PATH} writes it anew`,
    )
  }
  const { fresh, asOf, command } = kept
  const says = fresh
    ? `${CHANGELOG_PATH} is what the record says as of ${asOf}.`
    : `${CHANGELOG_PATH} is stale; ${command} writes it anew.`
  return { json: { fresh, asOf }, text: says, exitCode: fresh ? 0 : 1 }
}
