import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { annexDone, annexJson, annexWith, exerciseRepository, git, newFolder } from './annex.ts'

/** Two clones of one repository, and the server that both know as `origin`. */
export interface Offices {
  server: string
  here: string
  there: string
}

const FACTS = ['--done-at', 'Place', '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']

/** Drafts a proposal that adds an entry, or does as it is told. */
export function drafted(folder: string, id: string, ...change: string[]): void {
  const statement = ['--statement', 'Directly related to international crime.']
  const basis = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', `Proposal ${id}`]
  annexDone(folder, 'proposal', 'new', id, ...basis, ...statement)
  annexDone(folder, 'entry', ...(change.length > 0 ? change : addition(id)))
  annexDone(folder, 'proposal', 'commit', '-m', `Draft ${id}`)
  git(folder, 'switch', '-q', 'main')
}

/** Drafts one, and sends it out. */
export function circulated(folder: string, id: string, ...change: string[]): void {
  drafted(folder, id, ...change)
  annexDone(folder, 'proposal', 'circulate', id, '--on', '2021-01-15', '--ref', 'X')
}

function addition(id: string): string[] {
  return ['add', 'annex-1', `added-by-${id}`, '--text', `Convention ${id}`, ...FACTS]
}

/** An objection, which stops nothing. */
export function objected(folder: string, id: string, party = 'BRA'): void {
  annexDone(folder, 'proposal', 'record', id, 'objection', '--party', party, '--on', '2021-02-03', '--ref', 'X')
}

export function adopted(folder: string, id: string): void {
  annexDone(folder, 'proposal', 'adopt', id, '--as-of', '2021-08-14')
}

/** The same by another clerk: two clerks make different commits, even in the same second. */
export function adoptedByAnother(folder: string, id: string): void {
  const another = { GIT_AUTHOR_NAME: 'Another', GIT_COMMITTER_NAME: 'Another' }
  const { status, stderr } = annexWith(another, folder, 'proposal', 'adopt', id, '--as-of', '2021-08-14')
  if (status !== 0) throw new Error(stderr)
}

/** The exercise's repository as it was prepared, shared by two offices. */
export function officesThatShare(prepare: (folder: string) => void): Offices {
  const here = exerciseRepository()
  prepare(here)
  const server = join(newFolder(), 'server.git')
  git(here, 'init', '-q', '--bare', '-b', 'main', server)
  git(here, 'remote', 'add', 'origin', server)
  annexDone(here, 'sync')
  const there = join(newFolder(), 'clone')
  git(here, 'clone', '-q', server, there)
  return { server, here, there }
}

/** The same again, for a story of its own. */
export function copyOf({ server, here, there }: Offices): Offices {
  const folder = newFolder()
  const copies = { server: join(folder, 'server.git'), here: join(folder, 'here'), there: join(folder, 'there') }
  cpSync(server, copies.server, { recursive: true, preserveTimestamps: true })
  for (const [from, to] of [
    [here, copies.here],
    [there, copies.there],
  ] as const) {
    cpSync(from, to, { recursive: true, preserveTimestamps: true })
    git(to, 'remote', 'set-url', 'origin', copies.server)
  }
  return copies
}

/** What annex verify finds. */
export function verified(folder: string): string[] {
  const { findings } = annexJson(folder, 'verify').json as { findings: { rule: string; message: string }[] }
  return findings.map(({ rule, message }) => `${rule}: ${message}`)
}

/** The commit that a name leads to. */
export function commitAt(folder: string, name: string): string {
  return git(folder, 'rev-parse', `${name}^{commit}`).trim()
}

/** The edition tags of annex-1 there are, the first left out, and the subjects of their commits. */
export function editions(folder: string): string[] {
  const names = git(folder, 'tag', '--list', 'annex-1/v*').trim().split('\n').slice(1)
  return names.map((name) => `${name} ${git(folder, 'log', '-1', '--format=%s', name).trim()}`)
}
