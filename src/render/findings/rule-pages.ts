import type { Example, RulePage } from '../../treaty/index.ts'
import { safeForTerminal } from '../escape.ts'

/** Returns a rule's page for a terminal. */
export function rulePageText(page: RulePage): string {
  const { id, level, cite, title, why, good, bad } = page
  const provision = cite === undefined ? '' : ` [${cite}]`
  return [
    `${id} (${level})${provision}`,
    `${title}.`,
    why,
    ...(bad === undefined ? [] : [`Found at line ${bad.line}, column ${bad.column}:\n${indented(bad)}`]),
    ...(good === undefined ? [] : [`Right:\n${indented(good)}`]),
  ].join('\n\n')
}

/** Returns the pages of one group of rules as a Markdown file. @param group the part of their ids before the / */
export function rulePagesMarkdown(group: string, pages: readonly RulePage[]): string {
  const parts = pages.filter(({ id }) => id.startsWith(`${group}/`)).map(pageMarkdown)
  const made = '<!-- Made from the rules themselves by `npm run docs:rules`. Do not edit. -->'
  return `${[made, `# Rules ${group}/`, ...parts].join('\n\n')}\n`
}

function pageMarkdown({ id, level, cite, title, why, good, bad }: RulePage): string {
  const provision = cite === undefined ? '' : `, ${provisionInWords(cite)}`
  return [
    `## ${id}`,
    `${title}. (${level}${provision})`,
    why,
    ...(bad === undefined ? [] : [`Found at line ${bad.line}, column ${bad.column}:`, fenced(bad)]),
    ...(good === undefined ? [] : ['Right:', fenced(good)]),
  ].join('\n\n')
}

function provisionInWords(cite: string): string {
  const vienna = /^VCLT (.*)$/.exec(cite)?.[1]
  return vienna === undefined ? `Article ${cite}` : `Vienna Convention on the Law of Treaties, Article ${vienna}`
}

function fenced(example: Example): string {
  return `\`\`\`yaml\n${shown(example).join('\n')}\n\`\`\``
}

function indented(example: Example): string {
  return shown(example)
    .map((line) => `    ${line}`.trimEnd())
    .join('\n')
}

/** The lines of an example; invisible characters become visible, since a rule may be about them. */
function shown({ yaml, body }: Example): string[] {
  const lines = yaml.replace(/\n$/, '').split('\n')
  const treaty = body === undefined ? [] : [`# with a treaty that says: ${body}`]
  return [...lines, ...treaty].map(safeForTerminal)
}
