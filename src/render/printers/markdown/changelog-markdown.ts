import type { Changelog, ChangelogDocument, ChangelogItem } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { changelogMade } from '../../outcomes/changelog-command.ts'
import { changelogFacts, nothingAdopted } from '../../outcomes/changelog-facts.ts'
import type { Names } from '../../outcomes/names.ts'
import { redlineDetail } from '../../print/changes.ts'
import { wordsIn } from '../../print/layout.ts'
import { detailMarkdown } from './words.ts'

/** A changelog in Markdown: by document and edition, what changed, on what basis, for whom from when, what hangs on a reading. */
export function changelogMarkdown({ asOf, asked, documents, exercise }: Changelog, names: Names): string {
  const head = ['# Changelog', changelogMade(asOf, asked)]
  const body =
    documents.length === 0
      ? [escapeMarkdown(nothingAdopted(asked))]
      : documents.map((each) => documentPart(each, names))
  return `${[...head, ...(exercise === undefined ? [] : [`*${escapeMarkdown(exercise)}*`]), ...body].join('\n\n')}\n`
}

function documentPart({ title, items }: ChangelogDocument, names: Names): string {
  return [`## ${escapeMarkdown(wordsIn(title, 'en'))}`, ...items.map((item) => itemPart(item, names))].join('\n\n')
}

function itemPart(item: ChangelogItem, names: Names): string {
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
