import { isSlug } from '../../treaty/index.ts'
import { GitError } from '../git-error.ts'
import { type CommitGraph, readShallow } from '../history/graph.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { isObjectId } from '../objects/object.ts'
import { parseTag } from '../objects/tag.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import { movesAgo } from '../refs/read-reflog.ts'
import { isRefName } from '../refs/ref-name.ts'
import type { Folders } from './repository.ts'

const LONGEST = 300

/** A name, so many moves ago by its log, and steps from there (gitrevisions(7)). */
const REVISION = /^((?!@\{)[^~^]*?)(?:@\{(\d{1,6})\})?((?:\^\{(?:commit)?\}|[~^]\d{0,6})*)$/
/** `^{}` and `^{commit}`: the commit that a tag leads to, which is meant in any case. */
const PEELED = /\^\{(?:commit)?\}/g

/** The commit that a revision names; see Repository.resolve. @throws GitError unknown-revision */
export function resolveRevision(
  folders: Folders,
  objects: ObjectDatabase,
  graph: CommitGraph,
  revision: string,
): string {
  const match = REVISION.exec(revision)
  const [, given = '', moves, steps = ''] = revision.length <= LONGEST ? (match ?? []) : []
  const name = given === '@' ? 'HEAD' : given
  const start = moves === undefined ? byName(folders, objects, name) : byLog(folders, objects, name, Number(moves))
  if (start === null) throw unknown(revision, folders)
  let commit = start
  for (const [, kind, digits] of steps.replaceAll(PEELED, '').matchAll(/([~^])(\d*)/g)) {
    const count = digits === '' ? 1 : Number(digits)
    const next = kind === '~' ? generationsBack(graph, commit, count) : parentNumber(graph, commit, count)
    if (next === undefined) throw unknown(revision, folders)
    commit = next
  }
  return commit
}

function byName(folders: Folders, objects: ObjectDatabase, name: string): string | null {
  if (name !== 'HEAD' && !isRefName(name)) return null
  return byRef(folders, objects, name) ?? byId(objects, name)
}

/** Where HEAD or a branch was so many moves ago. */
function byLog(folders: Folders, objects: ObjectDatabase, name: string, moves: number): string | null {
  if (name !== 'HEAD' && !isRefName(name)) return null
  const refs = name === 'HEAD' ? ['HEAD'] : RULES.map((folder) => `${folder}${name}`)
  const ref = refs.find((each) => resolveRef(folders, each) !== null)
  const id = ref === undefined ? null : movesAgo(folders, ref, moves)
  return id === null ? null : peelToCommit(objects, id)
}

/** Where a name may stand (gitrevisions(7), `<refname>`), with the folder of proposals. */
const RULES = ['', 'refs/', 'refs/tags/', 'refs/heads/', 'refs/heads/proposal/', 'refs/remotes/']

function generationsBack(graph: CommitGraph, start: string, count: number): string | undefined {
  let at: string | undefined = start
  for (let step = 0; step < count && at !== undefined; step++) at = graph.parents(graph.commit(at))[0]
  return at
}

function parentNumber(graph: CommitGraph, commit: string, number: number): string | undefined {
  return number === 0 ? commit : graph.parents(graph.commit(commit))[number - 1]
}

/** The refs that a name may mean, the strongest first; a tag and a branch of one name are told apart by `refs/…`. */
function byRef(folders: Folders, objects: ObjectDatabase, name: string): string | null {
  const whole = name === 'HEAD' || name.startsWith('refs/') ? peelRef(folders, objects, name) : null
  const begun = whole ?? (/^(?:heads|tags|remotes)\//.test(name) ? peelRef(folders, objects, `refs/${name}`) : null)
  if (begun !== null) return begun
  const tag = peelRef(folders, objects, `refs/tags/${name}`)
  const branch = peelRef(folders, objects, `refs/heads/${name}`)
  if (tag !== null && branch !== null && tag !== branch) {
    const message = `${name} is both a tag and a branch, and they differ`
    throw new GitError('unknown-revision', message, `write refs/tags/${name} or refs/heads/${name}`)
  }
  return tag ?? branch ?? byRemoteOrProposal(folders, objects, name)
}

function byRemoteOrProposal(folders: Folders, objects: ObjectDatabase, name: string): string | null {
  const proposal = isSlug(name) ? peelRef(folders, objects, `refs/heads/proposal/${name}`) : null
  const remote = proposal ?? peelRef(folders, objects, `refs/remotes/${name}`)
  if (remote !== null) return remote
  const wanted = isSlug(name) ? [name, `proposal/${name}`] : [name]
  for (const [ref, id] of listRefs(folders, 'refs/remotes/')) {
    const branch = ref.split('/').slice(3).join('/')
    if (wanted.includes(branch)) return peelToCommit(objects, id)
  }
  return null
}

function peelRef(folders: Folders, objects: ObjectDatabase, ref: string): string | null {
  const id = isRefName(ref) ? resolveRef(folders, ref) : null
  return id === null ? null : peelToCommit(objects, id)
}

/** The commit an object leads to through annotated tags; null for one that leads to none. */
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
  throw new GitError('unknown-revision', `${name} begins the ids of ${commits.length} commits`, 'give more digits')
}

function unknown(revision: string, folders: Folders): GitError {
  const shown = JSON.stringify(revision.slice(0, 80))
  if (readShallow(folders.commonDirectory).size > 0) {
    const remedy =
      'run `git fetch --unshallow` and fetch all branches; in CI set `fetch-depth: 0` (GitLab: `GIT_DEPTH: "0"`)'
    return new GitError('unknown-revision', `${shown} names no commit in this shallow clone`, remedy)
  }
  const remedy = 'name a commit, branch, tag, edition (annex-1/v2) or proposal; `git fetch --tags` if it is elsewhere'
  return new GitError('unknown-revision', `${shown} names no commit here`, remedy)
}
