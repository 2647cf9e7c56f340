import type { Document, Section } from '../../treaty/index.ts'
import { matchEntries } from '../diff/match-entries.ts'
import { movedEntries } from '../diff/order-of-entries.ts'
import { mergeOrder, type Order, type Precedence } from './merge-order.ts'
import { type Reconciling, reconcile, reconcileMembers } from './reconcile.ts'
import { mapThree, mergeThree, type Three } from './three-way.ts'

/** The sections that three versions come to: each by its id, title and number by themselves. */
export function mergeSections(
  three: Three<Document>,
  into: Reconciling,
  precedence: Precedence,
): Section[] | undefined {
  const lists = mapThree(three, ({ sections }) => sections)
  const whole = mergeThree(lists)
  if (whole.agreed) return whole.value
  const orders = mapThree(lists, (sections) => orderOf(lists.base ?? [], sections ?? []))
  const byId = mapThree(lists, (sections = []) => new Map(sections.map((section) => [section.id, section])))
  const survives = (id: string) => {
    const { base, ours, theirs } = mapThree(byId, (sections) => sections.get(id))
    return !base || (ours !== undefined && theirs !== undefined)
  }
  const { keys, conflicts } = mergeOrder(orders, survives, precedence)
  if (conflicts.length > 0) return reconcile(into, 'sections', lists)
  return keys.map((id) =>
    mergeSection(
      id,
      mapThree(byId, (sections) => sections.get(id)),
      into,
    ),
  )
}

// A list of sections is put in order as a list of entries is.
function orderOf(base: readonly Section[], sections: readonly Section[]): Order {
  const asDocument = (list: readonly Section[]): Document => ({
    document: 'sections',
    title: {},
    entries: list.map(({ id }) => ({ id, text: { id: { en: id } } })),
  })
  const [before, after] = [asDocument(base), asDocument(sections)]
  const matching = matchEntries(before, after)
  const floating = movedEntries(after, matching)
  for (const { id } of matching.added) floating.add(id)
  return { keys: sections.map(({ id }) => id), floating }
}

function mergeSection(id: string, three: Three<Section | undefined>, into: Reconciling): Section {
  const number = reconcile(
    into,
    'sections',
    present(
      mapThree(three, (section) => section?.number),
      three,
    ),
  )
  const titles = present(
    mapThree(three, (section) => section?.title),
    three,
  )
  const title = reconcileMembers(titles, (language, words) => reconcile(into, 'sections', words, language)) ?? {}
  return number === undefined ? { id, title } : { id, number, title }
}

// What one side alone added is as that side has it.
function present<Value>(values: Three<Value>, { ours, theirs }: Three<Section | undefined>): Three<Value> {
  if (!ours) return { ...values, ours: values.theirs, base: values.theirs }
  return theirs ? values : { ...values, theirs: values.ours, base: values.ours }
}
