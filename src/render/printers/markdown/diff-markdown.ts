import type { Difference } from '../../../treaty/index.ts'
import { escapeMarkdown } from '../../escape.ts'
import { changeListOf, type DocumentChanges, type ListedChange } from '../../print/changes.ts'
import { asSentence } from '../../print/summary.ts'
import { detailMarkdown } from './words.ts'

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
