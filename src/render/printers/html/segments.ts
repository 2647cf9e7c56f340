import type { Segment } from '../../../treaty/index.ts'
import { escapeHtml } from '../../escape/html.ts'

/** A redline in HTML; what sight knows by colour and line, a voice says in words. */
export function segmentsHtml(segments: readonly Segment[]): string {
  return segments.map(segmentHtml).join('')
}

function segmentHtml({ kind, words }: Segment): string {
  const html = escapeHtml(words)
  if (kind === 'deleted') return `<del>${hidden('[deleted: ')}${html}${hidden(']')}</del>`
  if (kind === 'inserted') return `<ins>${hidden('[inserted: ')}${html}${hidden(']')}</ins>`
  return html
}

function hidden(words: string): string {
  return `<span class="hidden">${words}</span>`
}
