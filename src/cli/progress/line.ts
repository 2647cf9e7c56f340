/** Standard error: what is printed stays data. */
export const TERMINAL = 2

// ECMA-48: CR goes back to the beginning of the line, EL leaves nothing behind what stands there.
const BACK = '\r'
const CLEAR = '\u001b[K'

/** Leaves the line empty. */
export const WIPE = BACK + CLEAR

/** Puts other letters in the line; never is it empty between. */
export function redraw(line: string): string {
  return BACK + line + CLEAR
}
