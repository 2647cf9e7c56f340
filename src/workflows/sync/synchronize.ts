import { type DataOf, type FileKind, parseFile, partiesPath, readingsPath, serialize } from '../../files/index.ts'
import type { AskCredentials, FileVersions, Repository, SyncOptions, SyncReport } from '../../git/index.ts'
import { mergeValue, type ThreeVersions, type ThreeWayResult } from '../../text/index.ts'
import { type Declaration, hasErrors, type Party } from '../../treaty/index.ts'
import { commentsOfFile } from '../merging/merge-comments.ts'
import { withBothRectifications } from '../parties/rectified-register.ts'
import { mergedReadings } from '../readings/merge-readings.ts'
import { auditIncoming } from './audit-incoming.ts'
import { replayAdoption, tagOfReplayed } from './replay-adoption.ts'
import { replayRectification } from './replay-rectification.ts'

/** What a sync is asked to do. */
export interface SyncRequest {
  /** Default: the remote that main follows, or the only one. */
  remote?: string | undefined
  /** Asks a person for credentials when nothing else gives them. */
  ask?: AskCredentials | undefined
  /** Local commits of main, not yet shared, that are not replayed. */
  leaveOut?: readonly string[] | undefined
}

/**
 * Fetches and pushes main, the proposals and the tags. Local commits are replayed on top of the remote: events keep their
 * content under a free name, the register of Parties is merged, and adoptions are judged and merged again. What the server added to
 * main is audited before any of it enters the clone.
 * @throws AnnexError or GitError: network, not-found, moved-meanwhile, would-overwrite, not-allowed
 */
export async function synchronize(repository: Repository, request: SyncRequest = {}): Promise<SyncReport> {
  const accept = (incoming: Repository) => auditIncoming(repository, incoming)
  return await repository.sync(request.remote, { ...syncOptions(repository, request), accept })
}

/** Returns how records are replayed and merged, without the audit of what comes from the server. */
export function syncOptions(repository: Repository, { ask, leaveOut }: SyncRequest = {}): SyncOptions {
  return {
    isShared: (branch) => branch.startsWith('proposal/'),
    replayCommit: async (commit, tip) =>
      (await replayAdoption(repository, commit, tip)) ?? (await replayRectification(repository, commit, tip)),
    mergeFile: (versions) => mergeRegister(versions) ?? mergeReadings(versions),
    freePath: freeEventPath,
    renameTag: (name, commit) => tagOfReplayed(repository, name, commit),
    ask,
    leaveOut,
  }
}

const EVENT = /^annexes\/proposals\/[^/]+\/events\/[^/]+\.yaml$/

/** Returns a free path for a new event file: events are never lost because both sides chose one name. */
function freeEventPath(path: string, isTaken: (path: string) => boolean): string | null {
  if (!EVENT.test(path)) return null
  const base = path.slice(0, -'.yaml'.length)
  let number = 2
  while (isTaken(`${base}-${number}.yaml`)) number++
  return `${base}-${number}.yaml`
}

/**
 * Merges the register of Parties that both clones changed, by code and day of deposit. One side may change the
 * instrument, the other the denunciation. Returns null for any other file, if both sides changed the same thing differently, or
 * if one State would be a Party twice.
 */
export function mergeRegister(files: FileVersions): Uint8Array | null {
  const { path, base, ours, theirs } = files
  if (path !== partiesPath) return null
  const [was, mine, other] = [base, ours, theirs].map((bytes) => readSound('parties', path, bytes))
  if (!was || !mine || !other) return null
  const exercise = mergeValue({ base: was.exercise, ours: mine.exercise, theirs: other.exercise })
  const rectified = withBothRectifications(was, mine, other)
  const parties = rectified === null ? null : mergeList(rectified, instrument, mergeParty)
  if (!exercise.agreed || rectified === null || parties === null || hasStateTwice(parties)) return null
  const { rectifications } = rectified
  const register = {
    ...(exercise.value === undefined ? {} : { exercise: exercise.value }),
    parties,
    ...(rectifications.length === 0 ? {} : { rectifications }),
  }
  return new TextEncoder().encode(serialize('parties', register, commentsOfFile('parties', files, register)))
}

