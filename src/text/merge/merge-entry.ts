import type { Entry, EntryText, Facts } from '../../treaty/index.ts'
import { rewordedParts } from '../diff/changes-in-entry.ts'
import { sameValue } from '../diff/same-value.ts'
import {
  type MergeContext,
  mapVersions,
  mergeField,
  mergeMembers,
  mergeValue,
  type ThreeVersions,
} from './three-way.ts'

/** Three versions of an entry; undefined if a version does not have it. */
export type EntryVersions = ThreeVersions<Entry | undefined>

/** Whether the merged document has an entry: kept, removed, or kept although one side removed it, which is a conflict. */
export type Keeping = 'kept' | 'removed' | 'disputed'

/**
 * Returns whether the merged document keeps the entry. If one side removes it and the other changes its words or its id, that is a
 * conflict.
 * @param isEditorialCounted whether a change of facts or notes is a conflict too
 */
export function keepingOf(
  { base, ours, theirs }: EntryVersions,
  { document, entry, conflicts }: MergeContext,
  isEditorialCounted: boolean,
): Keeping {
  if (!base || (ours && theirs)) return 'kept'
  const left = ours ?? theirs
  if (!left) return 'removed'
  // Numbers and places follow from other entries, and facts and notes are editorial, so a change of these does not keep the entry.
  const isChanged = left.id !== base.id || rewordedParts(base.text, left.text).length > 0
  if (!isChanged && !(isEditorialCounted && !isSameEditorially(base, left))) return 'removed'
  const words = mapVersions({ base, ours, theirs }, wordsOf)
  conflicts.push({ document, entry, field: 'entry', language: null, ...words })
  return 'disputed'
}

function isSameEditorially(one: Entry, other: Entry): boolean {
  return sameValue(one.facts, other.facts) && sameValue(one.note, other.note)
}

function wordsOf(entry: Entry | undefined): string | null {
  if (!entry) return null
  return Object.values(entry.text)
    .flatMap((words) => Object.values(words))
    .join('\n')
}

/** Merges an entry field by field. Its number is our side's: `mergeNumbers` decides numbers afterwards. */
export function mergeEntry(three: EntryVersions, context: MergeContext): Entry {
  const only = three.ours ?? three.theirs
  if (!three.ours || !three.theirs) return only ?? { id: '', text: {} }
  if (three.ours === three.theirs) return three.ours
  const field = <Name extends keyof Entry>(name: Name): Entry[Name] | undefined => {
    const versions = mapVersions(three, (entry) => entry?.[name])
    return mergeField(context, name, versions)
  }
  // A key of the schema that is missing here does not compile.
  const fields: { [Name in keyof Required<Entry>]: Entry[Name] } = {
    id: field('id') ?? three.ours.id,
    number: three.ours.number,
    section: field('section'),
    formerly: field('formerly'),
    text: mergeText(three, context),
    facts: mergeFacts(three, context),
    note: field('note'),
  }
  const { id, text, number, section, formerly, facts, note, ...others } = fields
  return {
    id,
    ...(number === undefined ? {} : { number }),
    ...(section === undefined ? {} : { section }),
    ...(formerly === undefined ? {} : { formerly }),
    text,
    ...(facts === undefined ? {} : { facts }),
    ...(note === undefined ? {} : { note }),
    ...others,
  }
}

function mergeText(three: EntryVersions, context: MergeContext): EntryText {
  const texts = mapVersions(three, (entry) => entry?.text)
  const merged = mergeMembers(texts, (field, fields) =>
    mergeMembers(fields, (language, words) => mergeField(context, field, words, language)),
  )
  return merged ?? {}
}

function mergeFacts(three: EntryVersions, context: MergeContext): Facts | undefined {
  const facts = mapVersions(three, (entry) => entry?.facts as Record<string, unknown> | undefined)
  const whole = mergeValue(facts)
  if (whole.agreed) return whole.value
  return mergeMembers(facts, (name, values) => mergeField(context, `facts.${name}`, values))
}
