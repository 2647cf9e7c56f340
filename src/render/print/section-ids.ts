import { canonicalJson, type DocumentDifference, type Section, type Slug } from '../../treaty/index.ts'

/** A section whose id changed, while its number and title stayed. */
export interface SectionRenamed {
  before: Slug
  after: Slug
}

/** Returns the sections of which only the id changed: one was removed and one added, equal to each other and to no other. */
export function renamedSections(before: readonly Section[], after: readonly Section[]): SectionRenamed[] {
  const gone = before.filter(({ id }) => !after.some((section) => section.id === id))
  const come = after.filter(({ id }) => !before.some((section) => section.id === id))
  return gone.flatMap((section) => {
    const [like, ...others] = come.filter((each) => essence(each) === essence(section))
    const alone = gone.filter((each) => essence(each) === essence(section)).length === 1
    return like && alone && others.length === 0 ? [{ before: section.id, after: like.id }] : []
  })
}

function essence({ id: _, ...printed }: Section): string {
  return canonicalJson(printed)
}

/**
 * Returns the entries (by their later ids) that count as moved only because the id of their section changed. In print they did not
 * move, since ids of sections are not printed. Empty if any of them also changed its order.
 */
export function carriedAlong({ before, after, changes }: DocumentDifference): ReadonlySet<Slug> {
  const renamed = renamedSections(before.sections ?? [], after.sections ?? [])
  if (renamed.length === 0) return new Set()
  const now = new Map(renamed.map((section) => [section.before, section.after]))
  const carried = new Set<Slug>()
  const leaves = new Set<Slug>()
  const earlierName = new Map<Slug, Slug>()
  for (const { change } of changes) {
    if (change.kind === 'renamed') earlierName.set(change.after, change.before)
    if (change.kind === 'removed' || change.kind === 'added') leaves.add(change.entry)
    if (change.kind !== 'moved') continue
    const { section } = change.before
    const follows = section !== undefined && now.get(section) === change.after.section
    ;(follows ? carried : leaves).add(change.entry)
  }
  const stood = new Map(before.entries.map(({ id }, position) => [id, position]))
  const positions = after.entries
    .filter(({ id }) => !leaves.has(id))
    .map(({ id }) => stood.get(earlierName.get(id) ?? id) ?? -1)
  const inOrder = positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1))
  return inOrder ? carried : new Set()
}
