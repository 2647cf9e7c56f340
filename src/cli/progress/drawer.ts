// The thread that draws. The program's own thread is mostly busy for as long as the work takes, and no timer of it would ring.
import { writeSync } from 'node:fs'
import { createContext, Script } from 'node:vm'
import { workerData } from 'node:worker_threads'
import { barLine } from './bar-line.ts'
import { CELL, ORDER, withPen } from './cells.ts'
import { redraw, TERMINAL, WIPE } from './line.ts'

/** What the thread is started with. */
export interface Drawing {
  cells: Int32Array<SharedArrayBuffer>
  label: string
  columns: number
}

const { cells, label, columns } = workerData as Drawing
// In each thread the clock began with the program, not with the thread.
const FIRST_AFTER = 1000
const EVERY = 100
let drawn = 0

function order(): number {
  return Atomics.load(cells, CELL.order)
}

function sleep(milliseconds: number): void {
  Atomics.wait(cells, CELL.order, ORDER.draw, milliseconds)
  if (order() === ORDER.rest) Atomics.wait(cells, CELL.order, ORDER.rest)
}

function waitASecond(): void {
  while (order() !== ORDER.end && performance.now() < FIRST_AFTER) sleep(FIRST_AFTER - performance.now())
}

function drawUntilTheEnd(): void {
  while (order() !== ORDER.end) {
    withPen(cells, draw)
    sleep(EVERY)
  }
}

function draw(): void {
  if (order() !== ORDER.draw) return
  const [done, total] = [Atomics.load(cells, CELL.done), Atomics.load(cells, CELL.total)]
  Atomics.store(cells, CELL.shown, 1)
  drawn += 1
  write(redraw(barLine({ label, done, total, drawn, seconds: performance.now() / 1000 }, columns)))
}

// A terminal that takes nothing just now, or is gone: the work is what counts.
function write(text: string): void {
  try {
    writeSync(TERMINAL, text)
  } catch {}
}

/**
 * Draws, and notices Ctrl-C. A listener of the program's own would run only when its thread is free, and until then nothing would
 * stop it; Node stops a script at once, in whatever thread it runs. So the line is wiped, and the signal does what it always did.
 */
function drawUntilInterrupted(): void {
  try {
    new Script('drawUntilTheEnd()').runInContext(createContext({ drawUntilTheEnd }), { breakOnSigint: true })
  } catch {
    write(WIPE)
    process.kill(process.pid, 'SIGINT')
  }
}

waitASecond()
if (order() !== ORDER.end) drawUntilInterrupted()
