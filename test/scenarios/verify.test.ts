import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { digestOf } from '../../src/treaty/index.ts'
import { annex, annexDone, annexJson, annexWith, CLERK, exerciseRepository, git, newFolder } from './annex.ts'

const NEW = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'An addition']
const FACTS = ['--done-at', 'Budapest', '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
const RECORD = 'annexes/proposals/add-budapest/proposal.yaml'
const OBJECTION = 'annexes/proposals/add-budapest/events/2021-02-01-objection-BRA.yaml'

/** One addition, circulated, objected to and adopted. */
function adoptedRepository(): string {
  const folder = exerciseRepository()
  const statement = ['--statement', 'Directly related to international crime.']
  annexDone(folder, 'proposal', 'new', 'add-budapest', ...NEW, ...statement)
  annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', '--text', 'Convention on Cybercrime', ...FACTS)
  annexDone(folder, 'proposal', 'commit', '-m', 'Add it')
  annexDone(folder, 'proposal', 'circulate', 'add-budapest', '--on', '2021-01-15', '--ref', 'X-1')
  annexDone(folder, 'proposal', 'record', 'add-budapest', 'objection', '--party', 'BRA', '--on', '2021-02-01')
  annexDone(folder, 'proposal', 'adopt', 'add-budapest', '--as-of', '2021-08-14')
  git(folder, 'switch', '-q', 'main')
  return folder
}

function replaceIn(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(join(folder, file), text.replace(from, to))
}

/** The rules that found something, and all that they say. */
function found(folder: string): { status: number | null; rules: string[]; says: string } {
  const { status, json } = annexJson(folder, 'verify')
  const { findings } = json as { findings: { rule: string; message: string; hint: string }[] }
  return { status, rules: findings.map(({ rule }) => rule), says: findings.map(({ message }) => message).join('\n') }
}

describe('annex verify', () => {
  let original: string
  const copy = () => {
    const folder = join(newFolder(), 'convention')
    cpSync(original, folder, { recursive: true })
    return folder
  }

  beforeAll(() => {
    original = adoptedRepository()
  })

  it('says how many things it verified, and reports nothing in a record that only the program wrote', () => {
    // Facts are editorial, and the git program is not needed.
    const folder = copy()
    replaceIn(folder, 'annexes/annex-1.yaml', 'place: Budapest', 'place: Buda')
    git(folder, 'commit', '-qam', 'Put a fact right')
    const { status, stdout } = annexWith({ PATH: '' }, folder, 'verify')
    expect(stdout).toMatch(
      /^main at [0-9a-f]{12}: 6 commits, 3 documents, 4 editions, 1 proposal, 2 events, signatures not checked \(no keys\): nothing found\.\n$/,
    )
    expect(status).toBe(0)
  })

  it('names an event that was edited, with both commits, and one that was removed', () => {
    const folder = copy()
    const filed = git(folder, 'log', '-1', '--format=%h', '--abbrev=12', '--', OBJECTION).trim()
    replaceIn(folder, OBJECTION, 'BRA', 'FRA')
    git(folder, 'commit', '-qam', 'Edit it')
    git(folder, 'rm', '-q', OBJECTION)
    git(folder, 'commit', '-qm', 'Remove it')
    const { status, rules, says } = found(folder)
    expect({ status, rules }).toEqual({ status: 1, rules: ['verify/event-changed', 'verify/event-changed'] })
    expect(says).toContain(`(Edit it, by Clerk) changed or removed the event ${OBJECTION}, recorded by commit ${filed}`)
    expect(says).toContain('(Remove it, by Clerk)')
  })

  it('names a Party whose day was edited or whose record was removed, and nothing that the program wrote', () => {
    const folder = copy()
    annexDone(folder, 'party', 'denounce', 'BRA', '--on', '2023-01-01', '--ref', 'C.N.9')
    const file = 'annexes/register/parties.yaml'
    const { parties } = parse(readFileSync(join(folder, file), 'utf8')) as {
      parties: { code: string; deposited: string }[]
    }
    const [first, second] = parties
    replaceIn(folder, file, `name: Belgium`, `name: Kingdom of Belgium`)
    git(folder, 'commit', '-qam', 'Name it in full')
    expect(found(folder)).toEqual({ status: 0, rules: [], says: '' })
    replaceIn(folder, file, `deposited: ${first?.deposited}`, 'deposited: 2001-01-01')
    git(folder, 'commit', '-qam', 'Put it back')
    replaceIn(folder, file, ', denounced: 2023-01-01, denouncedRef: C.N.9', '')
    replaceIn(folder, file, `code: ${second?.code}`, 'code: XYZ')
    git(folder, 'commit', '-qam', 'Rewrite it')
    const { status, rules, says } = found(folder)
    expect({ status, rules }).toEqual({ status: 1, rules: ['verify/party-changed', 'verify/party-changed'] })
    expect(says).toMatch(`(Put it back, by Clerk) changed what the register said of ${first?.code} (deposited).`)
    expect(says).toMatch(
      `(Rewrite it, by Clerk) changed what the register said of ${second?.code} (removed), BRA (denounced, denouncedRef).`,
    )
  })

  it('names an annex edited outside any adoption, by its entry', () => {
    const folder = copy()
    annexDone(folder, 'entry', 'reword', 'annex-1', 'hague-1970', '--text', 'Other words')
    git(folder, 'commit', '-qam', 'Improve the wording')
    const { status, rules, says } = found(folder)
    expect({ status, rules }).toEqual({ status: 1, rules: ['verify/document-edited'] })
    expect(says).toMatch(/\(Improve the wording, by Clerk\) .*: hague-1970 \(reworded\)\.$/)
  })

  it('finds frozen changes that were edited: by their digest, and by the commit that wrote them', () => {
    const folder = copy()
    replaceIn(folder, RECORD, 'Convention on Cybercrime', 'Convention on Cybercrimes')
    git(folder, 'commit', '-qam', 'Correct it')
    const { status, rules, says } = found(folder)
    expect({ status, rules }).toEqual({
      status: 1,
      rules: ['verify/frozen-changed', 'verify/frozen-digest', 'verify/frozen-branch'],
    })
    expect(says).toContain('(Correct it, by Clerk) changed frozen')
  })

  it('reports a tag that was moved, one that is missing, one that is not annotated, and one without an edition', () => {
    const folder = copy()
    git(folder, 'tag', '-f', '-a', '-m', 'Moved', 'annex-1/v2', 'main~1')
    git(folder, 'tag', '-d', 'article-4/v1')
    git(folder, 'tag', '-f', 'technical-annex/v1', 'technical-annex/v1^{}')
    git(folder, 'tag', '-a', '-m', 'Invented', 'annex-1/v3')
    expect(found(folder).rules.sort()).toEqual([
      'verify/edition-annotated',
      'verify/edition-missing',
      'verify/edition-moved',
      'verify/edition-unfounded',
    ])
  })

  it('reports a first edition tag on a commit that has its text but did not introduce it', () => {
    const folder = copy()
    const brought = git(folder, 'rev-parse', '--short=12', 'annex-1/v1^{}').trim()
    git(folder, 'tag', '-f', '-a', '-m', 'Moved', 'annex-1/v1', 'main~3')
    const { status, rules, says } = found(folder)
    expect({ status, rules }).toEqual({ status: 1, rules: ['verify/edition-moved'] })
    expect(says).toMatch(
      `main wrote that edition in commit ${brought} (Begin with the Convention's own text, by Clerk).`,
    )
  })

  it('reports an adoption with more changes than were sent', () => {
    const folder = copy()
    replaceIn(folder, 'annexes/annex-1.yaml', 'Convention on Cybercrime', 'Convention on all Crime')
    git(folder, 'commit', '-qa', '--amend', '--no-edit')
    git(folder, 'tag', '-f', '-a', '-m', 'Edition', 'annex-1/v2', 'main')
    const { rules, says } = found(folder)
    expect(rules).toEqual(['verify/adoption-text'])
    expect(says).toContain('budapest-2001 (reworded)')
  })

  it('reports an adoption of a proposal that was withdrawn before', () => {
    const folder = copy()
    const adoption = git(folder, 'rev-parse', 'main').trim()
    git(folder, 'reset', '-q', '--hard', 'main~1')
    annexDone(folder, 'proposal', 'record', 'add-budapest', 'withdrawn', '--on', '2021-02-03')
    git(folder, 'cherry-pick', '--no-commit', '-m', '1', adoption)
    const parents = ['-p', 'main', '-p', `${adoption}^2`]
    const tree = git(folder, 'write-tree').trim()
    for (const message of [git(folder, 'log', '-1', '--format=%B', adoption), 'Adopt it all the same']) {
      const commit = git(folder, 'commit-tree', tree, ...parents, '-m', message).trim()
      git(folder, 'update-ref', 'refs/heads/main', commit)
      git(folder, 'tag', '-f', '-a', '-m', 'Edition', 'annex-1/v2', commit)
      const { rules, says } = found(folder)
      const withoutDay = message === 'Adopt it all the same' ? ['verify/adoption-day'] : []
      expect(rules).toEqual([...withoutDay, 'verify/adoption-allowed'])
      expect(says).toContain('"add-budapest" was closed')
      expect(says).toContain('withdrawn on 3 February 2021')
      git(folder, 'update-ref', 'refs/heads/main', `${commit}^`)
    }
  })

  it('reports a rewritten history: tags and drafts are no longer based on it', () => {
    const folder = copy()
    const tree = git(folder, 'rev-parse', 'main^{tree}').trim()
    git(folder, 'reset', '-q', '--hard', git(folder, 'commit-tree', '-m', 'Begin anew', tree).trim())
    expect(new Set(found(folder).rules)).toEqual(
      new Set(['verify/adoption-allowed', 'verify/edition-moved', 'verify/edition-unfounded', 'verify/frozen-base']),
    )
  })

  it('reports editions whose numbers are out of order', () => {
    const folder = copy()
    replaceIn(folder, RECORD, 'edition: annex-1/v2', 'edition: annex-1/v3')
    git(folder, 'commit', '-qa', '--amend', '--no-edit')
    git(folder, 'tag', '-a', '-m', 'Third', 'annex-1/v3', 'main')
    git(folder, 'tag', '-d', 'annex-1/v2')
    const { rules, says } = found(folder)
    expect(rules).toEqual(['verify/edition-order'])
    expect(says).toMatch(/is called annex-1\/v3; in main's order it is annex-1\/v2\.$/)
  })

  it('reports a merge of a draft that was not based on main', () => {
    const folder = copy()
    const stranger = git(folder, 'commit-tree', '-m', 'From elsewhere', 'main^{tree}').trim()
    git(folder, 'merge', '-q', '--allow-unrelated-histories', '-m', 'Take it in', stranger)
    const { rules, says } = found(folder)
    // The stranger's commit began with a whole record, which it could not have made.
    expect(rules).toEqual(['verify/frozen-base', 'verify/adoption-allowed', 'verify/unrelated-history'])
    expect(says).toContain(`(Take it in, by Clerk) merged ${stranger.slice(0, 12)}`)
  })

  it('reports frozen changes that differ from the commit that was sent, although their digest fits', () => {
    const folder = copy()
    const record = readFileSync(join(folder, RECORD), 'utf8')
    const changed = record.replaceAll('Convention on Cybercrime', 'Convention on Cybercrimes')
    const { frozen } = parse(changed) as { frozen: { digest: string; changes: unknown } }
    writeFileSync(join(folder, RECORD), changed.replace(frozen.digest, digestOf(frozen.changes)))
    git(folder, 'commit', '-qa', '--amend', '--no-edit')
    git(folder, 'tag', '-f', '-a', '-m', 'Second', 'annex-1/v2', 'main')
    const { rules, says } = found(folder)
    expect(rules).toContain('verify/frozen-branch')
    expect(says).toMatch(/are not the difference between [0-9a-f]{12} and its base: budapest-2001 \(reworded\)\.$/m)
  })

  it('warns when the commit that was sent is not in the clone, and continues', () => {
    const folder = copy()
    const record = readFileSync(join(folder, RECORD), 'utf8')
    const { frozen } = parse(record) as { frozen: { commit: string } }
    // An adoption that was never merged: nothing else on main leads to what was sent out.
    const tree = git(folder, 'rev-parse', 'main^{tree}').trim()
    const alone = git(folder, 'commit-tree', '-m', 'Adopt', '-p', 'main^1', tree).trim()
    git(folder, 'reset', '-q', '--hard', alone)
    git(folder, 'tag', '-d', 'annex-1/v2')
    git(folder, 'branch', '-D', 'proposal/add-budapest')
    git(folder, 'reflog', 'expire', '--expire=now', '--all')
    git(folder, 'gc', '-q', '--prune=now')
    const { rules, says } = found(folder)
    expect(rules).toContain('verify/frozen-commit-absent')
    expect(rules).toContain('verify/adoption-merge')
    expect(says).toContain(`Commit ${frozen.commit.slice(0, 12)} is not in this clone`)
  })

  it('reports objects that cannot be read, and continues with the other checks', () => {
    const folder = copy()
    const blob = git(folder, 'rev-parse', 'annex-1/v1:annexes/annex-1.yaml').trim()
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true })
    git(folder, 'tag', '-d', 'article-4/v1')
    const { status, rules, says } = found(folder)
    expect(status).toBe(1)
    expect(rules).toContain('verify/unreadable')
    expect(says).toContain(`object ${blob} is missing`)
  })

  it('reports a symbolic link in place of a file, and continues with the other checks', () => {
    const folder = copy()
    const strange = join(folder, 'annexes/proposals/strange')
    mkdirSync(strange)
    symlinkSync('../../annex-1.yaml', join(strange, 'proposal.yaml'))
    symlinkSync('parties.yaml', join(folder, 'annexes/register/keys'))
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'Link them')
    git(folder, 'tag', '-d', 'article-4/v1')
    const { status, rules, says } = found(folder)
    expect(status).toBe(1)
    expect(rules).toContain('verify/plain-file')
    expect(rules).toContain('verify/edition-missing')
    expect(says).toContain('annexes/register/keys')
  })

  it('checks all that needs no draft in a clone of main alone, and ignores unrelated branches', () => {
    const folder = join(newFolder(), 'clone')
    git(original, 'clone', '-q', '--single-branch', '--branch', 'main', '--no-tags', `file://${original}`, folder)
    git(folder, 'branch', 'proposal/Not_an_Id')
    expect(annexDone(folder, 'log', 'hague-1970')).toContain('hague-1970')
    expect(annexDone(folder, 'proposal', 'list', '--as-of', '2021-09-01')).toContain('add-budapest')
  })

  it('judges only what main has beyond a commit with --since, and says so', () => {
    const folder = copy()
    replaceIn(folder, OBJECTION, 'BRA', 'FRA')
    git(folder, 'commit', '-qam', 'Edit it')
    annexDone(folder, 'party', 'denounce', 'BRA', '--on', '2023-01-01', '--ref', 'C.N.9')
    const since = git(folder, 'rev-parse', 'main~1').trim()
    expect(annexJson(folder, 'verify').status).toBe(1)
    expect(annexJson(folder, 'verify', '--since', 'main~1')).toMatchObject({
      status: 0,
      json: { since, verified: { commits: 1, documents: 3, editions: 4, proposals: 1, events: 2 }, findings: [] },
    })
    expect(annex(folder, 'verify', '--since', 'main~1').stdout).toContain(`since ${since.slice(0, 12)}: 1 commit, `)
    expect(annexJson(folder, 'verify', '--since', 'annex-1/v2').status).toBe(1)
    expect(annexJson(folder, 'verify', '--since', 'main')).toMatchObject({
      status: 0,
      json: { verified: { commits: 0 } },
    })
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Elsewhere')
    git(folder, 'branch', 'elsewhere')
    git(folder, 'reset', '-q', '--hard', 'main~1')
    expect(annex(folder, 'verify', '--since', 'elsewhere')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^annex: main does not continue [0-9a-f]{12}; name a commit of main \(git log main\), /,
      ),
    })
  })

  it('requires the whole history when a clone is shallow', () => {
    const folder = join(newFolder(), 'clone')
    git(original, 'clone', '-q', '--depth', '1', `file://${original}`, folder)
    const { status, stderr } = annex(folder, 'verify')
    expect(status).toBe(2)
    expect(stderr).toBe(
      'annex: this clone is shallow: part of the history is missing; run `git fetch --unshallow`; in CI set `fetch-depth: 0`\n',
    )
  })

  it('warns of a branch that was rewritten after its text was sent out', () => {
    const folder = copy()
    git(folder, 'branch', '-f', 'proposal/add-budapest', 'annex-1/v1')
    expect(found(folder)).toMatchObject({ status: 1, rules: ['verify/branch-rewritten'] })
  })

  it('checks records against the keys that main names: unsigned, forged and unknown ones are reported', () => {
    const folder = copy()
    const keys = ['clerk', 'stranger'].map((name) => {
      const file = join(newFolder(), name)
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file])
      return file
    })
    const [clerk = '', stranger = ''] = keys
    for (const [name, value] of Object.entries({
      'gpg.format': 'ssh',
      'commit.gpgSign': 'true',
      'tag.gpgSign': 'true',
    })) {
      git(folder, 'config', name, value)
    }
    git(folder, 'config', 'user.signingKey', clerk)
    const register = join(folder, 'annexes/register/keys')
    writeFileSync(register, `${CLERK.GIT_AUTHOR_EMAIL} ${readFileSync(`${clerk}.pub`, 'utf8')}`)
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'Name the keys')
    annexDone(folder, 'party', 'denounce', 'BRA', '--on', '2023-01-01', '--ref', 'C.N.9')
    expect(found(folder)).toEqual({ status: 0, rules: [], says: '' })
    expect(annexWith({ PATH: '' }, folder, 'verify')).toMatchObject({ status: 0, stderr: '' })

    const record = (message: string, ...options: string[]) => {
      writeFileSync(join(folder, 'annexes/CHANGELOG.md'), message)
      git(folder, 'add', '.')
      git(folder, ...options, 'commit', '-qm', message)
    }
    record('Unsigned', '-c', 'commit.gpgSign=false')
    record('Strange', '-c', `user.signingKey=${stranger}`)
    writeFileSync(join(folder, 'annexes/CHANGELOG.md'), 'Forged')
    git(folder, 'commit', '-qam', 'Forged', '--author', 'Judge <judge@example.org>')
    // A key vouches for nothing in the commit that brings it.
    rmSync(register)
    writeFileSync(register, `stranger@example.org ${readFileSync(`${stranger}.pub`, 'utf8')}`)
    git(folder, '-c', `user.signingKey=${stranger}`, 'commit', '-qam', 'Take over')
    const { rules, says } = found(folder)
    expect(rules).toEqual(['verify/signature', 'verify/signature', 'verify/author-forged', 'verify/keys-changed'])
    expect(says).toMatch(/\(Unsigned, by Clerk\) is not signed\.\n.*\(Strange, by Clerk\) is signed by a key that/)
    expect(says).toMatch(/\(Forged, by Judge\) names judge@example\.org .* signed by clerk@example\.org\.\n.*Take over/)
  })
})
