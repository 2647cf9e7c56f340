/** How far some work is. */
export interface Progress {
  /** What is being done, as the command is called. */
  label: string
  done: number
  /** Of how many; 0 where nobody knows. */
  total: number
  /** How often the line was drawn before: where there is no total, the block moves on by one. */
  drawn: number
  /** For how long. */
  seconds: number
}

const WIDTH = 24
const BLOCK = 4

/**
 * One line of plain letters: how much is done, or a block that moves while nobody knows of how much.
 * @param columns the terminal's; a line as long as that would break, and could not be wiped
 */
export function barLine({ label, done, total, drawn, seconds }: Progress, columns: number): string {
  const part = total > 0 ? Math.min(done / total, 1) : null
  const bar = part === null ? moving(drawn) : '#'.repeat(Math.floor(part * WIDTH)).padEnd(WIDTH, '-')
  const percent = part === null ? '' : ` ${Math.floor(part * 100)} %`.padStart(6)
  return `${label} [${bar}]${percent} ${Math.floor(seconds)} s`.slice(0, Math.max(columns - 1, 0))
}

function moving(drawn: number): string {
  const places = WIDTH - BLOCK
  const place = drawn % (2 * places)
  const before = place <= places ? place : 2 * places - place
  return '-'.repeat(before) + '#'.repeat(BLOCK) + '-'.repeat(places - before)
}
