// What JSON.stringify leaves bare of what has no shape of its own, turns the direction of others or commands a terminal.
const UNSEEN = /[\u007f-\u009f\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu

/** A value as indented JSON; what cannot be seen is written as `\u` and four digits, which any reader of JSON reads as it was. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN, escaped)
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
