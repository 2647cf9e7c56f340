import type { Finding } from '../../treaty/index.ts'
import type { Audit, Judged } from './audit.ts'
import type { FileInCommit } from './file-reader.ts'
import { addedBy, type MainCommit, named } from './main-history.ts'
import { proposalIn, rectifiedIn } from './record-files.ts'

/** A finding about what a commit did. */
export interface FoundIn {
  main: MainCommit
  finding: Finding
}

/**
 * Returns the findings after what later commits put right. The record that the acts produce is compared with the record that is there:
 * where a later commit put a file back as it was before the commit of a finding, or a rectification says what an event should have
 * been, the finding is a note that names it. What that later commit did is no finding: it only undid.
 */
export async function putRight(judged: Judged, found: readonly FoundIn[]): Promise<Finding[]> {
  const restored = await restorations(judged.audit, found)
  const repairs = new Set([...restored.values()].map(({ by, path }) => keyOf(by, path)))
  return found.flatMap(({ main, finding }) => {
    const path = finding.at?.file ?? ''
    if (repairs.has(keyOf(main, path))) return []
    const by = restored.get(keyOf(main, path))?.by ?? rectifiedBy(judged, finding)
    return [by === undefined ? finding : settled(finding, by)]
  })
}

function keyOf({ commit }: MainCommit, path: string): string {
  return `${commit.id} ${path}`
}

function settled(finding: Finding, { commit }: MainCommit): Finding {
  const message = `${finding.message} Commit ${named(commit)} put it right.`
  return { ...finding, level: 'note', message, hint: 'Nothing more is to be done; this stays listed.' }
}

/** For each file that a commit with findings changed: the later commit that put the file back as it was before. */
async function restorations(
  audit: Audit,
  found: readonly FoundIn[],
): Promise<Map<string, { by: MainCommit; path: string }>> {
  const restored = new Map<string, { by: MainCommit; path: string }>()
  const wrong = new Set(found.filter(({ finding }) => finding.level === 'error').map(({ main }) => main))
  for (const main of wrong) {
    for (const { path, before } of await filesChanged(audit, main)) {
      // A commit that only undid is not undone again: its own findings are about the same files.
      if (
        restored.has(keyOf(main, path)) ||
        [...restored.values()].some((each) => each.by === main && each.path === path)
      )
        continue
      const by = putBackBy(audit, main, path, before)
      if (by !== undefined) restored.set(keyOf(main, path), { by, path })
    }
  }
  return restored
}

/** The files that a commit changed, as its parents had them; a merge may have dropped what any of them had. */
async function filesChanged({ repository }: Audit, { commit, changes, adopts }: MainCommit) {
  if (commit.parents.length < 2 || adopts !== null) return changes
  const all = await Promise.all(commit.parents.map((parent) => repository.changedFiles(parent, commit.id, 'annexes/')))
  return all.flat()
}

function putBackBy({ history }: Audit, main: MainCommit, path: string, due: FileInCommit): MainCommit | undefined {
  const later = history.commits.slice(history.commits.indexOf(main) + 1)
  return later.find(({ changes }) => changes.some((each) => each.path === path && isSame(each.after, due)))
}

function isSame(one: FileInCommit, other: FileInCommit): boolean {
  return one?.id === other?.id && one?.mode === other?.mode
}

/** The commit that rectified the event that a finding is about. */
function rectifiedBy({ audit, files }: Judged, { rule, at }: Finding): MainCommit | undefined {
  const file = at?.file ?? ''
  const id = proposalIn(file)
  if (id === null || !OF_EVENTS.includes(rule)) return undefined
  const by = rectifiedIn(files, audit.reader, id).rectifiedBy.get(file)
  return by === undefined ? undefined : addedBy(audit.history, by)
}

/** Findings about one event, which a rectification of it puts right. */
const OF_EVENTS: readonly Finding['rule'][] = [
  'verify/event-changed',
  'verify/event-sound',
  'verify/event-allowed',
  'verify/rectification',
]
