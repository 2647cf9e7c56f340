/** The first and the last second that four digits of a year can tell, counted from 1970. */
const FIRST = -62_167_219_200
const LAST = 253_402_300_799

const DAY = 24 * 60

/**
 * When a commit says that it was made, as RFC 3339 writes it, in the clerk's own time zone; never a legal date. git lets any
 * number through: a second before the year 0 or behind 9999 is told as the nearest within, an offset of a day or more as none.
 * @param timestamp seconds since 1970
 * @param offset minutes east of UTC
 */
export function recordedTime(timestamp: number, offset: number): string {
  const east = Math.abs(offset) < DAY ? offset : 0
  const size = Math.abs(east)
  const zone = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${clockTime(timestamp + east * 60)}${east < 0 ? '-' : '+'}${zone}`
}

/** The same in UTC, its offset written `Z`. */
export function recordedTimeUtc(timestamp: number): string {
  return `${clockTime(timestamp)}Z`
}

function clockTime(seconds: number): string {
  return new Date(Math.min(Math.max(seconds, FIRST), LAST) * 1000).toISOString().slice(0, 19)
}
