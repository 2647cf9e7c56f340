import type { Entry, EntryText, Facts } from '../../treaty/index.ts'
import { rewordedParts } from '../diff/changes-in-entry.ts'
import { type Reconciling, reconcile, reconcileMembers } from './reconcile.ts'
import { mapThree, mergeThree, type Three } from './three-way.ts'

/** An entry of three versions; absent where a version does not have it. */
export type ThreeEntries = Three<Entry | undefined>

/** Whether the entry is in the merged document; a side that removes what the other rewords is a conflict, and it stays. */
export function survives({ base, ours, theirs }: ThreeEntries, into: Reconciling): boolean {
  if (!base || (ours && theirs)) return true
  const left = ours ?? theirs
  if (!left) return false
  // Numbers and places follow from others; facts and notes are editorial: none of them keeps what was to be removed.
  const touched = left.id !== base.id || rewordedParts(base.text, left.text).length > 0
  if (touched) {
    const { document, entry, conflicts } = into
    conflicts.push({ document, entry, field: 'entry', language: null, ...mapThree({ base, ours, theirs }, wordsOf) })
  }
  return touched
}

function wordsOf(entry: Entry | undefined): string | null {
  if (!entry) return null
  return Object.values(entry.text)
    .flatMap((words) => Object.values(words))
    .join('\n')
}

/** The entry that the versions come to, its number as on our side until numbers are settled. */
export function mergeEntry(three: ThreeEntries, into: Reconciling): Entry {
  const only = three.ours ?? three.theirs
  if (!three.ours || !three.theirs) return only ?? { id: '', text: {} }
  const field = <Name extends keyof Entry>(name: Name): Entry[Name] | undefined =>
    reconcile(
      into,
      name,
      mapThree(three, (entry) => entry?.[name]),
    )
  const { number } = three.ours
  const section = field('section')
  const formerly = field('formerly')
  const facts = mergeFacts(three, into)
  const note = field('note')
  return {
    id: field('id') ?? three.ours.id,
    ...(number === undefined ? {} : { number }),
    ...(section === undefined ? {} : { section }),
    ...(formerly === undefined ? {} : { formerly }),
    text: mergeText(three, into),
    ...(facts === undefined ? {} : { facts }),
    ...(note === undefined ? {} : { note }),
  }
}

function mergeText(three: ThreeEntries, into: Reconciling): EntryText {
  const texts = mapThree(three, (entry) => entry?.text)
  const merged = reconcileMembers(texts, (field, fields) =>
    reconcileMembers(fields, (language, words) => reconcile(into, field, words, language)),
  )
  return merged ?? {}
}

function mergeFacts(three: ThreeEntries, into: Reconciling): Facts | undefined {
  const facts = mapThree(three, (entry) => entry?.facts as Record<string, unknown> | undefined)
  const whole = mergeThree(facts)
  if (whole.agreed) return whole.value
  return reconcileMembers(facts, (name, values) => reconcile(into, `facts.${name}`, values))
}
