import type { Document, Section } from '../../treaty/index.ts'
import { matchEntries } from '../diff/match-entries.ts'
import { movedEntries } from '../diff/order-of-entries.ts'
import { mergeOrder, type Order, type Precedence } from './merge-order.ts'
import {
  type MergeContext,
  mapVersions,
  mergeField,
  mergeMembers,
  mergeValue,
  type ThreeVersions,
} from './three-way.ts'

/** Merges the sections of three versions: matched by id, with title and number merged separately. */
export function mergeSections(
  three: ThreeVersions<Document>,
  context: MergeContext,
  precedence: Precedence,
): Section[] | undefined {
  const lists = mapVersions(three, ({ sections }) => sections)
  const whole = mergeValue(lists)
  if (whole.agreed) return whole.value
  const orders = mapVersions(lists, (sections) => orderOf(lists.base ?? [], sections ?? []))
  const byId = mapVersions(lists, (sections = []) => new Map(sections.map((section) => [section.id, section])))
  const versionsOf = (id: string) => mapVersions(byId, (sections) => sections.get(id))
  const isKept = (id: string) => {
    const { base, ours, theirs } = versionsOf(id)
    return !base || (ours !== undefined && theirs !== undefined)
  }
  const { keys, conflicts } = mergeOrder(orders, isKept, precedence)
  if (conflicts.length > 0) return mergeField(context, 'sections', lists)
  return keys.map((id) => mergeSection(id, versionsOf(id), context))
}

// Sections are ordered by the same algorithm as entries.
function orderOf(base: readonly Section[], sections: readonly Section[]): Order {
  const asDocument = (list: readonly Section[]): Document => ({
    document: 'sections',
    title: {},
    entries: list.map(({ id }) => ({ id, text: { id: { en: id } } })),
  })
  const [before, after] = [asDocument(base), asDocument(sections)]
  const matching = matchEntries(before, after)
  const addedOrMoved = movedEntries(after, matching)
  for (const { id } of matching.added) addedOrMoved.add(id)
  return { keys: sections.map(({ id }) => id), addedOrMoved }
}

function mergeSection(id: string, three: ThreeVersions<Section | undefined>, context: MergeContext): Section {
  const numbers = mapVersions(three, (section) => section?.number)
  const number = mergeField(context, 'sections', ofSideThatHasIt(numbers, three))
  const titles = mapVersions(three, (section) => section?.title)
  const title = mergeMembers(ofSideThatHasIt(titles, three), (language, words) =>
    mergeField(context, 'sections', words, language),
  )
  return number === undefined ? { id, title: title ?? {} } : { id, number, title: title ?? {} }
}

// A section that only one side has is as that side has it.
function ofSideThatHasIt<Value>(
  values: ThreeVersions<Value>,
  { ours, theirs }: ThreeVersions<Section | undefined>,
): ThreeVersions<Value> {
  if (!ours) return { ...values, ours: values.theirs, base: values.theirs }
  return theirs ? values : { ...values, theirs: values.ours, base: values.ours }
}
