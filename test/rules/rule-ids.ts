import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url))
const ID = /^(?:schema|law|text|facts|terms)\/[a-z0-9-]+$/

/** Which argument of these functions of src/law/finding.ts is the rule's name. */
const NAMED_BY: Readonly<Record<string, number>> = { forbids: 0, refuses: 2 }

/** Every rule id that the sources can put into a finding: written whole, or given to the functions of the law. */
export function ruleIdsInSources(): Set<string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((name) => name.endsWith('.ts') && !/rule-pages\/|schema-rules\.ts$/.test(name))
  return new Set(sources.flatMap((name) => idsIn(name, readFileSync(SOURCES + name, 'utf8'))))
}

function idsIn(name: string, text: string): string[] {
  const ids: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteral(node) && ID.test(node.text)) ids.push(node.text)
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const rule = node.arguments[NAMED_BY[node.expression.text] ?? -1]
      if (rule !== undefined && ts.isStringLiteral(rule)) ids.push(`law/${rule.text}`)
      else if (rule !== undefined && name !== 'law/finding.ts')
        throw new Error(`${name}: a rule's name is not written out`)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest))
  return ids
}
