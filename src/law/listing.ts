import type { CalendarDay, Change, Entry, Slug } from '../treaty/index.ts'
import type { Listing } from './article-17/index.ts'
import type { Binding } from './binding.ts'

/**
 * The entries of Annex 1 as a Party may exclude them: the Convention's own, and those added by what binds it. A treaty is
 * listed under each id that it has or had, also where a renaming does not bind the Party.
 */
export function listingFor(
  own: readonly (Slug | Pick<Entry, 'id' | 'formerly'>)[],
  { amendments, others = [] }: Pick<Binding, 'amendments'> & Partial<Pick<Binding, 'others'>>,
): Listing {
  const list: List = { listed: new Set(), addedFrom: new Map(), firstListedAs: new Map() }
  for (const entry of own) printed(list, typeof entry === 'string' ? { id: entry } : entry)
  for (const { proposal, boundFrom } of amendments) for (const change of proposal.changes) take(list, change, boundFrom)
  for (const { proposal } of others) for (const change of proposal.changes) take(list, change, null)
  const { listed, addedFrom, firstListedAs } = list
  return { listed: [...listed], addedFrom, ...(firstListedAs.size === 0 ? {} : { firstListedAs }) }
}

/** Whether two ids name one treaty. */
export function isSameTreaty(one: Slug, other: Slug, { firstListedAs }: Pick<Listing, 'firstListedAs'>): boolean {
  return (firstListedAs?.get(one) ?? one) === (firstListedAs?.get(other) ?? other)
}

interface List {
  listed: Set<Slug>
  addedFrom: Map<Slug, CalendarDay>
  firstListedAs: Map<Slug, Slug>
}

function printed(list: List, { id, formerly = [] }: Pick<Entry, 'id' | 'formerly'>): void {
  list.listed.add(id)
  for (const name of formerly) alsoCalled(list, id, name)
}

function take(list: List, change: Change, boundFrom: CalendarDay | null): void {
  if (change.kind === 'renamed') alsoCalled(list, change.before, change.after)
  if (change.kind !== 'added' || boundFrom === null) return
  list.listed.add(change.entry)
  list.addedFrom.set(change.entry, boundFrom)
}

function alsoCalled({ listed, addedFrom, firstListedAs }: List, id: Slug, name: Slug): void {
  if (!listed.has(id)) return
  listed.add(name)
  firstListedAs.set(name, firstListedAs.get(id) ?? id)
  const from = addedFrom.get(id)
  if (from !== undefined) addedFrom.set(name, from)
}
