import type { Finding, SchemaRuleId } from '../../treaty/index.ts'

let listener: (bytes: number) => void = () => {}

/** Calls a listener with the length of each file, before the file is decoded and parsed; progress displays use it. */
export function onReading(listen: (bytes: number) => void): void {
  listener = listen
}

/** In bytes; more than any annex needs. */
const LONGEST_FILE = 64 * 1024 * 1024

/** The text of a file, without a byte order mark and with LF line ends; or a finding, if the file is not text. */
type Decoded = { text: string } | { finding: Finding }

/**
 * Decodes UTF-8 strictly. CRLF becomes LF, as in YAML; lines and columns stay the same.
 * @param bytes the whole file
 */
export function decode(bytes: Uint8Array): Decoded {
  listener(bytes.length)
  if (bytes.length > LONGEST_FILE) {
    return refused(
      'schema/too-long',
      'The file is longer than 64 MiB',
      bytes,
      0,
      'Check the file: no annex is that long',
    )
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) return refused('schema/binary', 'The file is binary: it contains a zero byte', bytes, zero)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n') }
  } catch {
    return refused('schema/not-utf-8', 'The file is not UTF-8', bytes, longestText(bytes))
  }
}

/**
 * Decodes a file that a person hands in, as other programs save it: UTF-8 with or without a byte order mark, or UTF-16 with one;
 * lines end with LF, CRLF or CR. Anything else is a finding with its line and column.
 */
export function decodeGiven(bytes: Uint8Array): Decoded {
  const encoding = MARKS[`${bytes[0]} ${bytes[1]}`]
  const decoded = encoding === undefined ? decode(bytes) : decodeUtf16(bytes, encoding)
  return 'finding' in decoded ? decoded : { text: decoded.text.replaceAll('\r', '\n') }
}

/** The byte order marks of UTF-16. */
const MARKS: Record<string, 'utf-16le' | 'utf-16be'> = { '255 254': 'utf-16le', '254 255': 'utf-16be' }

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  // A character that is damaged becomes U+FFFD; no one writes it.
  const bad = text.indexOf('\ufffd')
  const utf8 = new TextEncoder().encode(bad < 0 ? text : text.slice(0, bad))
  if (bad >= 0) return refused('schema/not-utf-8', 'The file is UTF-16, but damaged', utf8, utf8.length)
  return decode(utf8)
}

const SAVE_AS_TEXT = 'Save it as plain text in UTF-8'

function refused(rule: SchemaRuleId, message: string, bytes: Uint8Array, offset: number, hint = SAVE_AS_TEXT): Decoded {
  const before = new TextDecoder().decode(bytes.subarray(0, offset), { stream: true }).split('\n')
  const line = before.length
  const column = (before.at(-1) ?? '').length + 1
  const position = { line, column, endLine: line, endColumn: column }
  return { finding: { rule, level: 'error', message, hint, at: { path: [], position } } }
}

/** Returns how many bytes from the start are UTF-8; the last character may be incomplete. */
function longestText(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isText(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
