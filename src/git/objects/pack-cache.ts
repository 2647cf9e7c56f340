import { fstatSync, readSync } from 'node:fs'

/** A cache with a limited total weight; the least recently used value is removed first. */
interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/** @param budget the total weight kept, in whatever unit `weigh` counts (bytes, entries) */
export function keepRecent<Key, Value>(budget: number, weigh: (value: Value) => number): Recent<Key, Value> {
  const kept = new Map<Key, Value>()
  let weight = 0
  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      if (kept.has(key)) return
      kept.set(key, value)
      weight += weigh(value)
      for (const [oldest, old] of kept) {
        if (weight <= budget || oldest === key) break
        kept.delete(oldest)
        weight -= weigh(old)
      }
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
