import { safeLines } from './terminal.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/**
 * Makes text safe in XML 1.0, in an element as in an attribute; control and bidirectional characters become visible, also those that
 * XML could not hold. Line feeds are written as references: an attribute would lose them otherwise.
 */
export function escapeXml(text: string): string {
  return safeLines(text)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replaceAll('\n', '&#10;')
}
