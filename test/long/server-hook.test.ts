import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BY_HAND, EDITS, MERGES, REGISTER } from '../attacks/attacks.ts'
import { keyedRepositories } from '../attacks/keyed.ts'
import { attackedRepository, EVENTS, type Step, take } from '../attacks/repository.ts'
import { annexBeside, annexDone, CLERK, copied, git, home, newFolder } from '../scenarios/annex.ts'
import { commitAt, drafted } from '../scenarios/two-offices.ts'
import { type GitServer, startGitServer } from '../workflows/sync/git-server.ts'

const run = promisify(execFile)

let prepared: string
const servers: GitServer[] = []
const path = process.env.PATH

beforeAll(() => {
  prepared = attackedRepository()
  // The server finds the program on its PATH, as after `npm install --global`.
  const programs = newFolder()
  const program = join(programs, 'annex')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(home, 'bin/run.js')}' "$@"\n`, { mode: 0o755 })
  process.env.PATH = `${programs}:${path}`
})

afterAll(async () => {
  process.env.PATH = path
  await Promise.all(servers.map((server) => server.close()))
})

interface Office {
  server: GitServer
  clerk: string
  /** A clone of somebody who has push rights too. */
  other: string
}

/** A server with the hook, filled by a sync of an honest clerk, and another clone. */
async function office(repository = prepared): Promise<Office> {
  const server = await startGitServer()
  servers.push(server)
  mkdirSync(join(server.folder, 'hooks'), { recursive: true })
  copyFileSync(join(home, 'templates/pre-receive'), join(server.folder, 'hooks/pre-receive'))
  const clerk = join(newFolder(), 'clerk')
  git(repository, 'clone', '-q', repository, clerk)
  for (const branch of ['proposal/pending', 'proposal/blocked', 'proposal/adopted', 'proposal/draft']) {
    git(clerk, 'branch', branch, `origin/${branch}`)
  }
  git(clerk, 'remote', 'set-url', 'origin', server.url)
  git(clerk, 'config', '--unset-all', 'branch.main.remote')
  const synchronized = await annexBeside(clerk, 'sync')
  expect(synchronized).toMatchObject({ status: 0, stderr: '' })
  const other = join(newFolder(), 'other')
  git(clerk, 'clone', '-q', server.folder, other)
  git(other, 'remote', 'set-url', 'origin', server.url)
  for (const branch of ['proposal/pending', 'proposal/draft']) git(other, 'branch', branch, `origin/${branch}`)
  git(other, 'branch', 'start', git(repository, 'rev-parse', 'start').trim())
  return { server, clerk, other }
}

function objects(folder: string): void {
  annexDone(folder, 'proposal', 'record', 'pending', 'objection', '--party', 'ARG', '--on', '2021-10-03', '--ref', 'X')
}

/** Pushes with plain git, while the server runs in this process. */
async function push(folder: string, ...refs: string[]): Promise<{ isTaken: boolean; said: string }> {
  try {
    const { stderr } = await run('git', ['push', 'origin', ...refs], { cwd: folder, env: { ...process.env, ...CLERK } })
    return { isTaken: true, said: stderr }
  } catch (error) {
    return { isTaken: false, said: error instanceof Error && 'stderr' in error ? String(error.stderr) : '' }
  }
}

