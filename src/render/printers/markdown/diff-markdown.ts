import type { Difference, DocumentDifference, Entry, MarkedChange } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { valueChanges } from '../../print/facts-changed.ts'
import { asSentence, headingOf } from '../../print/heading.ts'
import { inWords, type Numbers, numbersOf } from '../../print/in-words.ts'
import { languageOf, withWords, wordsIn } from '../../print/layout.ts'
import { foldNumbers, type NumberRun } from '../../print/number-runs.ts'
import { summaryInWords } from '../../print/summary-in-words.ts'
import { deletedMarkdown, insertedMarkdown, redlineMarkdown, valueMarkdown } from './words.ts'

/** A difference in Markdown that git hosts render: words deleted are struck through, words inserted are bold. */
export function diffMarkdown(difference: Difference): string {
  const { title, by, small } = headingOf(difference)
  const parts = [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(asSentence(by)),
    `${escapeMarkdown(summaryInWords(difference))}.`,
    small === '' ? '' : `<sub>${escapeMarkdown(small)}</sub>`,
    ...difference.documents.map(documentPart),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function documentPart(difference: DocumentDifference): string {
  const { after } = difference
  const title = `## ${escapeMarkdown(wordsIn(after.title, languageOf(after)))}`
  const numbers = numbersOf(difference)
  return `${title}\n\n${foldNumbers(difference)
    .map((marked) => item(marked, numbers))
    .join('\n')}`
}

function item(marked: MarkedChange | NumberRun, numbers: Numbers): string {
  const { subject, says } = inWords(marked, numbers)
  const line = subject === '' ? escapeMarkdown(says) : `**${escapeMarkdown(subject)}** ${escapeMarkdown(says)}`
  const details = 'kind' in marked ? [] : detailsOf(marked)
  return [`- ${line}`, ...details.map((detail) => `  <br>${detail}`)].join('\n')
}

function detailsOf(marked: MarkedChange): string[] {
  const { change, redlines } = marked
  if (change.kind === 'added') return entryWords(change.after, insertedMarkdown)
  if (change.kind === 'removed') return entryWords(change.before, deletedMarkdown)
  return [...redlines.map(redlineMarkdown), ...valueChanges(marked).map(valueMarkdown)]
}

function entryWords({ text }: Entry, mark: (words: string) => string): string[] {
  return Object.entries(text).flatMap(([field, words]) =>
    withWords(words).map(([language, each]) => `${escapeMarkdown(`${field} (${language})`)}: ${mark(each)}`),
  )
}
