import { rulePageText, table } from '../../../render/index.ts'
import { AnnexError, type RulePage } from '../../../treaty/index.ts'
import { ALL_RULE_PAGES } from '../../../workflows/index.ts'
import { AnnexCommand, Args, type Report } from '../../annex-command.ts'

export default class Rules extends AnnexCommand {
  static override summary = 'Show the rules that findings name: what each requires, why, and examples.'
  static override examples = [
    '<%= config.bin %> rules',
    '<%= config.bin %> rules law',
    '<%= config.bin %> rules text/number-unique',
  ]
  static override args = {
    id: Args.string({
      description: "A rule's id, or a group: schema, law, text, facts, terms, verify (default: all).",
    }),
  }

  protected override async answer(): Promise<Report> {
    const { args } = await this.parse(Rules)
    const rules = rulesNamed(args.id)
    const asked = rules.find(({ id }) => id === args.id)
    const text = asked === undefined ? listOf(rules) : rulePageText(asked)
    return { json: { rules: rules.map(shownRule) }, text }
  }
}

function rulesNamed(id: string | undefined): RulePage[] {
  const found = ALL_RULE_PAGES.filter((page) => id === undefined || page.id === id || page.id.split('/')[0] === id)
  if (found.length > 0) return found
  throw new AnnexError('not-found', `unknown rule "${id}"`, 'annex rules lists all rules')
}

function listOf(rules: readonly RulePage[]): string {
  const rows = rules.map(({ id, level, cite, title }) => [id, level, cite ?? '', title])
  return table(rows, { headings: ['rule', 'level', 'provision', 'requirement'] })
}

function shownRule({ id, level, cite, title, why, good, bad }: RulePage) {
  return {
    id,
    level,
    cite: cite ?? null,
    title,
    why,
    good: good === undefined ? null : { yaml: good.yaml },
    bad: bad === undefined ? null : { yaml: bad.yaml, line: bad.line, column: bad.column },
  }
}
