import { GitError } from '../git-error.ts'
import { isAncestor } from '../history/merge-bases.ts'
import { resolveRef } from '../refs/read.ts'
import type { SyncAttempt } from '../repository/context.ts'
import { type Departure, departureFrom, isOnFirstParents } from './departure.ts'
import { departureInWords } from './departure-in-words.ts'
import { knownMain, knownOnServer } from './known-main.ts'

/**
 * Checks that the main of the server, and that of this clone, continue the main that the clone remembers, before any ref moves. The
 * server's must do so along first parents, or be behind it on its line without having been ahead. Local commits are replayed on top of
 * the server's main, so in the clone it is enough that nothing is missing.
 * @throws GitError not-allowed, with the commits that are missing
 */
export function checkContinued(attempt: SyncAttempt): void {
  const { folders, graph, mainBranch, refs } = attempt
  const known = knownMain(folders)
  if (known === null) return
  const ref = `refs/heads/${mainBranch}`
  const [ours, theirs] = [resolveRef(folders, ref), refs.get(ref)]
  if (theirs === undefined) checkNotDeleted(attempt)
  else if (!isBehind(attempt, known, theirs)) {
    const departure = departureFrom(graph, known, theirs)
    // For two mains without a common history there is an error of its own (sync-branches.ts).
    if (departure !== null && (departure.kind !== 'unrelated' || ours === null))
      throw serverDeparted(attempt, departure)
  }
  if (ours === null || isAncestor(graph, known, ours)) return
  const departure = departureFrom(graph, known, ours)
  if (departure !== null) throw cloneDeparted(attempt, departure)
}

/** Returns whether a server never had more of main than it has now, as one that is synchronized less often. */
function isBehind({ folders, graph, report: { url } }: SyncAttempt, known: string, theirs: string): boolean {
  if (!isOnFirstParents(graph, theirs, known)) return false
  const before = knownOnServer(folders, url)
  return before === null || isOnFirstParents(graph, before, theirs)
}

function checkNotDeleted({ folders, mainBranch, report: { remote, url } }: SyncAttempt): void {
  const before = knownOnServer(folders, url)
  if (before === null) return
  const message = `${mainBranch} was deleted on ${url}, where it was at ${before.slice(0, 12)} before`
  const remedy = `ask who deleted it, and restore it with git push ${remote} ${before}:refs/heads/${mainBranch}; no ref was changed`
  throw new GitError('not-allowed', message, remedy)
}

function serverDeparted(attempt: SyncAttempt, departure: Departure): GitError {
  const { folders, mainBranch, objects, report } = attempt
  const { known, tip, kind } = departure
  const message = `${mainBranch} on ${report.url} (${tip.slice(0, 12)}) does not continue the ${mainBranch} that this clone knows (${known.slice(0, 12)}): ${departureInWords(objects, departure)}`
  const force = kind === 'behind' ? '' : ` --force-with-lease=${mainBranch}:${tip.slice(0, 12)}`
  const restore = `restore it there with git push${force} ${report.remote} ${known}:refs/heads/${mainBranch}`
  const accept = `if the office decided on the new ${mainBranch}, run ${folders.program} verify --accept ${tip}`
  return new GitError('not-allowed', message, `ask who changed it, and ${restore}; ${accept}; no ref was changed`)
}

function cloneDeparted(attempt: SyncAttempt, departure: Departure): GitError {
  const { folders, mainBranch, objects } = attempt
  const { known, tip } = departure
  const message = `${mainBranch} in this clone (${tip.slice(0, 12)}) does not continue the ${mainBranch} that it had before (${known.slice(0, 12)}): ${departureInWords(objects, departure)}`
  const restore = `put it back with git rebase ${known} ${mainBranch}`
  const accept = `if it was moved on purpose, run ${folders.program} verify --accept ${tip}`
  return new GitError('not-allowed', message, `${restore}; ${accept}; no ref was changed`)
}
