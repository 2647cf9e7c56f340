import type { Document } from '../../../treaty/index.ts'

/** What begins another part of a treaty, where it begins a line. */
const HEADING = /^(?:chapter|section|article|annex)\b/i

/**
 * A treaty's words without those that its documents hold: each from the line that is its title in English to the next
 * heading. Who keeps a treaty whole keeps them twice, and a definition would count as the use of its own term; what a
 * document says today, the document itself says.
 * @param body the treaty's words, maybe with the documents as they were printed
 */
export function restOfTreaty(body: string, documents: readonly Document[]): string {
  const titles = new Set(documents.map(({ title }) => title.en))
  let inside = false
  const rest = body.split('\n').filter((line) => {
    const isTitle = titles.has(line)
    inside = isTitle || (inside && !HEADING.test(line))
    return !inside
  })
  return rest.join('\n')
}
