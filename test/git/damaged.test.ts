import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../../src/git/configuration/configuration.ts'
import type { Repository } from '../../src/git/index.ts'
import { parseCommit } from '../../src/git/objects/commit.ts'
import { openObjects } from '../../src/git/objects/database.ts'
import { applyDelta } from '../../src/git/objects/delta.ts'
import { parseTree } from '../../src/git/objects/raw-tree.ts'
import { formatSignature, parseSignature } from '../../src/git/objects/signature.ts'
import { listRefs } from '../../src/git/refs/read.ts'
import { parseIndex } from '../../src/git/worktree/index-file.ts'
import { parseJournal } from '../../src/git/worktree/journal.ts'
import { withPatience } from '../fuzz/fuzz.ts'
import { emptyFolder, git, repositoryWith } from './fixture.ts'

const ID = '1'.repeat(40)
const UNREADABLE = expect.objectContaining({ code: 'unreadable' })
const BY = 'A <a@example.org> 1900000000 +0000'

const withSum = (bytes: Buffer) => Buffer.concat([bytes, createHash('sha1').update(bytes).digest()])

// Damage that fuzzing found (npm run test:fuzz).
describe('damaged data is refused with an explanation', () => {
  it('a commit whose tree or parent is not an object id: it is never used as a path', () => {
    const commit = (tree: string, parent: string) =>
      Buffer.from(`tree ${tree}\nparent ${parent}\nauthor ${BY}\ncommitter ${BY}\n\nWords\n`)
    expect(parseCommit(ID, commit(ID, ID)).parents).toEqual([ID])
    expect(() => parseCommit(ID, commit('../../../../../../dev/zero', ID))).toThrow(UNREADABLE)
    expect(() => parseCommit(ID, commit(ID, '..'))).toThrow(UNREADABLE)
  })

  it('a name of a hundred thousand brackets, without delay', () => {
    expect(() => parseSignature(`${'<'.repeat(100_000)} 1900000000 +0000`)).toThrow(UNREADABLE)
    expect(parseSignature('A <b> c <a@example.org> 1900000000 -0130')).toEqual({
      name: 'A',
      email: 'b> c <a@example.org',
      timestamp: 1_900_000_000,
      offset: -90,
    })
  })

  it('a time with more digits than a number can hold', () => {
    expect(parseSignature(`A <a@example.org> ${'9'.repeat(15)} +0000`).timestamp).toBe(999_999_999_999_999)
    expect(() => parseSignature(`A <a@example.org> ${'1'.repeat(80)} +0000`)).toThrow(UNREADABLE)
  })

  it('but not an unusual time zone, which git accepts: it is written as it was read', () => {
    for (const zone of ['-9999', '+0060', '-0030', '+1400']) {
      const { offset } = parseSignature(`A <a@example.org> 1900000000 ${zone}`)
      const again = parseSignature(formatSignature({ name: 'A', email: 'a@example.org', timestamp: 1, offset }))
      expect(again.offset).toBe(offset)
    }
  })

  it('a tree with a mode that is not a number', () => {
    const line = (mode: string) => Buffer.concat([Buffer.from(`${mode} a\0`), Buffer.from(ID, 'hex')])
    expect(parseTree(line('100644'))).toEqual([{ mode: '100644', name: 'a', id: ID }])
    expect(() => parseTree(line('\u00ff10'))).toThrow(UNREADABLE)
  })

  it('a tree with a name that is empty or contains a slash', () => {
    const named = (name: string) => Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(ID, 'hex')])
    expect(parseTree(named('a'))).toHaveLength(1)
    for (const name of ['', 'a/b', '/', '../a']) expect(() => parseTree(named(name))).toThrow(UNREADABLE)
  })

  it('a delta that claims a result larger than memory', () => {
    const base = Buffer.from('base')
    for (const size of [...['ffffffff7f', `${'80'.repeat(200)}01`, `${'ff'.repeat(400)}7f`]]) {
      expect(() => applyDelta(base, Buffer.from(`04${size}`, 'hex'))).toThrow(UNREADABLE)
    }
  })

  it('an object whose delta base is itself', () => {
    const id = Buffer.from(ID, 'hex')
    const common = withPack(Buffer.concat([Buffer.from([0x74]), id, deflateSync(Buffer.from([4, 4, 0x90, 4]))]))
    expect(() => openObjects(common).read(ID)).toThrow(/is its own delta base/)
  })

  it.each([0, 13])('an object whose delta base is %i bytes before it, which is no object', (distance) => {
    const common = withPack(Buffer.concat([Buffer.from([0x64, distance]), deflateSync(Buffer.from([4, 4, 0x90, 4]))]))
    withPatience(
      () => expect(() => openObjects(common).read(ID)).toThrow(/a pack of this repository is damaged/),
      5_000,
    )
  })

  it('a pack index with offsets beyond the end of the pack', async () => {
    const { commonDirectory, workTree } = await packed()
    const folder = join(commonDirectory, 'objects/pack')
    const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.idx')) ?? '')
    const bytes = readFileSync(path)
    const count = bytes.readUInt32BE(8 + 255 * 4)
    const offsets = 8 + 1024 + count * 24
    const far = Buffer.from(bytes).fill(0, offsets, offsets + count * 4)
    for (let index = 0; index < count; index += 1) far.writeUInt32BE(0x80000000, offsets + index * 4)
    const end = bytes.length - 40
    rmSync(path, { force: true })
    writeFileSync(
      path,
      withSum(Buffer.concat([far.subarray(0, end), Buffer.from('7fffffff00000000', 'hex'), far.subarray(end, -20)])),
    )
    const tip = git(workTree, 'rev-parse', 'main')
    expect(() => openObjects(commonDirectory).read(tip)).toThrow(UNREADABLE)
  })

  it('a pack index that is cut off, or whose table does not increase', async () => {
    const { commonDirectory } = await packed()
    const folder = join(commonDirectory, 'objects/pack')
    const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.idx')) ?? '')
    const bytes = readFileSync(path)
    for (const damaged of [bytes.subarray(0, 1100), Buffer.from(bytes).fill(0xff, 8, 12)]) {
      rmSync(path, { force: true })
      writeFileSync(path, damaged)
      expect(() => openObjects(commonDirectory)).toThrow(UNREADABLE)
    }
  })

  it('an index whose last name does not end, or that claims four billion entries', () => {
    const header = Buffer.from('DIRC\0\0\0\x02\xff\xff\xff\xff', 'latin1')
    expect(() => parseIndex(withSum(header), 'index')).toThrow(UNREADABLE)
    expect(() => parseIndex(withSum(Buffer.concat([header, Buffer.alloc(62, 1)])), 'index')).toThrow(UNREADABLE)
    const fourth = Buffer.concat([Buffer.from('DIRC\0\0\0\x04\0\0\0\x01'), Buffer.alloc(62), Buffer.from([9, 97, 0])])
    expect(() => parseIndex(withSum(fourth), 'index')).toThrow(UNREADABLE)
  })
})

