import { type Colours, NO_COLOURS, TERMINAL_COLOURS } from '../../render/index.ts'

/** The colours to print in: only on a terminal, and none where NO_COLOR is set (no-color.org). */
export function colours(): Colours {
  const wanted = process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb'
  return wanted ? TERMINAL_COLOURS : NO_COLOURS
}

/** How many columns the terminal has; undefined where the output is no terminal, and no line is broken. */
export function columns(): number | undefined {
  return process.stdout.isTTY === true ? process.stdout.columns : undefined
}
