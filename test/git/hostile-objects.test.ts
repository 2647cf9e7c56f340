import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRepository } from '../../src/git/index.ts'
import { differingEntries, entriesOf, parseTree, readRawTree } from '../../src/git/objects/raw-tree.ts'
import { formatTree, type TreeEntry } from '../../src/git/objects/tree.ts'
import { deleteRef, updateRef } from '../../src/git/refs/update.ts'
import { TREATY_STORE } from '../../src/workflows/record/treaty-repository.ts'
import { git, repositoryWith } from './fixture.ts'

const entry = (mode: string, name: string) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.alloc(20, 0xab)])

describe('a tree object', () => {
  it.each([
    ['names a file twice', [entry('100644', 'a'), entry('100644', 'a')]],
    ['names a file and a folder alike', [entry('100644', 'a'), entry('100644', 'a.b'), entry('40000', 'a')]],
    ['has its entries out of order', [entry('100644', 'b'), entry('100644', 'a')]],
  ])('that %s is refused', (_, entries) => {
    expect(() => parseTree(Buffer.concat(entries))).toThrow('a tree object is damaged')
  })

  it('differs from another one in what a comparison of all their entries says', () => {
    const tree = fc
      .uniqueArray(fc.record({ name: fc.stringMatching(/^[a-c.0]{1,3}$/), id: fc.nat(3), folder: fc.boolean() }), {
        selector: ({ name }) => name,
        maxLength: 12,
      })
      .map((lines) =>
        formatTree(
          lines.map(({ name, id, folder }) => ({ mode: folder ? '40000' : '100644', name, id: `0${id}`.repeat(20) })),
        ),
      )
    const lines = (entries: readonly TreeEntry[]) => entries.map(({ mode, name, id }) => `${mode} ${name} ${id}`)
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        const [before, after] = [readRawTree(one), readRawTree(other)]
        const [all, allAfter] = [lines(entriesOf(before)), lines(entriesOf(after))]
        const [some, someAfter] = differingEntries(before, after).map(lines)
        expect(all.filter((line) => !allAfter.includes(line))).toEqual(
          some?.filter((line) => !someAfter?.includes(line)),
        )
        expect(allAfter.filter((line) => !all.includes(line))).toEqual(
          someAfter?.filter((line) => !some?.includes(line)),
        )
      }),
    )
  })

  it("may have entries in git's order, in which a folder's name ends with a slash", () => {
    const entries = [entry('100644', 'a.b'), entry('40000', 'a'), entry('100644', 'a0')]
    expect(parseTree(Buffer.concat(entries)).map(({ name }) => name)).toEqual(['a.b', 'a', 'a0'])
  })
})

describe('an object whose bytes have another id', () => {
  it.each(['blob', 'commit'])('is refused where a %s is read', async (type) => {
    const { workTree } = await repositoryWith({ 'a.yaml': 'true words\n' })
    const id = git(workTree, 'rev-parse', type === 'blob' ? 'HEAD:a.yaml' : 'HEAD')
    const forged = type === 'blob' ? 'other words\n' : git(workTree, 'cat-file', 'commit', id).replace('Begin', 'Forge')
    const file = join(workTree, '.git/objects', id.slice(0, 2), id.slice(2))
    rmSync(file)
    writeFileSync(file, deflateSync(Buffer.from(`${type} ${Buffer.byteLength(forged)}\0${forged}`)))
    const repository = await openRepository(workTree, TREATY_STORE)
    const read = async () => repository.at(await repository.resolve('HEAD')).readFile('a.yaml')
    await expect(read()).rejects.toMatchObject({ code: 'unreadable' })
  })
})

describe('a ref name that is a path', () => {
  it.each([
    'refs/heads/../../config',
    'refs/heads/a/../../../hooks/post-merge',
    '../outside',
    'config',
    'refs/heads/x.lock',
  ])('%s is refused by the function that writes refs', async (ref) => {
    const { workTree, ...repository } = await repositoryWith({ 'a.yaml': 'words\n' })
    const config = readFileSync(join(workTree, '.git/config'), 'utf8')
    const to = git(workTree, 'rev-parse', 'HEAD')
    const who = { name: 'A', email: 'a@example.org', timestamp: 0, offset: 0 }
    const store = { ...repository, workTree }
    const update = { ref, expected: null, to, who, why: 'test' }
    await expect(updateRef(store, update, { logged: true })).rejects.toMatchObject({ code: 'invalid' })
    await expect(deleteRef(store, ref, to)).rejects.toMatchObject({ code: 'invalid' })
    expect(readFileSync(join(workTree, '.git/config'), 'utf8')).toBe(config)
  })
})
