import type { Commit } from '../objects/commit.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { changedFiles } from '../trees/compare.ts'
import type { Departure } from './departure.ts'

const COMMITS_NAMED = 3
const FILES_NAMED = 3

/** Returns what is wrong with a main that does not continue what was known: `it lacks 2 commits: 0123456789ab (…), …`. */
export function departureInWords(objects: ObjectDatabase, { kind, missing, merge }: Departure): string {
  if (kind === 'unrelated') return 'the two share no history'
  if (merge !== null) return `the merge ${commitInWords(merge)} puts another line first`
  const named = missing.slice(0, COMMITS_NAMED).map((commit) => missingInWords(objects, commit))
  const more = missing.length > named.length ? [`and ${missing.length - named.length} more`] : []
  return `it lacks ${missing.length} ${missing.length === 1 ? 'commit' : 'commits'}: ${[...named, ...more].join(', ')}`
}

/** A missing commit, with its author and the files that it changed. */
function missingInWords(objects: ObjectDatabase, commit: Commit): string {
  const files = changedFiles(objects, commit.parents[0] ?? null, commit.id, '').map(({ path }) => path)
  const named = files.slice(0, FILES_NAMED).join(' ')
  const more = files.length > FILES_NAMED ? ` and ${files.length - FILES_NAMED} more files` : ''
  return `${commitInWords(commit)}${named === '' ? '' : ` in ${named}${more}`}`
}

function commitInWords({ id, message, author }: Commit): string {
  const [subject = ''] = message.split('\n')
  return `${id.slice(0, 12)} (${subject}, by ${author.name})`
}
