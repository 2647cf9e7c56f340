import type { ThreeVersions } from '../three-way.ts'

/** How conflicts are written into a file, as git's settings and arguments say. */
export interface MarkerStyle {
  /** The names of the three versions, after the markers. */
  labels: ThreeVersions<string>
  /** The length of a marker. */
  size: number
  /** git's `merge.conflictStyle`. */
  style: 'merge' | 'diff3' | 'zdiff3'
}

/** git's own markers, for who gives no others. */
export const PLAIN_MARKERS: MarkerStyle = {
  labels: { base: 'base', ours: 'ours', theirs: 'theirs' },
  size: 7,
  style: 'merge',
}

/**
 * Returns a conflict between git's conflict markers.
 * @param conflict complete lines, each with its line feed
 */
export function marked(conflict: ThreeVersions<string>, { labels, size, style }: MarkerStyle): string {
  const end = conflict.ours.includes('\r\n') || conflict.theirs.includes('\r\n') ? '\r\n' : '\n'
  const marker = (sign: string, label: string) => `${sign.repeat(size)}${label === '' ? '' : ` ${label}`}${end}`
  const base = style === 'merge' ? '' : marker('|', labels.base) + complete(conflict.base, end)
  return [
    marker('<', labels.ours),
    complete(conflict.ours, end),
    base,
    marker('=', ''),
    complete(conflict.theirs, end),
    marker('>', labels.theirs),
  ].join('')
}

// The last line of a file may lack its line feed.
function complete(lines: string, end: string): string {
  return lines === '' || lines.endsWith('\n') ? lines : lines + end
}
