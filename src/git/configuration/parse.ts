/** One setting: `key` is `section.name` or `section.subsection.name`; section and name in lower case. */
export interface Setting {
  key: string
  value: string
}

/** Returns a key with section and name in lower case; the subsection stays as it is. */
export function normalKey(key: string): string {
  const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')]
  return key.slice(0, first).toLowerCase() + key.slice(first, last) + key.slice(last).toLowerCase()
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', b: '\b', '"': '"', '\\': '\\' }

const HEADER = /\[[ \t]*([A-Za-z0-9.-]*)(?:[ \t]*"((?:[^"\\\n]|\\[^\n])*)")?[ \t]*\]/y
const NAME = /([A-Za-z][A-Za-z0-9-]*)[ \t]*/y
/** All the white space that git knows. */
const SPACE = /[ \t\r\n]*/y
const LINE_END = /\r?\n|$/g

/**
 * Reads a file in git's configuration format (git-config(1), "Syntax") from its first character to its last, as git does.
 * Invalid lines are skipped.
 */
export function parseConfig(text: string): Setting[] {
  const settings: Setting[] = []
  let section = ''
  let at = text.startsWith('\ufeff') ? 1 : 0
  for (;;) {
    at += matchAt(SPACE, text, at)?.[0].length ?? 0
    if (at >= text.length) return settings
    const header = matchAt(HEADER, text, at)
    if (header !== null) {
      section = sectionName(header[1] ?? '', header[2])
      at += header[0].length
      continue
    }
    const { name, value, at: end } = readSetting(text, at)
    if (section !== '' && value !== null) settings.push({ key: `${section}.${name.toLowerCase()}`, value })
    at = end
  }
}

interface Read {
  /** Null when the line is invalid. */
  value: string | null
  /** The end of its last line. */
  at: number
}

/** Reads a name alone, which means `true`, or a name, `=` and a value. */
function readSetting(text: string, at: number): Read & { name: string } {
  const found = matchAt(NAME, text, at)
  const end = lineEnd(text, at)
  if (found === null) return { name: '', value: null, at: end }
  const [all, name = ''] = found
  const next = at + all.length
  if (text[next] === '=') return { name, ...readValue(text, next + 1) }
  const isAlone = next === end || text[next] === '#' || text[next] === ';'
  return { name, value: isAlone ? 'true' : null, at: end }
}

/** A line end, a backslash with the character after it, or one character. */
const PART = /\r?\n|\\(?:\r?\n|.)?|./sy

/** Reads a value without quotes, comment and surrounding white space; after a backslash at its end, a line continues. */
function readValue(text: string, from: number): Read {
  const taken: Taken = { value: '', kept: 0, quoted: false }
  for (let at = from; ; at = PART.lastIndex) {
    const part = matchAt(PART, text, at)?.[0]
    const isComment = !taken.quoted && (part === '#' || part === ';')
    if (part === undefined || part === '\n' || part === '\r\n' || isComment) {
      return { value: taken.value.slice(0, taken.kept), at: lineEnd(text, at) }
    }
    take(taken, part)
  }
}

interface Taken {
  value: string
  /** The length without white space at the end. */
  kept: number
  quoted: boolean
}

function take(taken: Taken, part: string): void {
  if (!taken.quoted && /^[ \t\r]$/.test(part)) {
    if (taken.value !== '') taken.value += part
    return
  }
  if (part === '"') taken.quoted = !taken.quoted
  else taken.value += part.startsWith('\\') ? (ESCAPES[part.slice(1)] ?? '') : part
  taken.kept = taken.value.length
}

/** Returns the position of the line's end, before its line feed. */
function lineEnd(text: string, at: number): number {
  LINE_END.lastIndex = at
  return LINE_END.exec(text)?.index ?? text.length
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function sectionName(name: string, subsection: string | undefined): string {
  return subsection === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${subsection.replace(/\\(.)/g, '$1')}`
}
