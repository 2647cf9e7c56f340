import { isRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { type CommitGraph, readShallow } from '../history/graph.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { isObjectId } from '../objects/object.ts'
import { parseTag } from '../objects/tag.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import { movesAgo } from '../refs/reflog.ts'
import type { Context } from './context.ts'
import type { Folders } from './repository.ts'

const LONGEST = 300

/** A name, `@{n}`, and steps (gitrevisions(7)). */
const REVISION = /^((?!@\{)[^~^]*?)(?:@\{(\d{1,6})\})?((?:\^\{(?:commit)?\}|[~^]\d{0,6})*)$/
/** `^{}` and `^{commit}`: the commit of a tag, which is meant in any case. */
const PEELED = /\^\{(?:commit)?\}/g

/** What a revision is looked up in. */
type Lookup = Pick<Context, 'objects' | 'graph' | 'branchAlias'> & { folders: Folders }

/** Returns the commit of a revision; see Repository.resolve. @throws GitError unknown-revision */
export function resolveRevision(lookup: Lookup, revision: string): string {
  const match = REVISION.exec(revision)
  const [, given = '', moves, steps = ''] = revision.length <= LONGEST ? (match ?? []) : []
  const name = given === '@' ? 'HEAD' : given
  const start = moves === undefined ? byName(lookup, name) : byReflog(lookup, name, Number(moves))
  if (start === null) throw unknown(revision, lookup.folders)
  let commit = start
  for (const [, kind, digits] of steps.replaceAll(PEELED, '').matchAll(/([~^])(\d*)/g)) {
    const count = digits === '' ? 1 : Number(digits)
    const next = kind === '~' ? generationsBack(lookup.graph, commit, count) : parentNumber(lookup.graph, commit, count)
    if (next === undefined) throw unknown(revision, lookup.folders)
    commit = next
  }
  return commit
}

/**
 * Returns the commit of a branch: of this clone's, else of a remote's. A tag with the same name is not looked at.
 * @throws GitError unknown-revision
 */
export function tipOfBranch(lookup: Lookup, name: string): string {
  const own = isRefName(name) ? peelRef(lookup.folders, lookup.objects, `refs/heads/${name}`) : null
  const tip = own ?? byAliasOrRemote(lookup, name)
  if (tip === null) throw unknown(name, lookup.folders)
  return tip
}

function byName(lookup: Lookup, name: string): string | null {
  if (name !== 'HEAD' && !isRefName(name)) return null
  return byRef(lookup, name) ?? byId(lookup.objects, name)
}

/** Returns where HEAD or a branch was so many moves ago. */
function byReflog({ folders, objects, branchAlias }: Lookup, name: string, moves: number): string | null {
  if (name !== 'HEAD' && !isRefName(name)) return null
  const alias = branchAlias(name)
  const refs = name === 'HEAD' ? ['HEAD'] : [...BEFORE_ALIAS.map((folder) => `${folder}${name}`)]
  if (name !== 'HEAD') refs.push(...(alias === null ? [] : [`refs/heads/${alias}`]), `refs/remotes/${name}`)
  const ref = refs.find((each) => resolveRef(folders, each) !== null)
  const id = ref === undefined ? null : movesAgo(folders, ref, moves)
  return id === null ? null : peelToCommit(objects, id)
}

/** Where a short name is looked up before the alias and remote branches (gitrevisions(7), `<refname>`). */
const BEFORE_ALIAS = ['', 'refs/', 'refs/tags/', 'refs/heads/']

function generationsBack(graph: CommitGraph, start: string, count: number): string | undefined {
  let at: string | undefined = start
  for (let step = 0; step < count && at !== undefined; step++) at = graph.parents(graph.commit(at))[0]
  return at
}

function parentNumber(graph: CommitGraph, commit: string, number: number): string | undefined {
  return number === 0 ? commit : graph.parents(graph.commit(commit))[number - 1]
}

/** Looks a name up as a ref. A tag and a branch of one name are distinguished by `refs/...`. */
function byRef(lookup: Lookup, name: string): string | null {
  const { folders, objects } = lookup
  const whole = name === 'HEAD' || name.startsWith('refs/') ? peelRef(folders, objects, name) : null
  const begun = whole ?? (/^(?:heads|tags|remotes)\//.test(name) ? peelRef(folders, objects, `refs/${name}`) : null)
  if (begun !== null) return begun
  const tag = peelRef(folders, objects, `refs/tags/${name}`)
  const branch = peelRef(folders, objects, `refs/heads/${name}`)
  if (tag !== null && branch !== null && tag !== branch) {
    const message = `${name} is both a tag and a branch, and they differ`
    throw new GitError('unknown-revision', message, `write refs/tags/${name} or refs/heads/${name}`)
  }
  return tag ?? branch ?? byAliasOrRemote(lookup, name)
}

function byAliasOrRemote({ folders, objects, branchAlias }: Lookup, name: string): string | null {
  const alias = branchAlias(name)
  const aliased = alias === null ? null : peelRef(folders, objects, `refs/heads/${alias}`)
  const remote = aliased ?? peelRef(folders, objects, `refs/remotes/${name}`)
  if (remote !== null) return remote
  for (const [ref, id] of listRefs(folders, 'refs/remotes/')) {
    const branch = ref.split('/').slice(3).join('/')
    if (branch === name || branch === alias) return peelToCommit(objects, id)
  }
  return null
}

function peelRef(folders: Folders, objects: ObjectDatabase, ref: string): string | null {
  const id = isRefName(ref) ? resolveRef(folders, ref) : null
  return id === null ? null : peelToCommit(objects, id)
}

/** Returns the commit that an object leads to through annotated tags; null if it leads to none. */
export function peelToCommit(objects: ObjectDatabase, id: string): string | null {
  let at = id
  for (let steps = 0; steps < 20; steps++) {
    const object = objects.read(at)
    if (object.type === 'commit') return at
    if (object.type !== 'tag') return null
    at = parseTag(at, object.bytes).object
  }
  return null
}

function byId(objects: ObjectDatabase, name: string): string | null {
  const prefix = name.toLowerCase()
  if (isObjectId(prefix)) return objects.has(prefix) ? peelToCommit(objects, prefix) : null
  if (!/^[0-9a-f]{4,39}$/.test(prefix)) return null
  const commits = objects.idsWithPrefix(prefix).filter((id) => ['commit', 'tag'].includes(objects.read(id).type))
  if (commits.length < 2) return commits[0] === undefined ? null : peelToCommit(objects, commits[0])
  throw new GitError(
    'unknown-revision',
    `${name} is ambiguous: ${commits.length} commit ids start with it`,
    'give more digits',
  )
}

function unknown(revision: string, folders: Folders): GitError {
  const shown = JSON.stringify(revision.slice(0, 80))
  if (readShallow(folders.commonDirectory).size > 0) {
    const remedy =
      'run `git fetch --unshallow` and fetch all branches; in CI set `fetch-depth: 0` (GitLab: `GIT_DEPTH: "0"`)'
    return new GitError('unknown-revision', `revision not found in this shallow clone: ${shown}`, remedy)
  }
  const remedy = 'give a commit, branch or tag; run `git fetch --tags` if it is on the server'
  return new GitError('unknown-revision', `revision not found: ${shown}`, remedy)
}
