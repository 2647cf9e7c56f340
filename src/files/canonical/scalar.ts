/** The characters of a plain scalar: letters, marks, digits, and punctuation without a meaning in YAML. */
const PLAIN = /^[\p{L}(][\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u
/** What ends or changes a plain scalar, and what has a meaning in a flow collection. */
const BREAKS = /: |:$| #| $/
const BREAKS_IN_FLOW = /[,[\]{}]/
/** Words that YAML 1.1 or 1.2 does not read as text. */
const NOT_TEXT = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Invisible characters that JSON does not escape: controls, format characters, unusual spaces, lone surrogates. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

/** Whether a scalar is in a flow collection. */
export type Setting = 'block' | 'flow'

/** Returns a scalar on one line. Text that YAML would read as something else is quoted; a calendar day is not. */
export function scalar(value: unknown, setting: Setting): string {
  if (typeof value !== 'string') return String(value)
  const bare = (isPlain(value) && !(setting === 'flow' && BREAKS_IN_FLOW.test(value))) || DAY.test(value)
  return bare ? value : quoted(value)
}

/** Returns a key, quoted where needed. `on` is not quoted: only YAML 1.1 reads it as true. */
export function keyOf(key: string): string {
  return key === 'on' || (isPlain(key) && !BREAKS_IN_FLOW.test(key)) ? key : quoted(key)
}

/** Returns the lines of a literal block, header first; undefined if a block would change the text. */
export function literal(value: string): string[] | undefined {
  const body = value.endsWith('\n') ? value.slice(0, -1) : value
  const lines = body.split('\n')
  if (lines.length < 2 || /^\s/.test(body) || !lines.every(fitsInLiteral) || lines.at(-1) === '') return undefined
  return [value.endsWith('\n') ? '|' : '|-', ...lines]
}

function fitsInLiteral(line: string): boolean {
  UNSEEN.lastIndex = 0
  return !line.endsWith(' ') && !UNSEEN.test(line)
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !BREAKS.test(text) && !NOT_TEXT.test(text)
}

/** Returns a JSON string, which is a double-quoted scalar in YAML; invisible characters are escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, escaped)
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const digits = code.toString(16)
  return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`
}
