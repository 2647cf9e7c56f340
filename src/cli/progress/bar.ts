import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { onReading } from '../../files/index.ts'
import { onAsking } from '../../git/index.ts'
import { CELL, newCells, ORDER, withPen } from './cells.ts'
import type { Drawing } from './drawer.ts'
import { TERMINAL, WIPE } from './line.ts'

/** A bar that is drawn beside the work, once it takes longer than a second. */
export interface Bar {
  /** Says how much is done, and of how much. */
  tell(done: number, total: number): void
  /** Wipes the line; nothing more is drawn. */
  end(): void
}

/** From when on work is taken to be long: so many milliseconds after the program's start, or once so many bytes were read. */
const LONG = { milliseconds: 700, bytes: 512 * 1024 }

/**
 * Has a bar drawn where the work takes long. The thread that draws takes a third of Node's own start, so it is not started for work
 * that will be done by then; and once the program is busy no timer rings, so that what it reads is counted as well.
 * @param label what is being done
 * @param home the folder of this package's package.json
 */
export function barBeside(label: string, home: string): Bar {
  const cells = newCells()
  let bytesRead = 0
  let isBegun = false
  const begin = () => {
    if (isBegun) return
    isBegun = true
    startThread({ cells, label, columns: process.stderr.columns || 80 }, home)
  }
  const timer = setTimeout(begin, LONG.milliseconds - performance.now()).unref()
  const end = () => {
    isBegun = true
    clearTimeout(timer)
    give(cells, ORDER.end)
  }
  onReading((bytes) => {
    bytesRead += bytes
    if (bytesRead > LONG.bytes || performance.now() > LONG.milliseconds) begin()
  })
  onAsking((isAsking) => give(cells, isAsking ? ORDER.rest : ORDER.draw))
  process.once('exit', end)
  return {
    tell(done, total) {
      cells[CELL.total] = total
      cells[CELL.done] = done
    },
    end,
  }
}

// Nothing waits for it, neither when it starts nor when it ends; and without a bar the work is done as well.
function startThread(workerData: Drawing, home: string): void {
  const thread = new Worker(join(home, 'dist/progress/drawer.js'), { workerData })
  thread.on('error', () => {})
  thread.unref()
}

function give(cells: Int32Array<SharedArrayBuffer>, order: number): void {
  if (cells[CELL.order] === ORDER.end) return
  Atomics.store(cells, CELL.order, order)
  Atomics.notify(cells, CELL.order)
  if (order !== ORDER.draw) withPen(cells, () => wipe(cells))
}

function wipe(cells: Int32Array<SharedArrayBuffer>): void {
  if (Atomics.exchange(cells, CELL.shown, 0) === 1) writeSync(TERMINAL, WIPE)
}
