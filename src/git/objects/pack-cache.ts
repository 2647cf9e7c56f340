import { fstatSync, readSync } from 'node:fs'

/** A cache with a limited total weight; what was not used for longest is removed first. */
interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/**
 * Keeps values in two generations: when the younger one has half of the budget, it becomes the older one, and what was not used
 * since is forgotten. An exact order of use would cost more than most values are worth.
 * @param budget the total weight kept, in whatever unit `weigh` counts (bytes, entries)
 */
export function keepRecent<Key, Value>(budget: number, weigh: (value: Value) => number): Recent<Key, Value> {
  let [young, old] = [new Map<Key, Value>(), new Map<Key, Value>()]
  let weight = 0
  const add = (key: Key, value: Value): void => {
    const added = weigh(value)
    if (weight + added > budget / 2 && young.size > 0) {
      ;[old, young] = [young, new Map()]
      weight = 0
    }
    young.set(key, value)
    weight += added
  }
  return {
    get(key) {
      const value = young.get(key)
      if (value !== undefined) return value
      const older = old.get(key)
      if (older !== undefined) add(key, older)
      return older
    },
    set(key, value) {
      if (!young.has(key)) add(key, value)
    },
  }
}

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
