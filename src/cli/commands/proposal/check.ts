import { join } from 'node:path'
import { countText, findingsJson, judgedText } from '../../../render/index.ts'
import { type DraftJudged, judgeDraft } from '../../../workflows/index.ts'
import { AnnexCommand, Flags, type Report } from '../../annex-command.ts'
import { asOfFlag, formatFlag, proposalArgument, readSlug, today } from '../../flags/flags.ts'
import { readingFlag, readReadingFlags } from '../../flags/readings.ts'
import { findingsReport } from '../../output/findings-report.ts'
import { FINDINGS_FORMATS } from '../../output/formats.ts'

export default class ProposalCheck extends AnnexCommand {
  static override summary = 'Check whether a proposal may be sent out, and what prevents it.'
  static override examples = [
    '<%= config.bin %> proposal check add-budapest',
    '<%= config.bin %> proposal check add-budapest --as-of 2021-01-15 --json',
    '<%= config.bin %> proposal check add-budapest --against main',
    '<%= config.bin %> proposal check add-budapest --reading criteria-for-deletion=every-change',
    '<%= config.bin %> proposal check add-budapest --all --format github',
  ]
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = {
    'as-of': asOfFlag,
    reading: readingFlag,
    against: Flags.string({
      description: 'Also check whether it merges into main, or into main with this other proposal adopted.',
      helpValue: 'main|ID',
    }),
    all: Flags.boolean({
      description: 'Also report what annex validate finds in its files: one result for CI.',
    }),
    format: formatFlag(FINDINGS_FORMATS, 'text'),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalCheck)
    const asOf = flags['as-of'] ?? today()
    const against = flags.against === undefined ? null : readSlug(flags.against, 'main or a proposal id')
    const readings = readReadingFlags(flags.reading)
    const repository = await this.open(flags.repo)
    const judged = await judgeDraft(repository, args.id, { asOf, against, all: flags.all ?? false, readings })
    const { findings, files, commit, notJudged } = judged
    const counted = findingsJson(findings, files.length)
    const found = {
      command: `annex proposal check ${flags.all ? '--all ' : ''}${args.id}`,
      verdict: verdictOn(args.id, judged, `${asOf}${against === null ? '' : ` and against ${against}`}`),
      findings,
      files,
      json: { proposal: args.id, asOf, against, commit, notJudged, ...judged.judged, ...counted },
    }
    const asked = { format: flags.format, version: this.config.version }
    return findingsReport(found, asked, judged.snapshot, (file) => join(repository.workTree, file))
  }
}

function verdictOn(id: string, draft: DraftJudged, when: string): string {
  const { commit, fromWorkTree, findings, notJudged, judged } = draft
  const short = commit.slice(0, 12)
  const where = fromWorkTree ? `in the work tree (edited since ${short})` : `at ${short}`
  const result = `${id} ${where}, checked as of ${when}: ${countText(findings)}`
  if (notJudged !== null) return `${result}; the law was not applied: ${notJudged.replace(/\.$/, '')}.`
  return `${result}.\n\n${judgedText(judged)}`
}
