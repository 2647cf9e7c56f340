// What the program and the thread that draws its bar tell each other: whole numbers in memory that both see.

/** Where each number stands. */
export const CELL = { order: 0, pen: 1, shown: 2, done: 3, total: 4 } as const

/** What the thread is to do. */
export const ORDER = { draw: 0, rest: 1, end: 2 } as const

/** The same memory for both. */
export function newCells(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Object.keys(CELL).length * Int32Array.BYTES_PER_ELEMENT))
}

/** Does what writes to the terminal while the other thread writes nothing. */
export function withPen(cells: Int32Array<SharedArrayBuffer>, write: () => void): void {
  while (Atomics.compareExchange(cells, CELL.pen, 0, 1) !== 0) Atomics.wait(cells, CELL.pen, 1)
  try {
    write()
  } finally {
    Atomics.store(cells, CELL.pen, 0)
    Atomics.notify(cells, CELL.pen)
  }
}
