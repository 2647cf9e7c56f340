import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../src/files/index.ts'
import type { Repository } from '../../../src/git/index.ts'
import { canonicalJson } from '../../../src/treaty/index.ts'
import { entryChanges, lastChanges } from '../../../src/workflows/questions/entry-history/entry-history.ts'
import { files, repositoryWith } from '../../git/fixture.ts'

const PATH = 'annexes/annex-1.yaml'

/** An entry as people write it: with or without quotes and comments, in one line or several. */
const entry = fc.record({
  id: fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon'),
  words: fc.constantFrom('One', 'Two words', 'entries: not a key', '- id: alpha', 'title: x'),
  style: fc.nat(4),
})

function write(item: { id: string; words: string; style: number }): string {
  const quoted = JSON.stringify(item.words)
  const styles = [
    `  - id: ${item.id}\n    text:\n      title: {en: ${quoted}}\n`,
    `  - id: "${item.id}"\n    text: {title: {en: ${quoted}}}\n`,
    `  # about what follows\n  - id: ${item.id}\n    text:\n      title:\n        en: ${quoted} # a remark\n`,
    `  - text:\n      title:\n        en: |-\n          ${item.words}\n    id: ${item.id}\n`,
    `\n  - id: ${item.id}\n    # id: omega\n    text: { title: { en: ${quoted} } }\n\n`,
  ]
  return styles[item.style] ?? ''
}

const version = fc
  .tuple(fc.uniqueArray(entry, { selector: (each) => each.id, minLength: 1 }), fc.nat(3))
  .map(([entries, form]) => {
    const head = 'document: annex-1\ntitle: {en: Annex 1}\n'
    if (form === 1) return `entries:\n${entries.map(write).join('')}${head}`
    if (form === 2) {
      const flow = entries.map(({ id, words }) => ({ id, text: { title: { en: words } } }))
      return `${head}entries: ${JSON.stringify(flow)}\n`
    }
    return `${head}entries:\n${entries.map(write).join('')}`
  })

async function record(repository: Repository, versions: readonly string[]): Promise<string[]> {
  const commits: string[] = []
  for (const [index, text] of versions.entries()) {
    const changes = files({ [PATH]: text, 'turn.txt': `${index}\n` })
    commits.push((await repository.commit({ branch: 'main', message: `Turn ${index}`, files: changes })).commit)
  }
  return commits
}

/** What each entry says, read by the parser whole. */
function wholly(text: string): Map<string, string> {
  const { data, findings } = parseFile('document', { file: PATH, bytes: Buffer.from(text) })
  expect(findings).toEqual([])
  return new Map((data?.entries ?? []).map((each) => [each.id, canonicalJson(each)]))
}

/** The last version in which the entry differs from the version before. */
function lastTurn(versions: readonly string[], id: string): number {
  const said = versions.map((text) => wholly(text).get(id))
  return said.findLastIndex((words, index) => index === 0 || words !== said[index - 1])
}

describe('the history of entries', () => {
  it('is the same as from parsing every version, whatever the layout of the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 5 }), async (versions) => {
        const repository = await repositoryWith({ 'README.md': 'r\n' })
        const commits = await record(repository, versions)
        const expected = [...wholly(versions.at(-1) ?? '').keys()].map(
          (id) => [id, commits[lastTurn(versions, id)]] as const,
        )
        const found = lastChanges(repository, PATH, await repository.resolve('main'))
        expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()))
      }),
      { numRuns: 8 },
    )
  })

  it('includes removals, and gives a merge no change that one of its parents has', async () => {
    const two =
      'document: annex-1\ntitle: {en: A}\nentries:\n  - id: alpha\n    text: {title: {en: A}}\n  - id: beta\n    text: {title: {en: B}}\n'
    const repository = await repositoryWith({ [PATH]: two })
    await repository.createBranch('proposal/x', 'main')
    const reworded = two.replace('en: B', 'en: BB')
    const side = await repository.commit({
      branch: 'proposal/x',
      message: 'Reword',
      files: files({ [PATH]: reworded }),
    })
    await repository.commit({ branch: 'main', message: 'Elsewhere', files: files({ 'x.txt': 'x\n' }) })
    const merge = { branch: 'main', message: 'Merge', parents: [side.commit], files: files({ [PATH]: reworded }) }
    await repository.commit(merge)
    const without = reworded.slice(0, reworded.indexOf('  - id: beta'))
    await repository.commit({ branch: 'main', message: 'Remove', files: files({ [PATH]: without }) })
    const renamed = without.replace('id: alpha', 'id: omega')
    await repository.commit({ branch: 'main', message: 'Rename', files: files({ [PATH]: renamed }) })
    const changes = [...entryChanges(repository, PATH, await repository.resolve('main'))]
    expect(changes.map(({ commit, entries, maybeRenamed }) => [commit.message.trim(), entries, maybeRenamed])).toEqual([
      ['Rename', ['alpha', 'omega'], true],
      ['Remove', ['beta'], false],
      ['Reword', ['beta'], false],
      ['Begin', ['alpha', 'beta'], false],
    ])
  })

  it('is the same with a cache, and with a damaged or deleted one', async () => {
    const text = (words: string) =>
      `document: annex-1\ntitle: {en: A}\nentries:\n  - id: alpha\n    text: {title: {en: ${words}}}\n`
    const repository = await repositoryWith({ [PATH]: text('first') })
    const begin = await repository.resolve('main')
    for (let turn = 0; turn < 3; turn++) {
      await repository.commit({ branch: 'main', message: 'Turn', files: files({ 'turn.txt': `${turn}\n` }) })
    }
    const ask = async () => lastChanges(repository, PATH, await repository.resolve('main'), 1)
    expect([...(await ask())]).toEqual([['alpha', begin]])
    expect([...(await ask())]).toEqual([['alpha', begin]])
    const [kept] = await keptFiles(repository)
    writeFileSync(kept ?? '', 'damaged')
    expect([...(await ask())]).toEqual([['alpha', begin]])
    rmSync(join(repository.commonDirectory, 'annex', 'cache'), { recursive: true })
    expect([...(await ask())]).toEqual([['alpha', begin]])
  })
})

async function keptFiles(repository: Repository): Promise<string[]> {
  const { readdir } = await import('node:fs/promises')
  const folder = join(repository.commonDirectory, 'annex', 'cache')
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => /[0-9a-f]{40}$/.test(name)).map((name) => join(folder, name))
}