describe('damaged or invalid refs, revisions, journals and settings', () => {
  it('refs with names that git refuses are not listed', async () => {
    const { commonDirectory, workTree } = await repositoryWith({ 'a.yaml': 'a\n' })
    const id = git(workTree, 'rev-parse', 'main')
    appendFileSync(
      join(commonDirectory, 'packed-refs'),
      `${id} refs/heads/../../x\n${id} refs/heads/\u001b[2J\n${id} refs/heads/y\n`,
    )
    const folders = { workTree, gitDirectory: commonDirectory, commonDirectory }
    expect([...listRefs(folders, 'refs/').keys()]).toEqual(['refs/heads/main', 'refs/heads/y'])
  })

  it('a revision longer than a file name can be is unknown', async () => {
    const repository = await repositoryWith({ 'a.yaml': 'a\n' })
    await expect(repository.resolve('\ufffd'.repeat(120))).rejects.toMatchObject({ code: 'unknown-revision' })
  })

  it('an invalid journal is ignored', () => {
    for (const text of ['{', 'null', '[]', '{"to": 1}', `{"gitDirectories": [1], "to": "${ID}"}`]) {
      expect(parseJournal(text)).toBeNull()
    }
    expect(parseJournal(`{"gitDirectories": [], "from": "x", "to": "${ID}"}`)).toBeNull()
    expect(parseJournal(`{"gitDirectories": ["/a"], "to": "${ID}"}`)).toEqual({
      gitDirectories: ['/a'],
      from: null,
      to: ID,
    })
  })

  it('a settings file that includes itself is read once', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'config'), '[include]\npath = config\n'.repeat(30))
    const folders = { workTree: folder, gitDirectory: folder, commonDirectory: folder }
    expect(readConfiguration(folders, {}).getAll('include.path')).toHaveLength(30)
  })
})

/** Two commits in one pack. */
async function packed(): Promise<Repository> {
  const repository = await repositoryWith({ 'a.yaml': 'a\n' })
  git(repository.workTree, 'commit', '-q', '--allow-empty', '-m', 'Again')
  git(repository.workTree, 'repack', '-adq')
  return repository
}

/** A `.git` with one pack, whose one object says that it is ID. */
function withPack(entry: Buffer): string {
  const common = emptyFolder()
  const folder = join(common, 'objects/pack')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'pack-1.pack'), withSum(Buffer.concat([Buffer.from('PACK\0\0\0\x02\0\0\0\x01'), entry])))
  const fanout = Buffer.alloc(1024)
  for (let first = 0x11; first < 256; first += 1) fanout.writeUInt32BE(1, first * 4)
  const index = [
    Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]),
    fanout,
    Buffer.from(ID, 'hex'),
    Buffer.alloc(4),
    Buffer.from([0, 0, 0, 12]),
    Buffer.alloc(20),
  ]
  writeFileSync(join(folder, 'pack-1.idx'), withSum(Buffer.concat(index)))
  return common
}
