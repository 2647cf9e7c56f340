import { createHash } from 'node:crypto'
import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { GitError } from '../git-error.ts'
import { resolveRef } from '../refs/read.ts'
import { updateRef } from '../refs/update.ts'
import { type Context, refOptions, whoMoves, writing } from '../repository/context.ts'
import type { Store } from '../repository/repository.ts'
import { findRemote, placeOf } from '../transport/remote-settings.ts'
import { isOnFirstParents } from './departure.ts'

// What a clone remembers is in refs of its own, `refs/PROGRAM/known/...`: so `git gc` keeps the commits, linked work trees share
// them, and neither fetch nor push takes them along. They have reflogs.

/** Returns the last main that this clone verified or synchronized; null if there is none yet. */
export function knownMain(store: Store): string | null {
  return resolveRef(store, knownRef(store))
}

/** Returns the last main that this clone received from a server, or sent to it; null if there is none yet. */
export function knownOnServer(store: Store, place: string): string | null {
  return resolveRef(store, serverRef(store, place))
}

function knownRef({ program }: Store): string {
  return `refs/${program}/known/main`
}

// An address may hold anything, so the name is a digest of it.
function serverRef({ program }: Store, place: string): string {
  return `refs/${program}/known/servers/${createHash('sha256').update(place).digest('hex').slice(0, 16)}`
}

/** Remembers the main that a server has. Only for the process that has the turn, after it was compared with what is known. */
export async function noteServerMain(context: Context, place: string, tip: string): Promise<void> {
  const { folders } = context
  await noteForward(context, tip)
  await note(context, serverRef(folders, place), tip, `sync with ${place}`)
}

/** Remembers `tip`, unless what is known continues it. */
async function noteForward(context: Context, tip: string): Promise<void> {
  const known = knownMain(context.folders)
  if (known !== null && !isOnFirstParents(context.graph, known, tip)) return
  await note(context, knownRef(context.folders), tip, `main at ${tip.slice(0, 12)}`)
}

/**
 * Remembers a verified main, as far as it is shared: commits that only this clone has may still be replayed on top of others. Without
 * a remote, all of it.
 * @param tip a main that continues what is known
 * @returns what is known then; null if nothing could be written, as on a read-only disk
 */
export async function noteVerifiedMain(context: Context, mainBranch: string, tip: string): Promise<string | null> {
  const { folders } = context
  const parts = sharedParts(context, mainBranch, tip)
  const due = parts.size === 0 ? tip : latestOf(context, tip, [...parts.values()])
  const fresh = [...parts].filter(([place]) => knownOnServer(folders, place) === null)
  if (knownMain(folders) === due && fresh.length === 0) return due
  try {
    await writing(context, async () => {
      await noteForward(context, due)
      for (const [place, part] of fresh) await note(context, serverRef(folders, place), part, `verified, of ${place}`)
    })
    return knownMain(folders)
  } catch (cause) {
    if (cause instanceof GitError && ['storage', 'locked'].includes(cause.code)) return null
    throw cause
  }
}

/** Remembers another main although it does not continue what is known. Returns what was known. */
export async function acceptMain(context: Context, tip: string): Promise<string | null> {
  return writing(context, async () => {
    const before = knownMain(context.folders)
    await note(context, knownRef(context.folders), tip, `accepted ${tip}`)
    return before
  })
}

function latestOf({ graph }: Context, tip: string, commits: readonly string[]): string {
  return [...firstParents(graph, tip)].find((id) => commits.includes(id)) ?? tip
}

/** Returns, by server, the latest commit of main that main had there when it was last fetched. */
function sharedParts({ folders, graph }: Context, mainBranch: string, tip: string): Map<string, string> {
  const own = firstParents(graph, tip)
  const configuration = readConfiguration(folders)
  const parts = new Map<string, string>()
  for (const name of remoteNames(configuration)) {
    const theirs = resolveRef(folders, `refs/remotes/${name}/${mainBranch}`)
    const part = theirs === null ? undefined : [...firstParents(graph, theirs)].find((id) => own.has(id))
    const place = part === undefined ? null : placeOfRemote(configuration, mainBranch, name)
    if (part !== undefined && place !== null) parts.set(place, part)
  }
  return parts
}

function firstParents(graph: Context['graph'], tip: string): Set<string> {
  const found = new Set<string>()
  for (let id: string | undefined = tip; id !== undefined; id = graph.parents(graph.commit(id))[0]) found.add(id)
  return found
}

function remoteNames(configuration: Configuration): string[] {
  return configuration.keys('remote.').flatMap((key) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? [])
}

function placeOfRemote(configuration: Configuration, mainBranch: string, name: string): string | null {
  try {
    return placeOf(findRemote(configuration, mainBranch, name).url)
  } catch (cause) {
    if (cause instanceof GitError) return null
    throw cause
  }
}

async function note(context: Context, ref: string, to: string, why: string): Promise<void> {
  const { folders } = context
  const expected = resolveRef(folders, ref)
  if (expected === to) return
  const update = { ref, expected, to, who: whoMoves(context), why }
  await updateRef(folders, update, refOptions(readConfiguration(folders)))
}
