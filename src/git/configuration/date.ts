/** Reads a date as GIT_AUTHOR_DATE gives it: `1900000000 +0100`, `@1900000000`, ISO 8601 or RFC 2822; null if it is none. */
export function parseDate(text: string): { timestamp: number; offset: number } | null {
  const raw = /^@?(\d{1,12})(?:\s+([+-])(\d\d)(\d\d))?$/.exec(text.trim())
  if (raw && (raw[2] !== undefined || text.trim().startsWith('@') || (raw[1] ?? '').length > 8)) {
    return { timestamp: Number(raw[1]), offset: minutes(raw[2], raw[3], raw[4]) }
  }
  const milliseconds = Date.parse(
    text
      .trim()
      .replace(/^(\d{4}-\d\d-\d\d) (\d\d:)/, '$1T$2')
      .replace(/(:\d\d) ([+-])/, '$1$2'),
  )
  if (Number.isNaN(milliseconds)) return null
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(text.trim())
  const isUtc = /(?:Z|GMT|UTC)$/i.test(text.trim())
  const local = 0 - new Date(milliseconds).getTimezoneOffset()
  const offset = zone ? minutes(zone[1], zone[2], zone[3]) : isUtc ? 0 : local
  return { timestamp: Math.floor(milliseconds / 1000), offset }
}

function minutes(sign: string | undefined, hours: string | undefined, rest: string | undefined): number {
  const size = Number(hours ?? 0) * 60 + Number(rest ?? 0)
  return sign === '-' ? 0 - size : size
}
