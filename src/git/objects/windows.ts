import { fstatSync, readSync } from 'node:fs'

/** Bytes of an open file by position. */
export interface FileWindows {
  /** At most `length` bytes from `position` on; fewer at the end of the file. Do not change or keep the bytes. */
  read(position: number, length: number): Buffer
}

const SIZE = 64 * 1024
const KEPT = 32
const NOTHING = Buffer.alloc(0)

/**
 * Returns a reader with a cache of 32 windows of 64 KiB: objects that are read one after the other are mostly next to each
 * other in a pack.
 */
export function openWindows(file: number): FileWindows {
  const end = fstatSync(file).size
  const windows = new Map<number, Buffer>()
  const windowAt = (number: number): Buffer => {
    const known = windows.get(number)
    if (known !== undefined) return known
    const bytes = readFrom(file, number * SIZE, SIZE)
    const [oldest] = windows.keys()
    if (windows.size >= KEPT && oldest !== undefined) windows.delete(oldest)
    windows.set(number, bytes)
    return bytes
  }
  return {
    read(position, wanted) {
      // A damaged index may give positions beyond the end of the file.
      if (position >= end) return NOTHING
      const length = Math.min(wanted, end - position)
      const number = Math.floor(position / SIZE)
      const start = position - number * SIZE
      if (start + length > SIZE) return readFrom(file, position, length)
      return windowAt(number).subarray(start, start + length)
    },
  }
}

function readFrom(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let read = 0
  while (read < length) {
    const count = readSync(file, bytes, read, length - read, position + read)
    if (count === 0) break
    read += count
  }
  return bytes.subarray(0, read)
}
