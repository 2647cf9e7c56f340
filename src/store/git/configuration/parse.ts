/** One setting: `key` is `section.name` or `section.subsection.name`; section and name in small letters. */
export interface Setting {
  key: string
  value: string
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', b: '\b', '"': '"', '\\': '\\' }

/** Reads a file in git's configuration format (git-config(1), "Syntax"). Lines it cannot read are passed over. */
export function parseConfig(text: string): Setting[] {
  const settings: Setting[] = []
  let section = ''
  for (const line of joinContinued(text)) {
    const header = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\](.*)$/.exec(line)
    if (header) section = sectionName(header[1] ?? '', header[2])
    const rest = header ? (header[3] ?? '') : line
    const match = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:=(.*)|(?:[#;].*)?)$/s.exec(rest)
    if (!match?.[1] || section === '') continue
    settings.push({
      key: `${section}.${match[1].toLowerCase()}`,
      value: match[2] === undefined ? 'true' : unquote(match[2]),
    })
  }
  return settings
}

function sectionName(name: string, subsection: string | undefined): string {
  return subsection === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${subsection.replace(/\\(.)/g, '$1')}`
}

/** A line that ends with a backslash goes on in the next. */
function joinContinued(text: string): string[] {
  const lines: string[] = []
  let open = ''
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const continued = /(?:^|[^\\])(?:\\\\)*\\$/.test(line)
    if (continued) open += line.slice(0, -1)
    else {
      lines.push(open + line)
      open = ''
    }
  }
  return open === '' ? lines : [...lines, open]
}

/** The value without quotes, escapes, comment and white space around: spaces, tabs and returns are all that git knows. */
function unquote(raw: string): string {
  let value = ''
  /** How much of it stays when white space at the end goes. */
  let kept = 0
  let quoted = false
  for (const [part] of raw.replace(/^[ \t\r]+/, '').matchAll(/\\.|[^\\]/gs)) {
    if (!quoted && (part === '#' || part === ';')) break
    if (part === '"') quoted = !quoted
    else value += plain(part)
    if (quoted || !/[ \t\r]/.test(part)) kept = value.length
  }
  return value.slice(0, kept)
}

function plain(part: string): string {
  return part.startsWith('\\') && part.length > 1 ? (ESCAPES[part.charAt(1)] ?? '') : part
}