describe('a server with templates/pre-receive takes', () => {
  it('what annex sync sends: records, a circulation with its branch, an adoption with its tag', async () => {
    const { server, clerk, other } = await office()
    objects(clerk)
    drafted(clerk, 'fresh')
    annexDone(clerk, 'proposal', 'circulate', 'fresh', '--on', '2021-12-01', '--ref', 'X-fresh')
    annexDone(clerk, 'proposal', 'adopt', 'pending', '--as-of', '2022-04-01')
    expect(await annexBeside(clerk, 'sync')).toMatchObject({ status: 0 })
    expect(commitAt(server.folder, 'annex-1/v3')).toBe(commitAt(clerk, 'annex-1/v3'))
    expect(await annexBeside(other, 'sync')).toMatchObject({ status: 0 })
    expect(commitAt(other, 'main')).toBe(commitAt(server.folder, 'main'))
    expect(await annexBeside(other, 'verify')).toMatchObject({ status: 0 })
  })

  it('a draft, whatever its author does with it, and says what it judged', async () => {
    const { other } = await office()
    git(other, 'switch', '-q', 'proposal/draft')
    take(other, [{ write: ['annexes/annex-1.yaml', 'not even YAML: ['] }, { commit: 'Try' }])
    const { isTaken, said } = await push(other, 'proposal/draft')
    expect(said).toContain('annex: 1 ref verified, nothing found: the push is accepted.')
    expect(isTaken).toBe(true)
    git(other, 'commit', '-q', '--amend', '-m', 'Again')
    expect(await push(other, '+proposal/draft')).toMatchObject({ isTaken: true })
    expect(await push(other, ':proposal/draft')).toMatchObject({ isTaken: true })
  })

  it('branches that are no proposals, and tags that are no editions', async () => {
    const { other } = await office()
    git(other, 'tag', 'meeting-1')
    expect(await push(other, 'main:refs/heads/topic', 'meeting-1')).toMatchObject({ isTaken: true })
    expect(await push(other, ':meeting-1', '+main~1:refs/heads/topic')).toMatchObject({ isTaken: true })
  })
})

const objection: Step = {
  write: [`${EVENTS}/2021-10-05-objection-ZZZ.yaml`, 'event: objection\non: 2021-10-05\nparty: ZZZ\n'],
}

/** What somebody pushes, and the rule whose finding the server shows. */
const REFUSED: readonly { does: string; steps: readonly Step[]; refs: string[]; finds: string }[] = [
  {
    does: 'an objection of a State that is not a Party',
    steps: [objection, { commit: 'File it' }],
    refs: ['main'],
    finds: 'verify/event-allowed',
  },
  { does: 'a main that was moved back', steps: [], refs: ['+main~1:main'], finds: 'verify/main-continues' },
  {
    does: 'a main that was replaced',
    steps: [{ git: ['reset', '-q', '--hard', 'main~1'] }, { commit: 'Another' }],
    refs: ['+main'],
    finds: 'verify/main-continues',
  },
  { does: 'the deletion of main', steps: [], refs: [':main'], finds: 'verify/main-continues' },
  {
    does: 'an edition that was moved',
    steps: [{ git: ['tag', '-f', '-a', '-m', 'Moved', 'annex-1/v2', 'main'] }],
    refs: ['+annex-1/v2'],
    finds: 'verify/edition-moved',
  },
  { does: 'the deletion of an edition', steps: [], refs: [':annex-1/v2'], finds: 'verify/edition-moved' },
  {
    does: 'an edition that nobody adopted',
    steps: [{ git: ['tag', '-a', '-m', 'annex-1/v9', 'annex-1/v9', 'main'] }],
    refs: ['annex-1/v9'],
    finds: 'verify/edition-unfounded',
  },
  {
    does: 'a tag called main',
    steps: [{ git: ['tag', '-a', '-m', 'main', 'main', 'HEAD~1'] }],
    refs: ['refs/tags/main'],
    finds: 'verify/tag-name',
  },
  {
    does: 'a branch called like an edition',
    steps: [],
    refs: ['main:refs/heads/annex-1/v7'],
    finds: 'verify/tag-name',
  },
  {
    does: 'what the server is to remember',
    steps: [],
    refs: ['main~1:refs/annex/known/main'],
    finds: 'verify/reserved-ref',
  },
  {
    does: 'a circulated branch that was rewritten',
    steps: [],
    refs: ['+main:proposal/pending'],
    finds: 'verify/branch-rewritten',
  },
  {
    does: 'the deletion of a circulated branch',
    steps: [],
    refs: [':proposal/pending'],
    finds: 'verify/branch-rewritten',
  },
]

