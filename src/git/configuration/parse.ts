/** One setting: `key` is `section.name` or `section.subsection.name`; section and name in small letters. */
export interface Setting {
  key: string
  value: string
}

/** A key as `Setting` has it: section and name in small letters, the subsection between them as it was written. */
export function normalKey(key: string): string {
  const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')]
  return key.slice(0, first).toLowerCase() + key.slice(first, last) + key.slice(last).toLowerCase()
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', b: '\b', '"': '"', '\\': '\\' }

const HEADER = /\[[ \t]*([A-Za-z0-9.-]*)(?:[ \t]*"((?:[^"\\\n]|\\[^\n])*)")?[ \t]*\]/y
const NAME = /([A-Za-z][A-Za-z0-9-]*)[ \t]*/y
/** Spaces, tabs, returns and line feeds are all the white space that git knows. */
const SPACE = /[ \t\r\n]*/y
const LINE_END = /\r?\n|$/g

/**
 * Reads a file in git's configuration format (git-config(1), "Syntax") from its first character to its last, as git does.
 * Lines it cannot read are passed over.
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
  /** Null where the line says nothing that can be read. */
  value: string | null
  /** Where the line ends that holds its last character. */
  at: number
}

/** A name, and behind it nothing, which is `true`, or `=` and a value. */
function readSetting(text: string, at: number): Read & { name: string } {
  const found = matchAt(NAME, text, at)
  const end = lineEnd(text, at)
  if (found === null) return { name: '', value: null, at: end }
  const [all, name = ''] = found
  const behind = at + all.length
  if (text[behind] === '=') return { name, ...readValue(text, behind + 1) }
  const isAlone = behind === end || text[behind] === '#' || text[behind] === ';'
  return { name, value: isAlone ? 'true' : null, at: end }
}

/** A line end, a backslash with what it changes, or one character. */
const PART = /\r?\n|\\(?:\r?\n|.)?|./sy

/** A value without its quotes, its comment and the white space around it; a backslash at a line's end goes on in the next. */
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
  /** How much of it stays when white space at the end goes; before a backslash is no end. */
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

/** Where the line ends, before its line feed. */
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
