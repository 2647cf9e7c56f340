import { keysPath, policyPath } from '../../../files/index.ts'
import {
  digestOfKeys,
  type KeyFiles,
  keyLinesIn,
  type Policy,
  policyFrom,
  policyOrDefault,
  readKeyFiles,
} from '../../keys/keys-file.ts'
import type { Audit } from '../audit.ts'
import { type FileInCommit, isPlainFile } from '../file-reader.ts'
import type { MainCommit } from '../main-history.ts'

/** The keys at one commit of main, and those by which it is judged. */
export interface KeysThere {
  /** The files of keys and policy that the commit has. */
  own: KeyFiles
  policy: Policy
  /** The file of keys that counts from here on: its own, or, where it lists no key, the last one that did; empty before the first. */
  signing: string
  /** The files of keys by which it must be signed: those of its parents; its own, if it is the first with keys. */
  judgedBy: string[]
  /** What its parents ask for; the highest number of each. */
  needed: Policy
  /** When it was made, by its place in history: not before what it continues, not after now. In seconds since 1970. */
  time: number
  /** Whether it changes keys or policy to what no parent has. */
  changesKeys: boolean
}

/** The keys at each commit of main, by its id. */
export type KeyHistory = ReadonlyMap<string, KeysThere>

/**
 * Walks the keys through history, along all parents.
 * @param now the latest time that a commit can claim, in seconds since 1970
 * @returns null if main never had keys
 */
export async function readKeyHistory(audit: Audit, now: number): Promise<KeyHistory | null> {
  const { commits, believed } = audit.history
  const all = new Map<string, KeysThere>()
  for (const main of commits) {
    for (const parent of main.parents) {
      if (believed.has(parent) && !all.has(parent)) all.set(parent, await keysBelieved(audit, parent))
    }
    all.set(main.commit.id, keysAt(audit, main, all, now))
  }
  const first = commits.find(({ commit }) => all.get(commit.id)?.signing !== '')
  if (first === undefined) return null
  const isFounder = all.get(first.commit.id)?.judgedBy.length === 0
  const before = isFounder ? ancestorsOf(first, audit) : new Set<string>()
  const founding = all.get(first.commit.id)?.signing ?? ''
  for (const { commit } of commits) {
    const there = all.get(commit.id)
    const isFirst = isFounder && commit.id === first.commit.id
    // A line of its own, next to the first keys: it may not stay unsigned.
    if (there?.judgedBy.length === 0 && !isFirst && !before.has(commit.id)) there.judgedBy = [founding]
  }
  return all
}

/** The keys at a commit that is believed as it is. */
async function keysBelieved({ repository }: Audit, id: string): Promise<KeysThere> {
  const [own, commit] = [await readKeyFiles(repository.at(id)), await repository.readCommit(id)]
  const policy = policyOrDefault(own)
  const signing = keyLinesIn(own.keys).length > 0 ? own.keys : ''
  return { own, policy, signing, judgedBy: [], needed: policy, time: commit.committer.timestamp, changesKeys: false }
}

function keysAt(audit: Audit, main: MainCommit, all: KeyHistory, now: number): KeysThere {
  const parents = main.parents.flatMap((parent) => all.get(parent) ?? [])
  const before = parents[0]?.own ?? { keys: '', policy: '' }
  const change = (path: string) => main.changes.find((each) => each.path === path)
  const [keys, policy] = [change(keysPath), change(policyPath)]
  const own = {
    keys: keys === undefined ? before.keys : textOf(audit, keys.after),
    policy: policy === undefined ? before.policy : textOf(audit, policy.after),
  }
  const listed = parents.map((parent) => parent.signing).filter((text) => text !== '')
  const lists = keys !== undefined && keyLinesIn(own.keys).length > 0
  const times = [main.commit.committer.timestamp, ...parents.map((parent) => parent.time)]
  return {
    own,
    policy:
      policy === undefined
        ? (parents[0]?.policy ?? policyFrom(null))
        : policyAfter(audit, policy.after, parents[0]?.policy),
    signing: lists ? own.keys : (listed[0] ?? ''),
    judgedBy: [...new Set(listed)],
    needed: highest(parents.map((parent) => parent.policy)),
    time: Math.min(Math.max(...times), now),
    changesKeys: parents.every((parent) => digestOfKeys(parent.own) !== digestOfKeys(own)),
  }
}

// What cannot be read asks for no less than before.
function policyAfter({ reader }: Audit, file: FileInCommit, before = policyFrom(null)): Policy {
  const read = reader.policy(policyPath, file)
  return read === null ? before : policyFrom(read)
}

function textOf({ repository }: Audit, file: FileInCommit): string {
  return file === null || !isPlainFile(file) ? '' : Buffer.from(repository.readBlob(file.id)).toString('latin1')
}

function highest(policies: readonly Policy[]): Policy {
  return {
    adoption: Math.max(1, ...policies.map(({ adoption }) => adoption)),
    keys: Math.max(1, ...policies.map(({ keys }) => keys)),
  }
}

function ancestorsOf(first: MainCommit, { history }: Audit): Set<string> {
  const found = new Set<string>()
  const waiting = [...first.parents]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(history.byId.get(id)?.parents ?? []))
  }
  return found
}
