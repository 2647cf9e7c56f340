import { eventPath, parseFile, serialize } from '../../files/index.ts'
import type { Commit, ReplayedCommit, Repository, Snapshot } from '../../git/index.ts'
import { canonicalJson, type EventRecord } from '../../treaty/index.ts'

const EVENT = /^annexes\/proposals\/([^/]+)\/events\/[^/]+\.yaml$/

/**
 * Replays a local rectification on the remote's main. Where the event that it rectifies got another file name there, because the server
 * has another letter under that name, it names the new one. Returns null for any other commit, and where the names are the same.
 */
export async function replayRectification(
  repository: Repository,
  commit: Commit,
  tip: { files: Snapshot },
): Promise<ReplayedCommit | null> {
  const [before, ...others] = commit.parents
  if (before === undefined || others.length > 0) return null
  const [path, another] = await repository.changedPaths(before, commit.id, '')
  const [, id] = EVENT.exec(path ?? '') ?? []
  if (path === undefined || id === undefined || another !== undefined) return null
  const event = await eventAt(repository.at(commit.id), path)
  if (event?.event !== 'rectification' || event.rectifies === undefined) return null
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const target = await eventAt(repository.at(before), `${folder}${event.rectifies}`)
  const name = target === null ? null : await nameAt(tip.files, folder, event.rectifies, target)
  if (name === null || name === event.rectifies) return null
  const renamed = { ...event, rectifies: name }
  const file = eventPath(id, renamed, await tip.files.listFiles(folder))
  const message = commit.message.replace(event.rectifies, name)
  return { files: new Map([[file, new TextEncoder().encode(serialize('event', renamed))]]), message }
}

async function eventAt(snapshot: Snapshot, file: string): Promise<EventRecord | null> {
  const bytes = await snapshot.readFile(file)
  return bytes === null ? null : parseFile('event', { file, bytes }).data
}

/** The name that an event has in a folder: its own, or the one with a number that holds it. Null if it is not there. */
async function nameAt(snapshot: Snapshot, folder: string, name: string, event: EventRecord): Promise<string | null> {
  const base = name.replace(/\.yaml$/, '').replace(/(?<=[A-Za-z])-\d{1,3}$/, '')
  const files = await snapshot.listFiles(folder)
  const near = files.filter((file) => file.startsWith(`${folder}${base}`)).map((file) => file.slice(folder.length))
  for (const each of [name, ...near]) {
    const other = await eventAt(snapshot, `${folder}${each}`)
    if (other !== null && isSame(other, event)) return each
  }
  return null
}

/** A rectification that was replayed may name another file; all else stays. */
function isSame(one: EventRecord, other: EventRecord): boolean {
  return canonicalJson({ ...one, rectifies: undefined }) === canonicalJson({ ...other, rectifies: undefined })
}
