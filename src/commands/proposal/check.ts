import { checkDraft, obstaclesAgainst } from '../../proceedings/index.ts'
import { countText, findingsJson, findingsText, judgedText } from '../../render/index.ts'
import { openRepository } from '../../store/index.ts'
import { AnnexCommand } from '../../terminal/annex-command.ts'
import { exitCodeFor } from '../../terminal/exit-code.ts'
import { asOfFlag, proposalArgument, readSlug } from '../../terminal/flags.ts'
import { Flags } from '../../terminal/oclif.ts'
import { readingFlag, readReadingFlags } from '../../terminal/reading-flag.ts'
import type { Report } from '../../terminal/report.ts'
import { today } from '../../terminal/today.ts'

export default class ProposalCheck extends AnnexCommand {
  static override summary = 'What stands in the way of sending a proposal out.'
  static override examples = [
    '<%= config.bin %> proposal check add-budapest',
    '<%= config.bin %> proposal check add-budapest --as-of 2031-01-15 --json',
    '<%= config.bin %> proposal check add-budapest --against main',
    '<%= config.bin %> proposal check add-budapest --reading criteria-for-deletion=every-change',
  ]
  static override args = { id: proposalArgument({ required: true }) }
  static override flags = {
    'as-of': asOfFlag,
    reading: readingFlag,
    against: Flags.string({
      description: 'Would it also merge into main as it is now, or into main with this other proposal adopted?',
      helpValue: 'main|ID',
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args, flags } = await this.parse(ProposalCheck)
    const asOf = flags['as-of'] ?? today()
    const against = flags.against === undefined ? null : readSlug(flags.against, 'main or a proposal id')
    const readings = readReadingFlags(flags.reading)
    const repository = await openRepository(flags.repo ?? '.')
    const checked = await checkDraft(repository, args.id, asOf, { readings })
    const { draft, judged } = checked
    const obstacles = against === null ? [] : await obstaclesAgainst(repository, checked, against, asOf)
    const findings = [...checked.findings, ...obstacles]
    const where = draft.fromWorkTree ? 'the work tree' : draft.commit.slice(0, 12)
    const says = `${args.id}, as it stands in ${where}, judged as of ${asOf}${against === null ? '' : ` and against ${against}`}: ${countText(findings)}.`
    const verdict = `${says}\n\n${judgedText(judged)}`
    return {
      json: {
        proposal: args.id,
        asOf,
        against,
        commit: draft.commit,
        ...judged,
        ...findingsJson(findings, draft.documents.length + 1),
      },
      text: findings.length === 0 ? verdict : `${findingsText(findings)}\n\n${verdict}`,
      exitCode: exitCodeFor(findings),
    }
  }
}
