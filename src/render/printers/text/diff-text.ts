import type { Difference, DocumentDifference, Entry, MarkedChange, Segment } from '../../../treaty/index.ts'
import { safeForTerminal } from '../../escape.ts'
import { elide } from '../../print/elide.ts'
import { type ValueChange, valueChanges, valueSegments } from '../../print/facts-changed.ts'
import { headingOf } from '../../print/heading.ts'
import { inWords, type Numbers, numbersOf } from '../../print/in-words.ts'
import { languageOf, withWords, wordsIn } from '../../print/layout.ts'
import { looksTheSame } from '../../print/looks-the-same.ts'
import { foldNumbers, type NumberRun } from '../../print/number-runs.ts'
import { documentName } from '../../print/other-document.ts'
import { summaryInWords } from '../../print/summary-in-words.ts'
import { type Colours, NO_COLOURS } from '../../terminal/colours.ts'

const INDENT = '      '

/**
 * A difference for a terminal. Words deleted stand as `[-words-]`, words inserted as `{+words+}` (the marks of `git diff
 * --word-diff`), with or without colour; a run of numbers that shifted is one line.
 */
export function diffText(difference: Difference, colours: Colours = NO_COLOURS): string {
  const { title, by, small } = headingOf(difference)
  const name = safeForTerminal([title, by].filter(Boolean).join(', '))
  const head = `${name}: ${summaryInWords(difference)}`
  const revisions = small === '' ? '' : `\n${colours.faint(safeForTerminal(small))}`
  const documents = difference.documents.map((document) => documentLines(document, colours))
  return [head + revisions, ...documents].join('\n\n')
}

function documentLines(difference: DocumentDifference, colours: Colours): string {
  const { after } = difference
  const name = `${wordsIn(after.title, languageOf(after))} (${documentName(difference)})`
  const title = colours.strong(safeForTerminal(name))
  const numbers = numbersOf(difference)
  const labels = labelsOf(difference)
  return [title, ...foldNumbers(difference).map((marked) => changeLines(marked, numbers, labels, colours))].join('\n')
}

/** Says which field words are of, and in which language, unless the reader cannot be in doubt. */
type Label = (field: string, language: string, several: boolean) => string

function labelsOf({ before, after }: DocumentDifference): Label {
  const fields = new Set([...before.entries, ...after.entries].flatMap(({ text }) => Object.keys(text)))
  return (field, language, several) => (several || fields.size > 1 ? `${field} (${language}): ` : '')
}

function changeLines(marked: MarkedChange | NumberRun, numbers: Numbers, label: Label, colours: Colours): string {
  const { mark, subject, says } = inWords(marked, numbers)
  const paint = mark === '+' ? colours.added : mark === '-' ? colours.removed : colours.changed
  const line = `  ${paint(mark)} ${[colours.strong(safeForTerminal(subject)), safeForTerminal(says)].filter(Boolean).join('  ')}`
  return [
    line,
    ...('kind' in marked ? [] : details(marked, label, colours)).map((detail) => `${INDENT}${detail}`),
  ].join('\n')
}

function details(marked: MarkedChange, label: Label, colours: Colours): string[] {
  const { change, redlines } = marked
  if (change.kind === 'added') return entryWords(change.after, '{+', '+}', label, colours.added)
  if (change.kind === 'removed') return entryWords(change.before, '[-', '-]', label, colours.removed)
  const several = redlines.length > 1 || redlines.some(({ language }) => language !== 'en')
  const words = redlines.map(({ field, language, segments }) => {
    const marked = elide(segments).map((segment) => segmentText(segment, colours))
    return [colours.faint(label(field, language, several)), ...marked, colours.faint(aside(segments))].join('')
  })
  return [...words, ...valueChanges(marked).map((value) => valueText(value, colours))]
}

function aside(segments: readonly Segment[]): string {
  const remark = looksTheSame(segments)
  return remark === null ? '' : ` (${remark})`
}

function entryWords(
  { text }: Entry,
  open: string,
  close: string,
  label: Label,
  paint: (words: string) => string,
): string[] {
  const languages = new Set(Object.values(text).flatMap((words) => Object.keys(words)))
  return Object.entries(text).flatMap(([field, words]) =>
    withWords(words).map(
      ([language, each]) =>
        `${label(field, language, languages.size > 1)}${paint(`${open}${safeForTerminal(each)}${close}`)}`,
    ),
  )
}

function segmentText({ kind, words }: Segment, colours: Colours): string {
  const safe = safeForTerminal(words)
  if (kind === 'deleted') return colours.removed(`[-${safe}-]`)
  if (kind === 'inserted') return colours.added(`{+${safe}+}`)
  return safe
}

function valueText({ name, before, after }: ValueChange, colours: Colours): string {
  const was = before === null ? '' : colours.removed(`[-${safeForTerminal(before)}-]`)
  const is = after === null ? '' : colours.added(`{+${safeForTerminal(after)}+}`)
  return `${colours.faint(`${safeForTerminal(name)}:`)} ${was}${is}${colours.faint(aside(valueSegments({ before, after })))}`
}
