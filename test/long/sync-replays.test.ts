import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, git } from '../scenarios/annex.ts'
import {
  adopted,
  adoptedByAnother,
  circulated,
  commitAt,
  copyOf,
  drafted,
  editions,
  type Offices,
  objected,
  officesThatShare,
  verified,
} from '../scenarios/two-offices.ts'

describe('two offices that work while they cannot reach the server', () => {
  let offices: Offices

  beforeAll(() => {
    offices = officesThatShare((folder) => {
      for (const id of ['p-one', 'p-two', 'p-three']) circulated(folder, id)
      for (const [id, text] of [
        ['rw-a', 'Tokyo A'],
        ['rw-b', 'Tokyo B'],
      ] as const)
        circulated(folder, id, 'reword', 'annex-1', 'tokyo-1963', '--text', text)
    })
  }, 120_000)

  it('find the base of a proposal in the history of main after a replay, in both clones', () => {
    const { here, there } = copyOf(offices)
    objected(there, 'p-two')
    const base = commitAt(there, 'main')
    circulated(there, 'p-new')
    objected(here, 'p-one')
    annexDone(here, 'sync')
    annexDone(there, 'sync')
    expect(git(there, 'log', '--format=%B', 'main')).toContain(`\nReplays: ${base}\n`)
    annexDone(here, 'sync')
    for (const office of [here, there]) {
      expect(verified(office)).toEqual([])
      expect(rulesOf(office, 'p-new')).not.toContain('law/nothing-else-changed')
    }
    adopted(there, 'p-new')
    expect(verified(there)).toEqual([])
  })

  it('send a draft that was based on a record replayed since, also from the other clone', () => {
    const { here, there } = copyOf(offices)
    objected(there, 'p-two')
    drafted(there, 'p-draft')
    objected(here, 'p-one')
    annexDone(here, 'sync')
    annexDone(there, 'sync')
    annexDone(here, 'sync')
    expect(rulesOf(there, 'p-draft')).not.toContain('law/nothing-else-changed')
    annexDone(here, 'proposal', 'circulate', 'p-draft', '--on', '2021-01-20', '--ref', 'X')
    expect(verified(here)).toEqual([])
  })

  it('do not treat a commit as replayed only because another commit says so', () => {
    const { there } = copyOf(offices)
    const tip = commitAt(there, 'main')
    git(there, 'commit', '-q', '--allow-empty', '-m', 'Unshared')
    circulated(there, 'p-new')
    const record = git(there, 'diff', '--binary', 'HEAD~1', 'HEAD')
    const base = commitAt(there, 'main~1')
    git(there, 'reset', '-q', '--hard', tip)
    writeFileSync(join(there, '..', 'record.patch'), record)
    git(there, 'apply', '--index', join(there, '..', 'record.patch'))
    const message = `Record it\n\nReplays: ${base}\n`
    git(there, '-c', 'user.name=Another', 'commit', '-q', '--author', 'Another <other@example.org>', '-m', message)
    expect(verified(there)).toEqual([expect.stringMatching(/^verify\/frozen-base: /)])
  })

  it('move the tag of an edition with its commit, also after an interrupted sync', () => {
    const { server, here, there } = copyOf(offices)
    adopted(here, 'p-one')
    const orphan = commitAt(here, 'annex-1/v2')
    objected(there, 'p-two')
    annexDone(there, 'sync')
    // What a sync that ended between the two leaves: main moved on, the tag not.
    const tag = git(here, 'rev-parse', 'annex-1/v2').trim()
    const hook = join(server, 'hooks', 'pre-receive')
    writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    expect(annex(here, 'sync').status).toBe(1)
    rmSync(hook)
    git(here, 'update-ref', 'refs/tags/annex-1/v2', tag)
    expect(commitAt(here, 'annex-1/v2')).toBe(orphan)
    annexDone(here, 'sync')
    expect(commitAt(here, 'annex-1/v2')).toBe(commitAt(here, 'main'))
    annexDone(there, 'sync')
    for (const office of [here, there]) expect(verified(office)).toEqual([])
  })

  it('keep the tag on its commit when uncommitted work on a proposal stops the sync', () => {
    const { here, there } = copyOf(offices)
    adopted(here, 'p-one')
    git(there, 'switch', '-q', 'proposal/p-two')
    git(there, 'commit', '-q', '--allow-empty', '-m', 'Empty')
    writeFileSync(join(there, 'annexes/readings.yaml'), 'readings: {}\n')
    git(there, 'commit', '-qam', 'Change the readings')
    git(there, 'switch', '-q', 'main')
    objected(there, 'p-two')
    annexDone(there, 'sync')
    git(here, 'switch', '-q', 'proposal/p-two')
    writeFileSync(join(here, 'annexes/readings.yaml'), '# being edited\nreadings: {}\n')
    expect(annex(here, 'sync')).toMatchObject({ status: 2, stderr: expect.stringContaining('readings.yaml') })
    git(here, 'restore', '.')
    annexDone(here, 'sync')
    expect(verified(here).filter((each) => !each.startsWith('verify/branch'))).toEqual([])
    expect(commitAt(here, 'annex-1/v2')).toBe(commitAt(here, 'main'))
  })

  it('each adopt a proposal: the later is merged by entry on the earlier, and is the next edition', () => {
    const { here, there } = copyOf(offices)
    adopted(here, 'p-one')
    annexDone(here, 'sync')
    adopted(there, 'p-two')
    adopted(there, 'p-three')
    expect(annexDone(there, 'sync')).toContain('replayed on top of the remote: 2 local commits')
    annexDone(here, 'sync')
    for (const office of [here, there]) {
      expect(verified(office)).toEqual([])
      expect(editions(office)).toEqual([
        'annex-1/v2 Record proposal p-one as adopted: annex-1/v2',
        'annex-1/v3 Record proposal p-two as adopted: annex-1/v3',
        'annex-1/v4 Record proposal p-three as adopted: annex-1/v4',
      ])
      expect(git(office, 'tag', '-l', '--format=%(contents:subject)', 'annex-1/v3').trim()).toBe(
        'annex-1/v3: Proposal p-two',
      )
    }
    expect(git(here, 'rev-parse', 'main')).toBe(git(there, 'rev-parse', 'main'))
  })

  it('both adopt one proposal: it is adopted once', () => {
    const { here, there } = copyOf(offices)
    adopted(here, 'p-one')
    annexDone(here, 'sync')
    adoptedByAnother(there, 'p-one')
    circulated(there, 'p-new')
    annexDone(there, 'sync')
    annexDone(here, 'sync')
    for (const office of [here, there]) {
      expect(verified(office)).toEqual([])
      expect(editions(office)).toEqual(['annex-1/v2 Record proposal p-one as adopted: annex-1/v2'])
    }
    expect(annexJson(there, 'sync').json).toMatchObject({ sent: [], received: [], disagreements: [] })
  })

  it('adopt proposals that conflict: refused before anything moves, both are named, and the advice works', () => {
    const { here, there } = copyOf(offices)
    adopted(here, 'rw-a')
    annexDone(here, 'sync')
    objected(there, 'p-two')
    adopted(there, 'rw-b')
    objected(there, 'p-one')
    const before = git(there, 'for-each-ref', 'refs/heads', 'refs/tags')
    const { status, stderr } = annex(there, 'sync')
    expect(status).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(
      /the local adoption of "rw-b" \([0-9a-f]{12}\) conflicts with an adoption on the server: .*rw-a/,
    )
    expect(git(there, 'for-each-ref', 'refs/heads', 'refs/tags')).toBe(before)
    expect(annexDone(there, ...advised(stderr))).toContain('left out: ')
    annexDone(here, 'sync')
    for (const office of [here, there]) {
      expect(verified(office)).toEqual([])
      expect(editions(office)).toEqual(['annex-1/v2 Record proposal rw-a as adopted: annex-1/v2'])
    }
    expect(git(there, 'log', '--format=%s', 'main')).toMatch(
      /on proposal p-one\n.* on proposal p-two\n.*rw-a as adopted/,
    )
    expect(annex(there, 'proposal', 'adopt', 'rw-b', '--as-of', '2021-08-14').stdout).toContain('rw-a')
  })

  it('adopt a proposal that others recorded as withdrawn: refused by name, and the advice works', () => {
    const { here, there } = copyOf(offices)
    annexDone(here, 'proposal', 'record', 'p-one', 'withdrawn', '--on', '2021-02-01', '--ref', 'X')
    annexDone(here, 'sync')
    adopted(there, 'p-one')
    const before = commitAt(there, 'main')
    const { status, stderr } = annex(there, 'sync')
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /the local adoption of "p-one" \([0-9a-f]{12}\) is no longer allowed .*withdrawn on 1 February 2021/,
    )
    expect(commitAt(there, 'main')).toBe(before)
    annexDone(there, ...advised(stderr))
    expect(git(there, 'tag', '--list', 'annex-1/*').trim()).toBe('annex-1/v1')
    expect(verified(there)).toEqual([])
    expect(annexJson(there, 'sync').json).toMatchObject({ sent: [], disagreements: [], leftOut: [] })
  })

  it('change one record differently: --leave-out drops ours, and never what the server has', () => {
    const { here, there } = copyOf(offices)
    annexDone(here, 'party', 'denounce', 'AUS', '--on', '2022-01-01')
    annexDone(here, 'sync')
    annexDone(there, 'party', 'denounce', 'AUS', '--on', '2022-02-01')
    const { stderr } = annex(there, 'sync')
    annexDone(there, ...advised(stderr))
    expect(verified(there)).toEqual([])
    const { status, stderr: refused } = annex(there, 'sync', '--leave-out', 'main')
    expect({ status, refused }).toMatchObject({ status: 2, refused: expect.stringContaining('cannot be left out') })
  })

  it('do not leave out a commit that a proposal was based on', () => {
    const { here, there } = copyOf(offices)
    objected(there, 'p-one')
    const record = commitAt(there, 'main')
    circulated(there, 'p-new')
    objected(here, 'p-two')
    annexDone(here, 'sync')
    expect(annex(there, 'sync', '--leave-out', record)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/proposal\/p-new was started on it/),
    })
  })
})

/** What the program says is to be run: the words behind `annex`. */
function advised(stderr: string): string[] {
  const words = /annex (sync --leave-out [0-9a-f]+)/.exec(stderr)?.[1]?.split(' ')
  if (words === undefined) throw new Error(`there is no advice in ${stderr}`)
  return words
}

function rulesOf(folder: string, id: string): string[] {
  const { findings } = annexJson(folder, 'proposal', 'check', id, '--as-of', '2021-01-15').json as {
    findings: { rule: string }[]
  }
  return findings.map(({ rule }) => rule)
}
