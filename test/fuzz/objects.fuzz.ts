import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect } from 'vitest'
import { formatCommit, parseCommit } from '../../src/git/objects/commit.ts'
import { looseObjectPath, readLooseObject } from '../../src/git/objects/loose.ts'
import { isObjectId, objectHeader, objectIdOf } from '../../src/git/objects/object.ts'
import { parseTree } from '../../src/git/objects/raw-tree.ts'
import { parseTag } from '../../src/git/objects/tag.ts'
import { formatTree } from '../../src/git/objects/tree.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedBytes } from './mutate.ts'
import { gitBytes, gitRepository, newFolder } from './repository.ts'

const folder = gitRepository()
const commit = gitBytes(folder, 'cat-file', 'commit', 'main')
const tag = gitBytes(folder, 'cat-file', 'tag', 'annex-1/v1')
const tree = gitBytes(folder, 'cat-file', 'tree', 'main^{tree}')
const ID = '1'.repeat(40)

const TOKENS = [
  ...[
    'tree ',
    'parent ',
    'author ',
    'committer ',
    'gpgsig ',
    'object ',
    'type commit',
    'tag ',
    'tagger ',
    '\n\n',
    '\n ',
  ],
  ...['<', '>', ' <> ', ' +0100', ' -9999', ' 99999999999999999999', '40000 ', '100644 ', '../../x', '/dev/zero', '\0'],
]
const objects = fc
  .constantFrom(
    { type: 'commit', bytes: commit } as const,
    { type: 'tag', bytes: tag } as const,
    {
      type: 'tree',
      bytes: tree,
    } as const,
  )
  .chain(({ type, bytes }) => mutatedBytes(fc.constant(bytes), TOKENS).map((edited) => ({ type, bytes: edited })))

fuzz('a commit, tag or tree is read, or refused as damaged', objects, ({ type, bytes }) => {
  if (type === 'commit') expectCommit(bytes)
  else if (type === 'tree') expectTree(bytes)
  else {
    const read = unlessRefused(() => parseTag(ID, bytes))
    if (read) expect(isObjectId(read.object)).toBe(true)
  }
})

/** Ids in it are ids, so that no path is made of anything else; and written again it says the same. */
function expectCommit(bytes: Buffer): void {
  const read = unlessRefused(() => parseCommit(ID, bytes))
  if (read === undefined) return
  for (const id of [read.tree, ...read.parents]) expect(isObjectId(id), id).toBe(true)
  const { id, ...said } = read
  expect(parseCommit(id, formatCommit({ ...said, message: 'x' }))).toEqual({ ...read, message: 'x\n' })
}

function expectTree(bytes: Buffer): void {
  const entries = unlessRefused(() => parseTree(bytes))
  if (entries === undefined) return
  expect(formatTree(entries).length).toBe(bytes.length)
  expect(parseTree(formatTree(entries))).toHaveLength(entries.length)
}

const store = newFolder()
const whole = [commit, tree, Buffer.alloc(0), Buffer.from('words\n')].flatMap((bytes) =>
  (['commit', 'tree', 'blob'] as const).map((type) => Buffer.concat([objectHeader(type, bytes.length), bytes])),
)
const loose = fc.oneof(
  mutatedBytes(fc.constantFrom(...whole.map((bytes) => deflateSync(bytes)))),
  mutatedBytes(fc.constantFrom(...whole), ['blob ', 'commit ', '0', '\0', '-1', '1e3', ' ']).map((bytes) =>
    deflateSync(bytes),
  ),
)

fuzz('a loose object is what its id says, or refused as damaged', loose, (compressed) => {
  const path = looseObjectPath(store, ID)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, compressed)
  const read = unlessRefused(() => readLooseObject(store, ID))
  if (read) expect(objectIdOf(read.type, read.bytes)).toBe(ID)
})
