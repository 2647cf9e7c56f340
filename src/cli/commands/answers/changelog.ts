import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../../../git/index.ts'
import { AnnexError, type ChangelogRequest } from '../../../treaty/index.ts'
import { changelogOf, feedOrigin, refuseUnknownDocument } from '../../../workflows/index.ts'
import { Args, Flags, type Report } from '../../annex-command.ts'
import { asOfFlag, documentOption, formatFlag, outputFlag, today } from '../../flags/flags.ts'
import { CHANGELOG_FORMATS } from '../../output/formats.ts'
import { CHANGELOG_PATH, compareKeptChangelog } from '../../output/kept-changelog.ts'
import { writePrinted } from '../../output/printed-report.ts'
import { RecordCommand } from '../../record-command.ts'

export default class ChangelogCommand extends RecordCommand {
  static override summary =
    'Generate the changelog from the record: what was adopted, on what basis, and whom it binds from when.'
  static override description =
    `--check compares ${CHANGELOG_PATH} with what is generated for the day and the flags that it names, and exits with 1 if it is out of date.`
  static override examples = [
    '<%= config.bin %> changelog',
    '<%= config.bin %> changelog annex-1/v1 annex-1/v2',
    `<%= config.bin %> changelog -o ${CHANGELOG_PATH}`,
    '<%= config.bin %> changelog --check',
  ]
  static override args = {
    from: Args.string({ description: 'Start after this revision (default: the beginning).' }),
    to: Args.string({ description: 'End with this revision (default: main).' }),
  }
  static override flags = {
    'as-of': asOfFlag,
    document: documentOption(),
    pending: Flags.boolean({ description: 'Include pending proposals.' }),
    format: formatFlag(CHANGELOG_FORMATS, 'md'),
    output: outputFlag,
    self: Flags.string({
      description: 'The URL where the Atom feed is published, for its link to itself.',
      helpValue: 'URL',
    }),
    check: Flags.boolean({
      description: `Only check whether ${CHANGELOG_PATH} is up to date.`,
      exclusive: ['output'],
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ChangelogCommand)
    const repository = await this.openRecord(flags)
    const asked = {
      ...(args.from === undefined ? {} : { from: args.from }),
      ...(args.to === undefined ? {} : { to: args.to }),
      ...(flags.document === undefined ? {} : { document: flags.document }),
      ...(flags.pending ? { pending: true as const } : {}),
    }
    if (flags.check) return checked(repository, flags.repo ?? '.', asked)
    const { changelog, names } = await changelogOf(repository, { ...asked, asOf: flags['as-of'] ?? today() })
    // A document that no longer exists may have been amended before.
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
  throw new AnnexError(
    'usage',
    `"${self}" is not a URL`,
    'write a full URL, for example https://example.org/amendments.xml',
  )
}

async function checked(repository: Repository, folder: string, asked: ChangelogRequest): Promise<Report> {
  const text = await readFile(join(folder, CHANGELOG_PATH), 'utf8').catch(() => {
    throw new AnnexError(
      'not-found',
      `${CHANGELOG_PATH} not found`,
      `generate it with annex changelog -o ${CHANGELOG_PATH}`,
    )
  })
  const kept = await compareKeptChangelog(repository, text, asked)
  if (kept === null) {
    throw new AnnexError(
      'invalid',
      `${CHANGELOG_PATH} does not say for which day it was generated`,
      `regenerate it with annex changelog -o ${CHANGELOG_PATH}`,
    )
  }
  const { fresh, asOf, command } = kept
  const says = fresh
    ? `${CHANGELOG_PATH} is up to date as of ${asOf}.`
    : `${CHANGELOG_PATH} is out of date; regenerate it with ${command}.`
  return { json: { fresh, asOf }, text: says, exitCode: fresh ? 0 : 1 }
}
