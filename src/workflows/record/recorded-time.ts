/** The first second of year 0 and the last second of year 9999, counted from 1970. */
const FIRST = -62_167_219_200
const LAST = 253_402_300_799

const DAY = 24 * 60

/**
 * Returns the time in a commit as RFC 3339 writes it, in the author's time zone; it is never a legal date. git allows any number:
 * a second outside the years 0 to 9999 becomes the nearest second inside, an offset of a day or more becomes none.
 * @param timestamp seconds since 1970
 * @param offset minutes east of UTC
 */
export function recordedTime(timestamp: number, offset: number): string {
  const east = Math.abs(offset) < DAY ? offset : 0
  const size = Math.abs(east)
  const zone = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${clockTime(timestamp + east * 60)}${east < 0 ? '-' : '+'}${zone}`
}

/** Returns the same in UTC, with `Z` as its offset. */
export function recordedTimeUtc(timestamp: number): string {
  return `${clockTime(timestamp)}Z`
}

function clockTime(seconds: number): string {
  return new Date(Math.min(Math.max(seconds, FIRST), LAST) * 1000).toISOString().slice(0, 19)
}
