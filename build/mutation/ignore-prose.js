// Leaves sentences unmutated: what a reason says to a reader is judged by readers. Identifiers, codes, kinds and rules,
// which have no blank in them, are mutated like everything else.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', { shouldIgnore })]

function shouldIgnore(path) {
  if (path.isStringLiteral() && path.node.value.includes(' ')) return 'a sentence'
  if (path.isTemplateLiteral() && path.node.quasis.some(({ value }) => value.raw.includes(' '))) return 'a sentence'
  return undefined
}
