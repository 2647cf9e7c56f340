// Leaves prose unmutated: sentences, and the pages of rules and the readings, which are data for readers. Identifiers, codes,
// kinds and rule ids elsewhere have no space in them and are mutated like everything else.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', { shouldIgnore })]

const PROSE = new Set(['RulePage', 'Reading'])

function shouldIgnore(path) {
  if (path.isStringLiteral() && path.node.value.includes(' ')) return 'a sentence'
  if (path.isTemplateLiteral() && path.node.quasis.some(({ value }) => value.raw.includes(' '))) return 'a sentence'
  if (path.isTSSatisfiesExpression() && PROSE.has(path.node.typeAnnotation.typeName?.name)) return 'data for readers'
  return undefined
}
