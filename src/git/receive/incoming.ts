import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, syncFolder } from '../disk/durable.ts'
import { openGraph } from '../history/graph.ts'
import { openObjects } from '../objects/database.ts'
import { listRefs } from '../refs/read.ts'
import type { Context, SyncContext } from '../repository/context.ts'
import { checkComplete } from './completeness.ts'
import { makeQuarantineFolder } from './quarantine.ts'

/** What a server sent, in a quarantine folder, until it is checked. */
export interface Incoming {
  /** The server's branches and tags, by full name. */
  refs: ReadonlyMap<string, string>
  /** Moves the pack into the repository. */
  takeIn(): void
  /** Removes the quarantine folder. */
  discard(): void
}

/**
 * Receives from a server and checks everything before it becomes part of the repository: the pack (index-pack.ts), that it is
 * complete, and what `SyncOptions.accept` checks.
 * @param fetch writes packs to the quarantine folder and returns the server's refs
 * @throws what the checks throw; nothing has entered the repository then
 */
export async function receive(
  context: SyncContext,
  mainBranch: string,
  place: string,
  fetch: (quarantine: string) => Promise<ReadonlyMap<string, string>>,
): Promise<Incoming> {
  const quarantine = makeQuarantineFolder(context.folders)
  const discard = () => rmSync(quarantine, { recursive: true, force: true })
  try {
    const refs = await fetch(quarantine)
    await check({ context, mainBranch, place, quarantine, refs })
    return { refs, takeIn: () => takeInPacks(quarantine, context.folders.commonDirectory), discard }
  } catch (cause) {
    discard()
    throw cause
  }
}

interface Received {
  context: SyncContext
  mainBranch: string
  place: string
  quarantine: string
  refs: ReadonlyMap<string, string>
}

async function check(received: Received): Promise<void> {
  const { context, place, refs } = received
  const local = new Set(listRefs(context.folders, 'refs/').values())
  const fresh = new Map([...refs].filter(([, id]) => !local.has(id)))
  if (fresh.size === 0) return
  const view = viewOf(received)
  try {
    checkComplete(view, fresh, local, { place })
    await context.options.accept?.(context.asRepository(view))
  } finally {
    view.objects.close()
  }
}

/** Makes the quarantine folder a repository as the server has it: its refs, and the objects of both. */
function viewOf({ context, mainBranch, quarantine, refs }: Received): Context {
  const { folders, branchAlias } = context
  writeFileSync(join(quarantine, 'packed-refs'), [...refs].map(([ref, id]) => `${id} ${ref}\n`).join(''))
  writeFileSync(join(quarantine, 'HEAD'), `ref: refs/heads/${mainBranch}\n`)
  const objects = openObjects(quarantine, context.objects)
  return {
    folders: { ...folders, gitDirectory: quarantine, commonDirectory: quarantine },
    objects,
    graph: openGraph(objects, folders.commonDirectory),
    branchAlias,
    remarks: [],
  }
}

/** Moves received packs from the quarantine folder into the repository: the pack first, then its index, each after fsync. */
function takeInPacks(quarantine: string, commonDirectory: string): void {
  const from = join(quarantine, 'objects', 'pack')
  if (!existsSync(from)) return
  const to = join(commonDirectory, 'objects', 'pack')
  makeFolder(to)
  for (const index of readdirSync(from).filter((name) => /^pack-[0-9a-f]{40}\.idx$/.test(name))) {
    const pack = index.replace(/idx$/, 'pack')
    for (const name of [pack, index]) {
      flush(join(from, name))
      renameSync(join(from, name), join(to, name))
    }
  }
  syncFolder(to)
}

function flush(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
