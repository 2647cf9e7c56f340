import type { Slice } from './slices.ts'

/**
 * What files read one after another have in common: an item that stands in several, letter for letter, is read and checked
 * once. They share its value, which nobody may alter.
 */
export type ReadBefore = Map<string, { text: string; value: unknown }>

/** For a first file. */
export function nothingRead(): ReadBefore {
  return new Map()
}

/** The value of an item of the same text, if one was read before. */
export function valueReadBefore(before: ReadBefore | undefined, { text }: Slice): unknown {
  const found = before?.get(keyOf(text))
  return found?.text === text ? found.value : undefined
}

/** Keeps an item for the files that are read behind this one. */
export function keepRead(before: ReadBefore, { text }: Slice, value: unknown): void {
  before.set(keyOf(text), { text, value })
}

// Its first line names an item: to hash that, and to compare the rest, takes less time than to hash it all.
function keyOf(text: string): string {
  return text.slice(0, text.indexOf('\n'))
}
