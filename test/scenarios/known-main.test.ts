import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, git, newFolder } from './annex.ts'
import { circulated, commitAt, copyOf, type Offices, objected, officesThatShare } from './two-offices.ts'
import { annexUnprivileged, giveAway, mayRun } from './unprivileged.ts'

let prepared: Offices

beforeAll(() => {
  prepared = officesThatShare((folder) => {
    circulated(folder, 'pending')
  })
})

/** Two offices that both know the same main, with an objection that `here` recorded and shared. */
function offices(): Offices & { known: string; before: string } {
  const copies = copyOf(prepared)
  const before = commitAt(copies.here, 'main')
  objected(copies.here, 'pending')
  annexDone(copies.here, 'sync')
  annexDone(copies.there, 'sync')
  return { ...copies, known: commitAt(copies.here, 'main'), before }
}

const known = (folder: string) => git(folder, 'rev-parse', 'refs/annex/known/main').trim()
const push = (folder: string, server: string, from: string) =>
  git(folder, 'push', '-q', '--force', server, `${from}:refs/heads/main`)

/** The findings of annex verify on what this clone remembers. */
function departures(folder: string): { message: string; hint: string; file?: string }[] {
  const { findings } = annexJson(folder, 'verify').json as {
    findings: { rule: string; message: string; hint: string; file?: string }[]
  }
  return findings.filter(({ rule }) => rule === 'verify/main-continues')
}

/** A main whose first parent is a line of one's own, and whose second is the real one; the objection is dropped. */
function forged(folder: string): string {
  git(folder, 'switch', '-q', '--detach', 'annex-1/v1')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'A line of my own')
  git(folder, 'merge', '-q', '--no-commit', '--no-ff', '-s', 'ours', 'main')
  git(folder, 'read-tree', 'main')
  git(folder, 'rm', '-q', '--cached', 'annexes/proposals/pending/events', '-r')
  git(folder, 'commit', '-q', '-m', 'Merge')
  const commit = commitAt(folder, 'HEAD')
  git(folder, 'reset', '-q', '--hard')
  git(folder, 'switch', '-q', 'main')
  return commit
}

describe('a clone remembers the last main that it synchronized or verified', () => {
  it('after a sync, and after a verification without errors, but not before', () => {
    const { here, there, server, known: tip } = offices()
    expect(known(here)).toBe(tip)
    expect(known(there)).toBe(tip)
    const plain = join(newFolder(), 'plain')
    git(here, 'clone', '-q', server, plain)
    expect(git(plain, 'for-each-ref', 'refs/annex')).toBe('')
    expect(annexJson(plain, 'verify')).toMatchObject({ status: 0, json: { main: tip, known: tip } })
    expect(known(plain)).toBe(tip)
    expect(git(server, 'for-each-ref', 'refs/annex')).toBe('')
  })

  it('as far as it is shared, where there is a server; without one, all of it', () => {
    const { here, known: tip } = offices()
    objected(here, 'pending', 'ARG')
    annexDone(here, 'verify')
    expect(known(here)).toBe(tip)
    git(here, 'remote', 'remove', 'origin')
    annexDone(here, 'verify')
    expect(known(here)).toBe(commitAt(here, 'main'))
  })

  it('for all its work trees, with main checked out or not', () => {
    const { here, known: tip, before } = offices()
    const other = join(newFolder(), 'other')
    git(here, 'switch', '-q', '--detach')
    git(here, 'worktree', 'add', '-q', other, 'main')
    expect(annexJson(other, 'verify')).toMatchObject({ status: 0, json: { known: tip } })
    git(other, 'reset', '-q', '--hard', before)
    expect(departures(here)).toHaveLength(2)
    expect(departures(other)).toHaveLength(2)
  })
})

