// Vienna Convention on the Law of Treaties (1969): the rules that fill in where the Convention is silent.
import { article40Paragraph5 } from './article-40-paragraph-5.ts'

export { applyLateJoinerRule, effectOnLateJoiner } from './article-40-paragraph-5.ts'

export const viennaConvention = [article40Paragraph5]
