/** Whether `text` may name a document, an entry, a section or a proposal; such a name is safe in a path and in a ref. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/** Whether `text` has the form of a Party's code: ISO 3166-1 alpha-3, or a regional organization's own. */
export function isPartyCode(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,11}$/.test(text)
}
