import type { CalendarDay, Change, Divergence, Entry, Finding, Outcome, Situation, Slug } from '../../treaty/index.ts'
import { partiesKnownOn } from '../check/known-facts.ts'
import { registerOf } from '../party/register.ts'
import type { Choice } from '../readings/choice.ts'
import { type FindingDivergence, findingsUnderOtherReadings } from './divergences.ts'
import { obstaclesTo, readingsInvolved, type SendingOut, sentOutOn } from './sending-out.ts'

/**
 * Adds findings for rules that should have prevented the draft from being sent out. The status does not change: whether
 * the Secretary-General should have sent the draft, and what happened to it, are two questions.
 *
 * Only given facts are tested. Standing is tested if a proposer is named, and the changes if there are any. Article 70(3)
 * is tested for an instrument whose facts are known from a change that adds or removes it, or from the document.
 *
 * @param known the situation as it was known on the day asked about
 * @param opened the day on which its procedure started; null if it did not
 */
export function withObstacles(outcome: Outcome, known: Situation, choice: Choice, opened: CalendarDay | null): Outcome {
  const { proposal, entries = [] } = known
  const day = sentOutOn(opened, known.events)
  if (day === null) return outcome
  const register = registerOf(partiesKnownOn(known.parties, day))
  const sending = { proposal, register, day, ...entriesGiven(proposal.changes, entries) }
  const under = (other: Choice) => obstaclesTo(sending, other).filter((finding) => isOfWhatIsGiven(finding, sending))
  const found = under(choice)
  const otherwise = findingsUnderOtherReadings(readingsInvolved(proposal), choice, found, under)
  const said = new Set(outcome.findings.map(({ rule }) => rule))
  const rests = otherwise.map(({ reading }): [string, string] => [reading, choice[reading]])
  return {
    ...outcome,
    readings: { ...outcome.readings, ...Object.fromEntries(rests) },
    divergences: withFindings(outcome, otherwise),
    findings: [
      ...outcome.findings,
      ...found.filter(({ rule }) => !said.has(rule)).map((finding) => inChanges(finding, sending)),
    ],
  }
}

function isOfWhatIsGiven({ rule }: Finding, { proposal: { by, changes } }: SendingOut): boolean {
  if (rule === 'law/standing') return by !== undefined
  return rule !== 'law/something-changed' || changes.length > 0
}

/** Returns what is known about the entries that the changes touch, before and after. */
function entriesGiven(changes: readonly Change[], entries: readonly Entry[]): Pick<SendingOut, 'before' | 'after'> {
  const known = new Map<Slug, Entry>(entries.map((entry) => [entry.id, entry]))
  for (const change of changes) {
    if (change.kind === 'added') known.set(change.entry, change.after)
    if (change.kind === 'renamed') rename(known, change.before, change.after)
  }
  for (const change of changes) if (change.kind === 'fact') correct(known, change.entry, change.after)
  const removed = changes.flatMap((change) => (change.kind === 'removed' ? [change.before] : []))
  const gone = new Set(removed.map(({ id }) => id))
  const touched = [...new Set(changes.flatMap(({ entry }) => (entry === null || gone.has(entry) ? [] : [entry])))]
  return { before: removed, after: touched.flatMap((id) => known.get(id) ?? []) }
}

function rename(known: Map<Slug, Entry>, before: Slug, after: Slug): void {
  const entry = known.get(before)
  if (entry !== undefined) known.set(after, { ...entry, id: after })
}

function correct(known: Map<Slug, Entry>, id: Slug, facts: Entry['facts'] | null): void {
  const entry = known.get(id)
  if (entry === undefined) return
  const { facts: _, ...rest } = entry
  known.set(id, facts === null || facts === undefined ? rest : { ...rest, facts })
}

// An outcome has no document, so a finding about an entry points to the change of that entry.
function inChanges(finding: Finding, { proposal: { changes }, after }: SendingOut): Finding {
  const [room, index, ...rest] = finding.at?.path ?? []
  if (room !== 'entries') return finding
  const id = typeof index === 'number' ? after[index]?.id : undefined
  const place = changes.findIndex(({ entry }) => id !== undefined && entry === id)
  if (place < 0) return { ...finding, at: { path: ['changes'] } }
  return {
    ...finding,
    at: { path: ['changes', place, ...(changes[place]?.kind === 'added' ? ['after', ...rest] : [])] },
  }
}

function withFindings({ status, divergences }: Outcome, otherwise: readonly FindingDivergence[]): Divergence[] {
  const isOf = ({ reading, option, together }: Divergence, other: FindingDivergence) =>
    together === undefined && reading === other.reading && option === other.option
  const merged = divergences.map((divergence) => {
    const other = otherwise.find((each) => isOf(divergence, each))
    return other === undefined ? divergence : { ...divergence, findings: other.findings }
  })
  const more = otherwise.filter((other) => !divergences.some((divergence) => isOf(divergence, other)))
  return [...merged, ...more.map(({ reading, option, findings }) => ({ reading, option, status, findings }))]
}