describe('annex sync refuses a main of the server', () => {
  it('that was moved back, and names what is missing and what to do', () => {
    const { here, there, server, known: tip, before } = offices()
    push(here, server, before)
    for (const folder of [here, there]) {
      const { status, stderr } = annex(folder, 'sync')
      expect(status).toBe(2)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain(`it lacks 1 commit: ${tip.slice(0, 12)} (Record objection of BRA,`)
      expect(stderr).toContain('by Clerk) in annexes/proposals/pending/events/')
      expect(stderr).toContain(`restore it there with git push origin ${tip}:refs/heads/main`)
      expect(stderr).toContain(`annex verify --accept ${before}`)
    }
    expect(commitAt(server, 'main')).toBe(before)
    git(here, 'push', '-q', 'origin', `${tip}:refs/heads/main`)
    annexDone(there, 'sync')
  })

  it('that was moved back before this clone synchronized, if it verified main', () => {
    const { here, server, known: tip, before } = offices()
    const fresh = join(newFolder(), 'fresh')
    git(here, 'clone', '-q', server, fresh)
    annexDone(fresh, 'verify')
    push(here, server, before)
    expect(annex(fresh, 'sync')).toMatchObject({ status: 2, stderr: expect.stringContaining(tip.slice(0, 12)) })
  })

  it('that was replaced, also after git fetch took it', () => {
    const { here, there, server, known: tip, before } = offices()
    git(here, 'switch', '-q', '--detach', before)
    git(here, 'commit', '-q', '--allow-empty', '-m', 'Another')
    const another = commitAt(here, 'HEAD')
    push(here, server, another)
    git(there, 'fetch', '-q', 'origin')
    const { status, stderr } = annex(there, 'sync')
    expect(status).toBe(2)
    expect(stderr).toContain(`it lacks 1 commit: ${tip.slice(0, 12)}`)
    expect(stderr).toContain(`git push --force-with-lease=main:${another.slice(0, 12)} origin ${tip}:refs/heads/main`)
    expect(commitAt(there, 'main')).toBe(tip)
  })

  it('whose first parent is a line of somebody’s own, by fast-forward', () => {
    const { here, there, server, known: tip } = offices()
    const forgery = forged(here)
    push(here, server, forgery)
    const { status, stderr } = annex(there, 'sync')
    expect(status).toBe(2)
    expect(stderr).toContain(`the merge ${forgery.slice(0, 12)} (Merge, by Clerk) puts another line first`)
    expect(commitAt(there, 'main')).toBe(tip)
    git(there, 'pull', '-q', '--ff-only', 'origin', 'main')
    expect(departures(there)).toMatchObject([{ message: expect.stringContaining(forgery.slice(0, 12)) }])
    expect(known(there)).toBe(tip)
  })

  it('that was deleted', () => {
    const { there, server, known: tip } = offices()
    git(server, 'update-ref', '-d', 'refs/heads/main')
    const { status, stderr } = annex(there, 'sync')
    expect(status).toBe(2)
    expect(stderr).toContain('main was deleted on')
    expect(stderr).toContain(`git push origin ${tip}:refs/heads/main`)
  })

  it('but not that of a server which is synchronized less often, or is new', () => {
    const { here, server } = offices()
    const backup = join(newFolder(), 'backup.git')
    git(here, 'init', '-q', '--bare', '-b', 'main', backup)
    git(here, 'remote', 'add', 'backup', backup)
    annexDone(here, 'sync', 'backup')
    objected(here, 'pending', 'ARG')
    annexDone(here, 'sync', 'origin')
    annexDone(here, 'sync', 'backup')
    expect(commitAt(backup, 'main')).toBe(commitAt(server, 'main'))
    git(backup, 'update-ref', 'refs/heads/main', 'main~1')
    expect(annex(here, 'sync', 'backup').status).toBe(2)
  })
})

