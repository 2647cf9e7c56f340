import type { FileKind } from '../../files/index.ts'

const BY_PATH: readonly [RegExp, FileKind][] = [
  [/(?:^|\/)annexes\/readings\.yaml$/, 'readings'],
  [/(?:^|\/)annexes\/rules\.yaml$/, 'rules'],
  [/(?:^|\/)annexes\/register\/parties\.yaml$/, 'parties'],
  [/(?:^|\/)annexes\/proposals\/[^/]+\/proposal\.yaml$/, 'proposal'],
  [/(?:^|\/)annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/, 'event'],
]

const BY_FIRST_KEYS: readonly [RegExp, FileKind][] = [
  // Before the document's own keys: a proposal names its document.
  [/^proposal:/m, 'proposal'],
  [/^(?:document|entries):/m, 'document'],
  [/^asOf:/m, 'scenario'],
  [/^event:/m, 'event'],
  [/^readings:/m, 'readings'],
  [/^levels:/m, 'rules'],
  [/^parties:/m, 'parties'],
]

/** What kind of file it is: by where it lies, else by the keys it begins lines with; a document where nothing else fits. */
export function fileKind(path: string, bytes: Uint8Array): FileKind {
  const byPath = BY_PATH.find(([pattern]) => pattern.test(path))
  if (byPath !== undefined) return byPath[1]
  const text = new TextDecoder().decode(bytes.subarray(0, 4096))
  return BY_FIRST_KEYS.find(([pattern]) => pattern.test(text))?.[1] ?? 'document'
}
