import { mergeValue, type ThreeVersions } from '../../text/index.ts'
import { canonicalJson, type ReadingDecision, type ReadingsFile } from '../../treaty/index.ts'

/**
 * Merges the readings that two sides set. Both sides' decisions are kept, the second side's first.
 * @returns null if the sides set one reading to different options
 */
export function mergedReadings({ base, ours, theirs }: ThreeVersions<ReadingsFile>): ReadingsFile | null {
  const readings: [string, string][] = []
  for (const id of new Set([base, theirs, ours].flatMap((file) => Object.keys(file.readings)))) {
    const merged = mergeValue({ base: base.readings[id], ours: ours.readings[id], theirs: theirs.readings[id] })
    if (!merged.agreed) return null
    if (merged.value !== undefined) readings.push([id, merged.value])
  }
  const decisions = [...(theirs.decisions ?? []), ...decisionsOnlyIn(ours, theirs)]
  return { readings: Object.fromEntries(readings), ...(decisions.length === 0 ? {} : { decisions }) }
}

/** Returns the decisions of a file that the other does not have. */
export function decisionsOnlyIn(file: ReadingsFile, other: ReadingsFile): ReadingDecision[] {
  const known = new Set((other.decisions ?? []).map((each) => canonicalJson(each)))
  return (file.decisions ?? []).filter((each) => !known.has(canonicalJson(each)))
}

/**
 * Returns whether a merged file keeps the readings of both sides and adds nothing. Where the sides set one reading to different
 * options, either of them may stand.
 */
export function keepsReadings(versions: ThreeVersions<ReadingsFile>, merged: ReadingsFile): boolean {
  const { base, ours, theirs } = versions
  const all = { readings: {}, decisions: [...(ours.decisions ?? []), ...decisionsOnlyIn(theirs, ours)] }
  if (decisionsOnlyIn(all, merged).length > 0 || decisionsOnlyIn(merged, all).length > 0) return false
  return [...new Set([base, ours, theirs, merged].flatMap((file) => Object.keys(file.readings)))].every((id) => {
    const three = { base: base.readings[id], ours: ours.readings[id], theirs: theirs.readings[id] }
    const due = mergeValue(three)
    const may = due.agreed ? [due.value] : [three.ours, three.theirs]
    return may.includes(merged.readings[id])
  })
}
