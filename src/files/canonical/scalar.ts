/** A scalar's plain form may hold these and nothing else: letters, marks, digits, punctuation that no YAML reader minds. */
const PLAIN = /^[\p{L}(][\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u
/** What ends or changes a plain scalar, and what a flow collection would read as its own. */
const BREAKS = /: |:$| #| $/
const BREAKS_IN_FLOW = /[,[\]{}]/
/** Words that YAML 1.1 or 1.2 reads as something else than themselves. */
const READ_AS_ANOTHER = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** What JSON leaves bare and a reader cannot see: controls, format characters, odd spaces, halves of a pair. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

/** Where a scalar stands. */
export type Setting = 'block' | 'flow'

/** A scalar on one line. Text that would be read as anything but itself is quoted; a calendar day is not. */
export function scalar(value: unknown, setting: Setting): string {
  if (typeof value !== 'string') return String(value)
  const bare = (isPlain(value) && !(setting === 'flow' && BREAKS_IN_FLOW.test(value))) || DAY.test(value)
  return bare ? value : quoted(value)
}

/** A key; `on` is one, which only YAML 1.1 would misread. */
export function keyOf(key: string): string {
  return key === 'on' || (isPlain(key) && !BREAKS_IN_FLOW.test(key)) ? key : quoted(key)
}

/** The lines of a literal block, its header first, or undefined where it could not keep the text as it is. */
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
  return PLAIN.test(text) && !BREAKS.test(text) && !READ_AS_ANOTHER.test(text)
}

/** JSON's string is YAML's double-quoted one; what cannot be seen is written as its escape. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, escaped)
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const digits = code.toString(16)
  return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`
}
