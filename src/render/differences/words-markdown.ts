import type { Redline, Segment } from '../../treaty/index.ts'
import { escapeMarkdown } from '../escape/markdown.ts'
import { elide } from './elide.ts'

/** `title (en): …`, the words deleted struck through, the words inserted underlined, in short where they are many. */
export function redlineMarkdown({ field, language, segments }: Redline): string {
  return `${escapeMarkdown(`${field} (${language})`)}: ${elide(segments).map(segmentMarkdown).join('')}`
}

function segmentMarkdown({ kind, words }: Segment): string {
  if (kind === 'deleted') return deletedMarkdown(words)
  if (kind === 'inserted') return insertedMarkdown(words)
  return escapeMarkdown(words)
}

// HTML's own elements, as hosts let through: Markdown's marks fail beside punctuation and inside words.
export function deletedMarkdown(words: string): string {
  return `<del>${escapeMarkdown(words)}</del>`
}

export function insertedMarkdown(words: string): string {
  return `<ins>${escapeMarkdown(words)}</ins>`
}
