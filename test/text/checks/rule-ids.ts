import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const SOURCES = fileURLToPath(new URL('../../../src/', import.meta.url))
const ID = /^(?:schema|law|text|facts|terms|verify)\/[a-z0-9-]+$/

/** Which argument of these functions of src/law/decide/finding.ts is the rule's name. */
const NAMED_BY: Readonly<Record<string, number>> = { forbids: 0, refuses: 2 }

/** Every rule id that the sources can put into a finding: written whole, or given to the functions of the law. */
export function ruleIdsInSources(): Set<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((name) => name.endsWith('.ts') && !/rule-pages[/.]|schema-rules\.ts$/.test(name))
  return new Set(sources.flatMap((name) => idsIn(name, readFileSync(SOURCES + name, 'utf8'))))
}

function idsIn(name: string, text: string): string[] {
  const ids: string[] = []
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
  const visit = (node: ts.Node) => {
    ids.push(...[writtenWhole(node), inFinding(node, file), nameInLaw(node, name)].filter((id) => id !== undefined))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return ids
}

function writtenWhole(node: ts.Node): string | undefined {
  return ts.isStringLiteral(node) && ID.test(node.text) ? node.text : undefined
}

/** The rule of a finding, whatever its group: one of a group that is unknown above is found out for want of a page. */
function inFinding(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (!ts.isPropertyAssignment(node) || node.name.getText(file) !== 'rule') return undefined
  return ts.isStringLiteral(node.initializer) ? node.initializer.text : undefined
}

function nameInLaw(node: ts.Node, source: string): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  const rule = node.arguments[NAMED_BY[node.expression.text] ?? -1]
  if (rule !== undefined && ts.isStringLiteral(rule)) return `law/${rule.text}`
  if (rule === undefined || source === 'law/decide/finding.ts') return undefined
  throw new Error(`${source}: a rule's name is not written out`)
}
