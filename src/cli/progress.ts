import { writeSync } from 'node:fs'
import { onReading } from '../files/index.ts'
import { onTerminalPrompt } from '../git/index.ts'
import type { ReportProgress } from '../workflows/index.ts'

/** A line on standard error that shows the progress of work longer than a second. */
export interface ProgressLine {
  report: ReportProgress
  /** Clears the line; nothing is drawn after it. */
  end(): void
}

const STANDARD_ERROR = 2
/** When the line is first drawn, and how often again, in milliseconds since the program started. */
const TIMES = { first: 1000, between: 100 }
/** Parsing a file of more bytes takes about a second, during which nothing can be drawn: the line is drawn before. */
const LONG_FILE = 4 * 1024 * 1024

// ECMA-48: CR moves to the start of the line, EL clears what follows.
const CLEAR_LINE = '\r\u001b[K'

/** Returns whether to show progress: standard error is a terminal that can clear a line, and this is not a CI job. */
export function showsProgress({ TERM, CI }: NodeJS.ProcessEnv = process.env): boolean {
  return TERM !== 'dumb' && (CI ?? '') === '' && process.stderr.isTTY === true
}

/**
 * Starts a progress line. It is drawn by a timer while the program waits, and at each file read and each step reported while it
 * computes, when no timer can run.
 * @param label the command, as the user typed it
 */
export function startProgress(label: string): ProgressLine {
  const work = { label, done: 0, total: 0 }
  let drawn = 0
  let lastDrawn = 0
  let isPaused = false
  const draw = (now: number) => {
    if (isPaused || now - lastDrawn < TIMES.between) return
    lastDrawn = now
    drawn += 1
    write(`\r${progressLine({ ...work, drawn, seconds: now / 1000 }, process.stderr.columns || 80)}\u001b[K`)
  }
  // The clock starts with the process: a user waits for the start of the program as well.
  const drawIfLong = () => {
    const now = performance.now()
    if (now >= TIMES.first) draw(now)
  }
  const clear = () => {
    if (drawn > 0) write(CLEAR_LINE)
  }
  const timer = setInterval(drawIfLong, TIMES.between).unref()
  onReading((bytes) => (bytes > LONG_FILE ? draw(performance.now()) : drawIfLong()))
  onTerminalPrompt((isPrompting) => {
    isPaused = isPrompting
    if (isPrompting) clear()
  })
  const end = () => {
    clearInterval(timer)
    if (!isPaused) clear()
    isPaused = true
  }
  process.once('exit', end)
  return {
    report(done, total) {
      Object.assign(work, { done, total })
      drawIfLong()
    },
    end,
  }
}

// The work goes on even where the terminal is gone or cannot take more.
function write(text: string): void {
  try {
    writeSync(STANDARD_ERROR, text)
  } catch {}
}

/** How far some work has come. */
interface Progress {
  label: string
  done: number
  /** The number of steps; 0 where it is not known. */
  total: number
  /** How often the line was drawn before; moves the block where the number of steps is not known. */
  drawn: number
  seconds: number
}

const WIDTH = 24
const BLOCK = 4

/**
 * Returns one line of ASCII: a bar with the part that is done, or a moving block where the number of steps is not known.
 * @param columns the width of the terminal; the line is shorter, because a line that wraps could not be cleared
 */
export function progressLine({ label, done, total, drawn, seconds }: Progress, columns: number): string {
  const part = total > 0 ? Math.min(done / total, 1) : null
  const bar = part === null ? movingBlock(drawn) : '#'.repeat(Math.floor(part * WIDTH)).padEnd(WIDTH, '-')
  const percent = part === null ? '' : ` ${Math.floor(part * 100)} %`.padStart(6)
  const time = seconds < 1 ? '' : ` ${Math.floor(seconds)} s`
  return `${label} [${bar}]${percent}${time}`.slice(0, Math.max(columns - 1, 0))
}

function movingBlock(drawn: number): string {
  const places = WIDTH - BLOCK
  const place = drawn % (2 * places)
  const before = place <= places ? place : 2 * places - place
  return '-'.repeat(before) + '#'.repeat(BLOCK) + '-'.repeat(places - before)
}
