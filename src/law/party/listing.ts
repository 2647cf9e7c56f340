import type { CalendarDay, Change, Entry, Slug, Status } from '../../treaty/index.ts'
import type { Listing } from '../articles/article-17/index.ts'
import type { Amendment, Binding } from './binding.ts'

/**
 * Returns Annex 1 as a Party may declare on it: the original entries, those added by amendments that bind it, and those that
 * a pending amendment would add. A treaty is listed under each id that it has or had, even if a renaming does not bind the
 * Party.
 */
export function listingFor(
  own: readonly (Slug | Pick<Entry, 'id' | 'formerly'>)[],
  { amendments, others = [] }: Pick<Binding, 'amendments'> & Partial<Pick<Binding, 'others'>>,
): Listing {
  const list: List = {
    listed: new Set(),
    addedFrom: new Map(),
    firstListedAs: new Map(),
    pending: new Map(),
    joinedWith: new Set(),
    openedOn: new Map(),
  }
  for (const entry of own) addOriginal(list, typeof entry === 'string' ? { id: entry } : entry)
  for (const amendment of amendments)
    for (const change of amendment.proposal.changes) addBinding(list, change, amendment)
  for (const amendment of others) for (const change of amendment.proposal.changes) addPending(list, change, amendment)
  const { listed, addedFrom, ...more } = list
  return { listed: [...listed], addedFrom, ...unlessEmpty(more) }
}

/** Returns whether two ids name one treaty. */
export function isSameTreaty(one: Slug, other: Slug, { firstListedAs }: Pick<Listing, 'firstListedAs'>): boolean {
  return (firstListedAs?.get(one) ?? one) === (firstListedAs?.get(other) ?? other)
}

interface List {
  listed: Set<Slug>
  addedFrom: Map<Slug, CalendarDay>
  firstListedAs: Map<Slug, Slug>
  pending: Map<Slug, CalendarDay | null>
  joinedWith: Set<Slug>
  openedOn: Map<Slug, CalendarDay>
}

function unlessEmpty<T extends Record<string, { size: number }>>(more: T): Partial<T> {
  return Object.fromEntries(Object.entries(more).filter(([, each]) => each.size > 0)) as Partial<T>
}

function addOriginal(list: List, { id, formerly = [] }: Pick<Entry, 'id' | 'formerly'>): void {
  list.listed.add(id)
  for (const name of formerly) addName(list, id, name)
}

function addBinding(list: List, change: Change, amendment: Amendment): void {
  if (change.kind === 'renamed') addName(list, change.before, change.after)
  if (change.kind !== 'added' || amendment.boundFrom === null) return
  recordOpening(list, change.entry, amendment)
  list.listed.add(change.entry)
  list.addedFrom.set(change.entry, amendment.boundFrom)
}

const BINDS_NOBODY: ReadonlySet<Status> = new Set(['draft', 'blocked', 'rejected', 'closed'])

function addPending(list: List, change: Change, amendment: Amendment): void {
  if (change.kind === 'renamed') addName(list, change.before, change.after)
  if (change.kind !== 'added' || BINDS_NOBODY.has(amendment.status) || list.listed.has(change.entry)) return
  recordOpening(list, change.entry, amendment)
  list.pending.set(change.entry, amendment.boundFrom)
}

// An original entry that is removed and added again was listed when the Party joined.
function recordOpening(
  { listed, addedFrom, joinedWith, openedOn }: List,
  id: Slug,
  { joinedWith: joined, opened }: Amendment,
) {
  const isOwn = listed.has(id) && !addedFrom.has(id)
  if (isOwn || joined) joinedWith.add(id)
  if (isOwn || opened === null) return
  const before = openedOn.get(id)
  if (before === undefined || opened < before) openedOn.set(id, opened)
}

function addName(list: List, id: Slug, name: Slug): void {
  const { listed, firstListedAs, joinedWith } = list
  if (!listed.has(id) && !list.pending.has(id)) return
  if (listed.has(id)) listed.add(name)
  firstListedAs.set(name, firstListedAs.get(id) ?? id)
  for (const days of [list.addedFrom, list.pending, list.openedOn]) copyDay(days, id, name)
  if (joinedWith.has(id)) joinedWith.add(name)
}

function copyDay<T>(days: Map<Slug, T>, id: Slug, name: Slug): void {
  const day = days.get(id)
  if (day !== undefined) days.set(name, day)
}
