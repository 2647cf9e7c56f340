import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { changelogOf } from '../proceedings/index.ts'
import { openRepository } from '../store/index.ts'
import { AnnexCommand } from '../terminal/annex-command.ts'
import { CHANGELOG_FORMATS, renderChangelog } from '../terminal/changelog-formats.ts'
import { asOfFlag, documentOption } from '../terminal/flags.ts'
import { Args, Flags } from '../terminal/oclif.ts'
import type { Report } from '../terminal/report.ts'
import { today } from '../terminal/today.ts'
import { AnnexError, isCalendarDay } from '../treaty/index.ts'

const KEPT_AT = 'annexes/CHANGELOG.md'

export default class ChangelogCommand extends AnnexCommand {
  static override summary = 'What was adopted, on what basis, for whom from when: generated from the record.'
  static override description =
    `--check compares ${KEPT_AT} with what would be generated for the day that it names, and ends with 1 where it is stale.`
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
    format: Flags.option({ options: CHANGELOG_FORMATS, default: 'md' as const, description: 'The form.' })(),
    output: Flags.string({ char: 'o', description: 'Write it to this file.', helpValue: 'FILE' }),
    check: Flags.boolean({
      description: `Only say whether ${KEPT_AT} is what would be generated.`,
      exclusive: ['output'],
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ChangelogCommand)
    const repository = await openRepository(flags.repo ?? '.')
    const kept = flags.check ? await readKept(join(flags.repo ?? '.', KEPT_AT)) : null
    const asOf = kept?.asOf ?? flags['as-of'] ?? today()
    const question = { from: args.from, to: args.to, asOf, document: flags.document, pending: flags.pending }
    const { changelog, names } = await changelogOf(repository, question)
    const text = renderChangelog(changelog, names, flags.check ? 'md' : flags.format)
    if (kept !== null) return checked(kept.text === text, asOf)
    if (flags.output === undefined) return { json: changelog, text: text.trimEnd() }
    await writeFile(flags.output, text)
    return { json: changelog, text: `Written to ${flags.output}.` }
  }
}

async function readKept(file: string): Promise<{ text: string; asOf: string }> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new AnnexError('not-found', `there is no ${KEPT_AT}`, `annex changelog -o ${KEPT_AT} writes it`)
  })
  const day = /as of (\d{4}-\d{2}-\d{2})\./.exec(text)?.[1] ?? ''
  if (isCalendarDay(day)) return { text, asOf: day }
  throw new AnnexError(
    'invalid',
    `${KEPT_AT} does not say as of which day it is`,
    `annex changelog -o ${KEPT_AT} writes it anew`,
  )
}

function checked(fresh: boolean, asOf: string): Report {
  const says = fresh
    ? `${KEPT_AT} is what the record says as of ${asOf}.`
    : `${KEPT_AT} is stale; annex changelog -o ${KEPT_AT} writes it anew.`
  return { json: { fresh, asOf }, text: says, exitCode: fresh ? 0 : 1 }
}
