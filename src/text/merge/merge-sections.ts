import type { Document, Entry, Section } from '../../treaty/index.ts'
import { matchEntries } from '../diff/match-entries.ts'
import { movedEntries } from '../diff/order-of-entries.ts'
import { sameValue } from '../diff/same-value.ts'
import { mergeOrder, type Order, type Precedence } from './merge-order.ts'
import {
  type AlignedVersion,
  asText,
  type Key,
  type MergeContext,
  mapVersions,
  mergeField,
  mergeMembers,
  mergeValue,
  type ThreeVersions,
} from './three-way.ts'

interface SectionsMerge {
  precedence: Precedence
  /** The sections that a merged entry needs although one side removed them. */
  inUse: ReadonlySet<string>
}

/**
 * Merges the sections of three versions: matched by id, with title and number merged separately. If one side removes a section
 * that the other changes or puts an entry into, that is a conflict, and the section is kept.
 */
export function mergeSections(
  three: ThreeVersions<Document>,
  context: MergeContext,
  { precedence, inUse }: SectionsMerge,
): Section[] | undefined {
  const lists = mapVersions(three, ({ sections }) => sections)
  const whole = mergeValue(lists)
  if (whole.agreed && inUse.size === 0) return whole.value
  const orders = mapVersions(lists, (sections) => orderOf(lists.base ?? [], sections ?? []))
  const byId = mapVersions(lists, (sections = []) => new Map(sections.map((section) => [section.id, section])))
  const versionsOf = (id: string) => mapVersions(byId, (sections) => sections.get(id))
  const isKept = (id: string) => {
    const { base, ours, theirs } = versionsOf(id)
    if (!base || (ours && theirs)) return true
    const left = ours ?? theirs
    return left !== undefined && (inUse.has(id) || !sameValue(base, left))
  }
  const { keys, conflicts } = mergeOrder(orders, isKept, precedence)
  if (conflicts.length > 0) return mergeField(context, 'sections', lists)
  return keys.map((id) => {
    const versions = versionsOf(id)
    const isDisputed = versions.base && (!versions.ours || !versions.theirs)
    if (isDisputed) report(context, mapVersions(versions, asText))
    return mergeSection(id, versions, context)
  })
}

function report({ document, conflicts }: MergeContext, three: ThreeVersions<string | null>): void {
  conflicts.push({ document, entry: null, field: 'sections', language: null, ...three })
}

/**
 * Returns the sections that one side removed and into which the other side put an entry, and reports each such entry as a
 * conflict of its section.
 */
export function sectionsInUse(
  entries: readonly Entry[],
  keys: readonly Key[],
  versions: ThreeVersions<AlignedVersion>,
  { sections, contextOf }: { sections: ThreeVersions<readonly Section[]>; contextOf: (entry: string) => MergeContext },
): Set<string> {
  const inUse = new Set<string>()
  const has = mapVersions(sections, (list) => new Set(list.map(({ id }) => id)))
  for (const [index, { id, section }] of entries.entries()) {
    if (section === undefined || !has.base.has(section) || (has.ours.has(section) && has.theirs.has(section))) continue
    const three = mapVersions(versions, (version) => version.entries.get(keys[index] ?? '')?.section)
    const ofRemover = has.ours.has(section) ? three.theirs : three.ours
    if (ofRemover === section) continue
    inUse.add(section)
    const { document, conflicts } = contextOf(id)
    conflicts.push({ document, entry: id, field: 'section', language: null, ...mapVersions(three, asText) })
  }
  return inUse
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