function mergeReadings(files: FileVersions): Uint8Array | null {
  const { path, base, ours, theirs } = files
  if (path !== readingsPath) return null
  const [was, mine, other] = [base, ours, theirs].map((bytes) => readSound('readings', path, bytes))
  const merged = was && mine && other ? mergedReadings({ base: was, ours: mine, theirs: other }) : null
  if (merged === null) return null
  return new TextEncoder().encode(serialize('readings', merged, commentsOfFile('readings', files, merged)))
}

/** Returns the data of a file; null if it has errors. */
function readSound<K extends FileKind>(kind: K, file: string, bytes: Uint8Array): DataOf<K> | null {
  const { data, findings } = parseFile(kind, { file, bytes })
  return hasErrors(findings) ? null : data
}

function instrument({ code, deposited }: Party): string {
  return `${code} ${deposited}`
}

/** Merges two lists by key, the server's items first; null if both sides changed one item differently. */
function mergeList<Item>(
  lists: ThreeVersions<readonly Item[]>,
  keyOf: (item: Item) => string,
  merge: (item: ThreeVersions<Item>) => Item | null,
): Item[] | null {
  const [base, ours, theirs] = [lists.base, lists.ours, lists.theirs].map(
    (list) => new Map(list.map((item) => [keyOf(item), item])),
  )
  const all: Item[] = []
  for (const key of new Set([...(theirs?.keys() ?? []), ...(ours?.keys() ?? [])])) {
    const three = { base: base?.get(key), ours: ours?.get(key), theirs: theirs?.get(key) }
    const merged: ThreeWayResult<Item | undefined> = mergeValue(three)
    const item = merged.agreed ? merged.value : mergeItem(three, merge)
    if (item === null) return null
    if (item !== undefined) all.push(item)
  }
  return all
}

function mergeItem<Item>(
  { base, ours, theirs }: ThreeVersions<Item | undefined>,
  merge: (item: ThreeVersions<Item>) => Item | null,
): Item | null {
  return base === undefined || ours === undefined || theirs === undefined ? null : merge({ base, ours, theirs })
}

function mergeParty({ base, ours, theirs }: ThreeVersions<Party>): Party | null {
  const declarations = mergeList(
    { base: base.declarations ?? [], ours: ours.declarations ?? [], theirs: theirs.declarations ?? [] },
    ({ treaty, on }: Declaration) => `${treaty} ${on}`,
    () => null,
  )
  const denunciation = mergeValue({
    base: denunciationIn(base),
    ours: denunciationIn(ours),
    theirs: denunciationIn(theirs),
  })
  const rest = mergeValue({ base: instrumentIn(base), ours: instrumentIn(ours), theirs: instrumentIn(theirs) })
  if (declarations === null || !denunciation.agreed || !rest.agreed) return null
  return {
    ...rest.value,
    ...denunciation.value,
    ...(declarations.length === 0 ? {} : { declarations }),
  }
}

function denunciationIn({ denounced, denouncedRef }: Party): Pick<Party, 'denounced' | 'denouncedRef'> {
  return { ...(denounced === undefined ? {} : { denounced }), ...(denouncedRef === undefined ? {} : { denouncedRef }) }
}

function instrumentIn({ declarations: _, denounced: __, denouncedRef: ___, ...rest }: Party): Party {
  return rest
}

// Two clerks entered one State with different instruments: a person must decide which one counts.
function hasStateTwice(parties: readonly Party[]): boolean {
  const codes = parties.filter(({ denounced }) => denounced === undefined).map(({ code }) => code)
  return new Set(codes).size < codes.length
}