describe('a server with templates/pre-receive refuses, and shows the finding:', () => {
  it('what moves, deletes or names a ref as it must not, and a forged record', async () => {
    const { server, other: clone } = await office()
    const before = git(server.folder, 'for-each-ref')
    for (const { does, steps, refs, finds } of REFUSED) {
      const other = copied(clone)
      take(other, steps)
      const { isTaken, said } = await push(other, ...refs)
      expect({ does, isTaken, said }).toMatchObject({ isTaken: false, said: expect.stringContaining(finds) })
      expect(said).toMatch(/remote: annex: .*the push is refused/)
      expect(git(server.folder, 'for-each-ref')).toBe(before)
    }
  })

  it('forged commits of every kind that the audit calls an error', async () => {
    const { server, other } = await office()
    const before = commitAt(server.folder, 'main')
    const start = commitAt(other, 'main')
    for (const attack of [...EDITS, ...REGISTER, ...BY_HAND, ...MERGES].filter((_, index) => index % 9 === 0)) {
      git(other, 'switch', '-q', '-f', '-C', 'main', start)
      git(other, 'clean', '-qfd')
      take(other, attack.steps)
      const { isTaken, said } = await push(other, 'main')
      if (isTaken) {
        // Warnings and notes do not refuse a push; they are shown.
        expect({ attack: attack.does, said }).toMatchObject({ said: expect.stringContaining(attack.finds) })
        expect(said).not.toMatch(/error /)
        git(server.folder, 'update-ref', 'refs/heads/main', before)
      } else expect({ attack: attack.does, said }).toMatchObject({ said: expect.stringMatching(/verify\//) })
    }
    expect(commitAt(server.folder, 'main')).toBe(before)
  })

  it('a circulation whose branch the server does not have', async () => {
    const { other } = await office()
    drafted(other, 'fresh')
    annexDone(other, 'proposal', 'circulate', 'fresh', '--on', '2021-12-01', '--ref', 'X-fresh')
    const refused = await push(other, 'main')
    expect(refused).toMatchObject({ isTaken: false, said: expect.stringContaining('verify/frozen-commit-absent') })
    expect(await push(other, 'main', 'proposal/fresh')).toMatchObject({ isTaken: true })
  })

  it('a commit that no listed key signed', async () => {
    const { other } = await office(keyedRepositories(prepared).one)
    const byHand = 'event: objection\non: 2021-10-03\nparty: ARG\n'
    take(other, [{ write: [`${EVENTS}/2021-10-03-objection-ARG.yaml`, byHand] }, { commit: 'Record it by hand' }])
    const { isTaken, said } = await push(other, 'main')
    expect({ isTaken, said }).toMatchObject({ isTaken: false, said: expect.stringContaining('verify/signature') })
  })

  it('everything, where the program is missing', async () => {
    const { server, other } = await office()
    const hook = join(server.folder, 'hooks/pre-receive')
    writeFileSync(hook, readFileSync(hook, 'utf8').replace(/^annex=.*/m, 'annex=/nowhere/annex'))
    objects(other)
    const { isTaken, said } = await push(other, 'main')
    expect({ isTaken, said }).toMatchObject({ isTaken: false, said: expect.stringContaining('annex is not installed') })
  })
})

describe('annex verify in a repository of a server', () => {
  it('verifies main there, remembers it, and notices when somebody moves it back', async () => {
    const { server } = await office()
    expect(await annexBeside(server.folder, 'verify')).toMatchObject({ status: 0 })
    git(server.folder, 'update-ref', 'refs/heads/main', 'main~1')
    const { status, stdout } = await annexBeside(server.folder, 'verify')
    expect(status).toBe(1)
    expect(stdout).toContain('verify/main-continues')
  })

  it('--push refuses what is not from git', async () => {
    const { status, stderr } = await annexBeside(prepared, 'verify', '--push', '--accept', 'x')
    expect(status).toBe(2)
    expect(stderr).toContain('--push')
  })
})