describe('main in this clone', () => {
  it('is reported when it was moved back, and not put back without notice', () => {
    const { here, known: tip, before } = offices()
    git(here, 'reset', '-q', '--hard', before)
    const { status, stderr } = annex(here, 'sync')
    expect(status).toBe(2)
    expect(stderr).toContain(`it lacks 1 commit: ${tip.slice(0, 12)} (Record objection of BRA,`)
    expect(stderr).toContain(`git rebase ${tip} main`)
    expect(commitAt(here, 'main')).toBe(before)
    expect(departures(here)).toMatchObject([
      { message: expect.stringContaining('does not continue the main that this clone knew') },
      { message: expect.stringContaining(`Commit ${tip.slice(0, 12)} (Record objection of BRA,`) },
    ])
    expect(departures(here)[1]).toMatchObject({ file: expect.stringContaining('pending/events/') })
    git(here, 'rebase', '-q', tip, 'main')
    expect(departures(here)).toEqual([])
    annexDone(here, 'sync')
  })

  it('is put in order by a sync when git pull merged it the wrong way round', () => {
    const { here, there, server } = offices()
    objected(here, 'pending', 'ARG')
    annexDone(here, 'sync')
    objected(there, 'pending', 'AUS')
    git(there, 'pull', '-q', '--no-rebase', '--no-edit', 'origin', 'main')
    expect(git(there, 'log', '-1', '--format=%P', 'main').trim().split(' ')).toHaveLength(2)
    annexDone(there, 'sync')
    expect(git(there, 'log', '-1', '--format=%P%n%s', 'main')).toMatch(/^\w+\nRecord objection of AUS/)
    annexDone(here, 'sync')
    expect(commitAt(here, 'main')).toBe(commitAt(server, 'main'))
    for (const folder of [here, there]) expect(annexJson(folder, 'verify')).toMatchObject({ status: 0 })
  })
})

describe('annex verify --accept', () => {
  it('accepts another main, by its whole id alone', () => {
    const { here, there, server, known: tip, before } = offices()
    push(here, server, before)
    for (const name of ['main', 'origin/main', 'HEAD', before.slice(0, 12), `${before}^{commit}`]) {
      const { status, stderr } = annex(there, 'verify', '--accept', name)
      expect(status).toBe(2)
      expect(stderr).toContain('is not the full id of a commit; give all 40 digits')
    }
    expect(annex(there, 'verify', '--accept', 'f'.repeat(40)).status).toBe(2)
    expect(annex(there, 'verify', '--accept', git(there, 'rev-parse', 'refs/tags/annex-1/v1').trim()).status).toBe(2)
    expect(known(there)).toBe(tip)
    const { status, json } = annexJson(there, 'verify', '--accept', before)
    expect({ status, json }).toMatchObject({ status: 0, json: { main: before, known: before, before: tip } })
    expect(git(there, 'reflog', 'show', '--format=%gs', '-1', 'refs/annex/known/main').trim()).toBe(
      `accepted ${before}`,
    )
  })

  it('does not bring back what the accepted main left out', () => {
    const { here, there, server, known: tip, before } = offices()
    git(here, 'switch', '-q', '--detach', before)
    git(here, 'commit', '-q', '--allow-empty', '-m', 'Begin again')
    const another = commitAt(here, 'HEAD')
    push(here, server, another)
    annex(there, 'sync')
    annexDone(there, 'verify', '--accept', another)
    const refused = annex(there, 'sync')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain(`does not continue the main that it had before (${another.slice(0, 12)})`)
    git(there, 'rebase', '-q', '--onto', another, tip, 'main')
    annexDone(there, 'sync')
    expect(commitAt(there, 'main')).toBe(another)
  })
})

describe.runIf(mayRun)('a clone that may only be read', () => {
  it('is verified, and remembers nothing', () => {
    const { here, server, known: tip } = offices()
    const plain = join(newFolder(), 'plain')
    git(here, 'clone', '-q', server, plain)
    giveAway(plain)
    chmodSync(join(plain, '.git'), 0o555)
    const { status, stdout } = annexUnprivileged(plain, 'verify', '--json')
    expect({ status, json: JSON.parse(stdout) }).toMatchObject({ status: 0, json: { main: tip, known: null } })
  })
})
