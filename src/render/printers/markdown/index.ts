// Markdown for git hosts.
import type { Changelog, ChangelogDocument, ChangelogItem, Difference } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { changelogFacts, changelogMade, nothingAdopted } from '../../outcomes/changelog-facts.ts'
import type { Names } from '../../outcomes/names.ts'
import { changeListOf, type DocumentChanges, type ListedChange, redlineDetail } from '../../print/changes.ts'
import { wordsIn } from '../../print/layout.ts'
import { asSentence } from '../../print/summary.ts'
import { detailMarkdown } from './document-markdown.ts'

export { documentMarkdown } from './document-markdown.ts'

/** Returns a difference in Markdown that git hosts render: deleted words are struck through, inserted words underlined. */
export function diffMarkdown(difference: Difference): string {
  const { title, by, revisions, summary, documents } = changeListOf(difference)
  const parts = [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(asSentence(by)),
    `${escapeMarkdown(summary)}.`,
    revisions === '' ? '' : `<sub>${escapeMarkdown(revisions)}</sub>`,
    ...documents.map(documentPart),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function documentPart({ title, changes }: DocumentChanges): string {
  return `## ${escapeMarkdown(title)}\n\n${changes.map(item).join('\n')}`
}

function item({ subject, says, details }: ListedChange): string {
  const line = subject === '' ? escapeMarkdown(says) : `**${escapeMarkdown(subject)}** ${escapeMarkdown(says)}`
  return [`- ${line}`, ...details.map((detail) => `  <br>${detailMarkdown(detail)}`)].join('\n')
}

/** A changelog in Markdown: by document and edition, what changed, on what basis, for whom from when, what depends on a reading. */
export function changelogMarkdown({ asOf, asked, documents, exercise }: Changelog, names: Names): string {
  const head = ['# Changelog', changelogMade(asOf, asked)]
  const body =
    documents.length === 0
      ? [escapeMarkdown(nothingAdopted(asked))]
      : documents.map((each) => changelogPart(each, names))
  return `${[...head, ...(exercise === undefined ? [] : [`*${escapeMarkdown(exercise)}*`]), ...body].join('\n\n')}\n`
}

function changelogPart({ title, items }: ChangelogDocument, names: Names): string {
  return [`## ${escapeMarkdown(wordsIn(title, 'en'))}`, ...items.map((item) => amendmentPart(item, names))].join('\n\n')
}

function amendmentPart(item: ChangelogItem, names: Names): string {
  const edition = item.edition === null ? 'Under way' : item.edition
  const lines = item.changes.map(({ says, words = [] }) =>
    [`- ${escapeMarkdown(says)}`, ...words.map((redline) => `  <br>${detailMarkdown(redlineDetail(redline))}`)].join(
      '\n',
    ),
  )
  // Another mark than that of the changes: else the two would be one list.
  const facts = changelogFacts(item, names).map(
    ([name, says]) => `* **${escapeMarkdown(name)}:** ${escapeMarkdown(says)}`,
  )
  return [`### ${escapeMarkdown(edition)}: ${escapeMarkdown(item.title)}`, lines.join('\n'), facts.join('\n')].join(
    '\n\n',
  )
}
