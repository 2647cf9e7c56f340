import { safeLines } from './terminal.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Makes words mean themselves in HTML and XML, between tags and in quoted attributes; control characters become visible. */
export function escapeHtml(words: string): string {
  const lines = safeLines(words)
  return lines.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
