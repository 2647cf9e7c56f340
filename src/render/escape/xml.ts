const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Makes text safe in XML 1.0, in an element as in an attribute; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  const possible = text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
  return possible.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replace(/[\t\n\r]/g, lineControl)
}

/** An attribute would lose them otherwise. */
function lineControl(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
