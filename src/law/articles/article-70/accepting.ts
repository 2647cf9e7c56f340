import { type CalendarDay, earliestOf, type FiledEvent, type Finding, type RulePage } from '../../../treaty/index.ts'
import type { LawContext } from '../../decide/docket.ts'
import { refuses } from '../../decide/finding.ts'
import { contradicts } from '../../decide/second-letter.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads } from '../../readings/choice.ts'
import { isOneThird, lastDayToObject } from './paragraph-4-one-third-objects.ts'
import { entryAfter } from './paragraph-5-enters-into-force.ts'
import { countVote, entryAfterAdoption } from './paragraph-6-conference-adopts.ts'
import { positionOf } from './position.ts'
import { tallyObjections } from './tally.ts'

export const ACCEPTANCE_WITHOUT_OBJECTION = {
  id: 'law/acceptance-without-objection',
  level: 'error',
  cite: '70(7)',
  title: 'A Party that accepts has objected before',
  why: 'A Party that did not object is bound by 70(5) without any act of its own.',
} as const satisfies RulePage

export const ACCEPTANCE_ONCE = {
  id: 'law/acceptance-once',
  level: 'warning',
  title: 'A Party accepts once',
  why: 'The first acceptance sets the day from which the Party is bound.',
} as const satisfies RulePage

export const ACCEPTANCE_BEFORE_ENTRY = {
  id: 'law/acceptance-before-entry',
  level: 'error',
  cite: '70(7)',
  title: 'The reading chosen gives effect to an acceptance before the amendment enters into force',
  why: 'Paragraph 7 begins with "After an amendment has entered into force". Under the reading early-acceptance=none an earlier acceptance has no effect.',
} as const satisfies RulePage

export const ACCEPTANCE_OF_A_STOPPED_AMENDMENT = {
  id: 'law/acceptance-of-a-stopped-amendment',
  level: 'error',
  cite: '70(4)',
  title: 'An amendment that was stopped cannot be accepted',
  why: 'Objections of one third of the Parties stop an amendment: it does not enter into force for any Party.',
} as const satisfies RulePage

/** Checks an acceptance: the Party has objected, has not yet accepted, and the amendment is not stopped. */
export function admitAcceptance(event: FiledEvent, context: LawContext, membership: Membership): Finding[] {
  const { code } = membership.party
  const { objection, acceptance } = positionOf(context, membership)
  if (objection === undefined) {
    const message = `${code} has not objected, so there is nothing to accept under 70(7).`
    const hint = 'Do not file it: a Party that did not object is bound under 70(5) without any act of its own.'
    return [refuses(ACCEPTANCE_WITHOUT_OBJECTION, event, 'party', message, hint)]
  }
  if (acceptance !== undefined) {
    return [contradicts(ACCEPTANCE_ONCE, event, acceptance, `${code} has already accepted`, '70(7)')]
  }
  const stopped = refusedIfStopped(event, context)
  return stopped.length > 0 ? stopped : refusedBeforeEntry(event, context)
}

function refusedBeforeEntry(event: FiledEvent, context: LawContext): Finding[] {
  const entry = firstDayOfEntry(context)
  if (!reads(context.choice, 'early-acceptance', 'none') || (entry !== null && event.on >= entry)) return []
  const message = `The acceptance received on ${dayInWords(event.on)} is too early: the amendment has not entered into force.`
  const hint = 'Under early-acceptance=at-entry it has effect from the entry into force.'
  return [refuses(ACCEPTANCE_BEFORE_ENTRY, event, 'on', message, hint)]
}

// By silence, or by an earlier adoption of the Conference if either route is enough.
function firstDayOfEntry(context: LawContext): CalendarDay | null {
  const { docket, choice } = context
  const sent = docket.first.get('circulated')
  const bySilence = sent === undefined ? null : entryAfter(lastDayToObject(sent.on))
  const vote = docket.first.get('conference-vote')
  const isEither = reads(choice, 'conference-route', 'alternative')
  if (!isEither || vote === undefined || !countVote(context, vote).adopted) return bySilence
  return earliestOf([bySilence, entryAfterAdoption(vote.on)])
}

function refusedIfStopped(event: FiledEvent, context: LawContext): Finding[] {
  const sent = context.docket.first.get('circulated')
  if (sent === undefined || event.on <= lastDayToObject(sent.on)) return []
  const { objections, ratifying } = tallyObjections({ ...context, asOf: event.on }, sent)
  if (!isOneThird(objections, ratifying) || isOpenToTheConference(context)) return []
  const message = `${objections} of ${ratifying} States Parties objected, so the amendment is stopped and does not enter into force.`
  const hint = 'Make a new proposal under 70(1).'
  return [refuses(ACCEPTANCE_OF_A_STOPPED_AMENDMENT, event, 'on', message, hint)]
}

// If either route is enough, the Conference can still adopt what objections have stopped, unless it has rejected it.
function isOpenToTheConference(context: LawContext): boolean {
  const { choice, docket } = context
  if (!reads(choice, 'conference-route', 'alternative') || !docket.first.has('submitted')) return false
  const vote = docket.first.get('conference-vote')
  return vote === undefined || countVote(context, vote).adopted
}
