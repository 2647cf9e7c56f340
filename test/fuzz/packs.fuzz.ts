import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { openObjects } from '../../src/git/objects/database.ts'
import { applyDelta } from '../../src/git/objects/delta.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedBytes, withSum } from './mutate.ts'
import { replaceFile } from './replace-file.ts'
import { git, gitRepository, newFolder } from './repository.ts'

const folder = gitRepository()
git(folder, 'repack', '-adq', '--depth=50')
const packs = join(folder, '.git/objects/pack')
const fileWith = (end: string) => readFileSync(join(packs, readdirSync(packs).find((name) => name.endsWith(end)) ?? ''))
const [pack, index] = [fileWith('.pack'), fileWith('.idx')]
const ids = git(folder, 'rev-list', '--objects', '--all')
  .split('\n')
  .map((line) => line.slice(0, 40))

const place = newFolder()
const written = (bytes: Buffer) => mutatedBytes(fc.constant(bytes))
const files = fc.oneof(
  written(pack).map((bytes) => ({ pack: bytes, index })),
  fc.oneof(written(index), written(index).map(withSum)).map((bytes) => ({ pack, index: bytes })),
)

fuzz('an object of a pack is read, or the pack refused as damaged', files, (damaged) => {
  replaceFile(join(place, 'objects/pack/pack-1.pack'), damaged.pack)
  replaceFile(join(place, 'objects/pack/pack-1.idx'), damaged.index)
  const objects = unlessRefused(() => openObjects(place))
  if (objects === undefined) return
  try {
    for (const id of ids) unlessRefused(() => objects.read(id))
    for (const id of ids) unlessRefused(() => [objects.commit(id), objects.tree(id)])
    unlessRefused(() => objects.idsWithPrefix(ids[0]?.slice(0, 4) ?? ''))
  } finally {
    objects.close()
  }
})

const BASE = Buffer.from('the words of the base, which are copied from\n'.repeat(4))
// Sizes of both, then: copy 20 bytes from 4, insert 3, copy 9 from 40.
const DELTA = Buffer.from([(BASE.length & 0x7f) | 0x80, BASE.length >> 7, 32, 0x91, 4, 20, 3, 97, 98, 99, 0x91, 40, 9])

fuzz('a delta gives what its size says, or is refused as damaged', mutatedBytes(fc.constant(DELTA)), (delta) => {
  const result = unlessRefused(() => applyDelta(BASE, delta))
  if (result) expect(result.length).toBeLessThan(2 ** 31)
})
