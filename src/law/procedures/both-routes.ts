import { type CalendarDay, earliestOf, laterOf, type Status } from '../../treaty/index.ts'
import type { LawContext } from '../decide/docket.ts'
import { type Effect, firstDayInForce, type Verdict } from '../decide/verdict.ts'
import type { Membership } from '../party/register.ts'
import type { Procedure } from './admission-rules.ts'
import { adoptionIn, byConference } from './by-conference.ts'
import { bySilence, silenceIn } from './by-silence.ts'

const admits = { ...bySilence.admits, ...byConference.admits }

/** Reading `conference-route=alternative`: either route is open, and one is enough. */
export const eitherRoute: Procedure = {
  cite: '70(4)-(6)',
  admits,
  judge: (context) => {
    const [silence, conference] = [bySilence.judge(context), byConference.judge(context)]
    if (conference.status === 'draft') return silence
    return combinedVerdict(context, silence, conference, byEither(context, silence, conference), furthestOf)
  },
}

/**
 * Reading `conference-route=cumulative`: both steps are needed. The amendment enters into force with the later step. A State
 * that becomes a Party after that joins the Convention as amended; the other Parties must consent.
 */
export const bothRoutes: Procedure = {
  cite: '70(4)-(6)',
  admits,
  judge: (context) => {
    const [silence, conference] = [bySilence.judge(context), byConference.judge(context)]
    if (conference.status === 'draft' && silence.status === 'draft') return silence
    return combinedVerdict(context, silence, conference, byBoth(context, silence), statusOfBoth)
  },
}

interface Combined {
  effectOn: (membership: Membership) => Effect
  /** The day on which the amendment itself enters into force; null if not known. */
  entry: CalendarDay | null
}

function byEither(context: LawContext, silence: Verdict, conference: Verdict): Combined {
  const entry = firstDayInForce(context.register, combinedEffect(silence.effectOn, conference.effectOn, earlierOf))
  return { effectOn: combinedEffect(silenceIn(context, silence, entry), conference.effectOn, earlierOf), entry }
}

function byBoth(context: LawContext, silence: Verdict): Combined {
  const own = combinedEffect(silence.effectOn, adoptionIn(context, null), bothOf)
  const entry = firstDayInForce(context.register, own)
  return { effectOn: combinedEffect(silence.effectOn, adoptionIn(context, entry), bothOf), entry }
}

type Combine = (silence: Effect | null, conference: Effect | null) => CalendarDay | null

function combinedEffect(silence: Verdict['effectOn'], conference: Verdict['effectOn'], combine: Combine) {
  return (membership: Membership): Effect => {
    const [one, other] = [silence?.(membership) ?? null, conference?.(membership) ?? null]
    return { boundFrom: combine(one, other), reasons: [...(one?.reasons ?? []), ...(other?.reasons ?? [])] }
  }
}

function combinedVerdict(
  context: LawContext,
  silence: Verdict,
  conference: Verdict,
  { effectOn, entry }: Combined,
  statusOf: (silence: Verdict, conference: Verdict, inForce: boolean) => Status,
): Verdict {
  const status = statusOf(silence, conference, entry !== null && entry <= context.asOf)
  const counted = silence.status === 'draft' ? conference : silence
  const isOver = DECIDED_FOR.has(status)
  return {
    ...counted,
    ...(conference.votes === undefined ? {} : { votes: conference.votes }),
    status,
    because: [silence, conference].flatMap((verdict) => (verdict.status === 'draft' ? [] : verdict.because)),
    opened: earliestOf([silence.opened, conference.opened]),
    entersIntoForce: isOver ? entry : null,
    replayedFrom: isOver ? entry : null,
    effectOn: isOver ? effectOn : null,
  }
}

const DECIDED_FOR: ReadonlySet<Status> = new Set(['awaiting-entry', 'adopted', 'in-force'])

function earlierOf(one: Effect | null, other: Effect | null): CalendarDay | null {
  return earliestOf([one?.boundFrom ?? null, other?.boundFrom ?? null])
}

function bothOf(one: Effect | null, other: Effect | null): CalendarDay | null {
  const [day, otherDay] = [one?.boundFrom ?? null, other?.boundFrom ?? null]
  return day === null || otherDay === null ? null : laterOf(day, otherDay)
}

const FURTHEST: readonly Status[] = [
  'in-force',
  'awaiting-entry',
  'adopted',
  'circulated',
  'submitted',
  'blocked',
  'rejected',
]

// If one route stops the amendment, the other may still bring it into force.
function furthestOf(silence: Verdict, conference: Verdict): Status {
  return FURTHEST.find((status) => status === silence.status || status === conference.status) ?? silence.status
}

function statusOfBoth(silence: Verdict, conference: Verdict, inForce: boolean): Status {
  if (silence.status === 'blocked') return 'blocked'
  if (conference.status === 'rejected') return 'rejected'
  const [unopposed, adopted] = [DECIDED_FOR.has(silence.status), DECIDED_FOR.has(conference.status)]
  if (unopposed && adopted) return inForce ? 'in-force' : 'adopted'
  if (silence.status === 'circulated') return 'circulated'
  if (unopposed) return conference.status === 'submitted' ? 'submitted' : 'circulated'
  return 'submitted'
}
