import { isDocumentId, partiesPath, proposalPath, readingsPath } from '../../files/index.ts'
import type { Repository, TreeDifference } from '../../git/index.ts'
import type { RectifiedEvents } from '../../law/index.ts'
import type { FiledEvent, Party, Proposal, ReadingChoice, Situation } from '../../treaty/index.ts'
import { eventsAsRectified } from '../record/rectified-record.ts'
import type { FileInCommit, FileReader } from './file-reader.ts'
import { type SharedMap, sharedMap } from './shared-map.ts'

type Files = ReadonlyMap<string, NonNullable<FileInCommit>>

/** The files in `annexes/` and `schemas/` of one commit. */
export interface RecordFiles {
  /** The files of each proposal, by its id. */
  proposals: SharedMap<Files>
  /** All others. */
  others: Files
}

export const NO_FILES: RecordFiles = { proposals: sharedMap(), others: new Map() }

/** Reads the files of a commit. */
export async function filesOf(repository: Repository, commit: string): Promise<RecordFiles> {
  const files = await repository.changedFiles(null, commit, '')
  return withChanges(
    NO_FILES,
    files.filter(({ path }) => isWatched(path)),
  )
}

/** Returns whether a path is in one of the folders that an audit looks at; other files are nobody's business. */
export function isWatched(path: string): boolean {
  return path.startsWith('annexes/') || path.startsWith('schemas/')
}

/** Returns the files with these changes applied. */
export function withChanges(files: RecordFiles, changes: readonly TreeDifference[]): RecordFiles {
  if (changes.length === 0) return files
  const fresh = new Map<string, Map<string, NonNullable<FileInCommit>>>()
  const others = new Map(files.others)
  for (const { path, after } of changes) {
    const id = proposalIn(path)
    const folder = id === null ? others : (fresh.get(id) ?? new Map(files.proposals.get(id)))
    if (after === null) folder.delete(path)
    else folder.set(path, after)
    if (id !== null) fresh.set(id, folder)
  }
  return { proposals: files.proposals.with(fresh), others }
}

/** The id of the proposal whose folder a path is in; null for other paths. */
export function proposalIn(path: string): string | null {
  return /^annexes\/proposals\/([^/]+)\/./.exec(path)?.[1] ?? null
}

/** Returns the id of the document whose file a path is; null for other paths. */
export function documentIn(path: string): string | null {
  const id = /^annexes\/([^/]+)\.yaml$/.exec(path)?.[1] ?? ''
  return isDocumentId(id) ? id : null
}

/** Returns the id of the proposal whose own file a path is; null for other paths. */
export function proposalFileIn(path: string): string | null {
  return /^annexes\/proposals\/([^/]+)\/proposal\.yaml$/.exec(path)?.[1] ?? null
}

/** Returns whether a path is that of an event. */
export function isEventPath(path: string): boolean {
  return /^annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/.test(path)
}

export function partiesIn(files: RecordFiles, reader: FileReader): readonly Party[] {
  return reader.parties(partiesPath, files.others.get(partiesPath) ?? null)?.parties ?? []
}

const NO_READINGS: ReadingChoice = {}

export function readingsIn(files: RecordFiles, reader: FileReader): ReadingChoice {
  return reader.readings(readingsPath, files.others.get(readingsPath) ?? null)?.readings ?? NO_READINGS
}

export function proposalOf(files: RecordFiles, reader: FileReader, id: string): Proposal | null {
  return reader.proposal(proposalPath(id), files.proposals.get(id)?.get(proposalPath(id)) ?? null)
}

/** The proposals that a record says were adopted. */
export function adoptedIn(files: RecordFiles, reader: FileReader): Proposal[] {
  return [...files.proposals.keys()].flatMap((id) => {
    const proposal = proposalOf(files, reader, id)
    return proposal?.edition === undefined ? [] : [proposal]
  })
}

/** A proposal's events as rectified, in the order of the record; files that cannot be read are left out. */
export function eventsOf(files: RecordFiles, reader: FileReader, id: string): FiledEvent[] {
  return rectifiedIn(files, reader, id).events
}

/** A proposal's events as rectified, and what was rectified. */
export function rectifiedIn(files: RecordFiles, reader: FileReader, id: string): RectifiedEvents {
  const folder = files.proposals.get(id) ?? NO_EVENTS
  const known = eventsKnown.get(folder)
  if (known !== undefined) return known
  const events = [...folder].filter(([file]) => isEventPath(file))
  const rectified = eventsAsRectified(events.map(([file, entry]) => ({ file, data: reader.event(file, entry) })))
  eventsKnown.set(folder, rectified)
  return rectified
}

const NO_EVENTS: Files = new Map()

/** The events of a folder, which never changes: the folder before a commit is the folder after an earlier one. */
const eventsKnown = new WeakMap<Files, RectifiedEvents>()

/** What the law looks at for one proposal, by the record in these files. */
export function situationIn(files: RecordFiles, reader: FileReader, proposal: Proposal): Situation {
  return {
    proposal: { ...proposal, changes: proposal.frozen?.changes ?? [] },
    parties: partiesIn(files, reader),
    events: eventsOf(files, reader, proposal.proposal),
    readings: readingsIn(files, reader),
  }
}
