import type { FiledEvent, Finding } from '../../../treaty/index.ts'
import type { DecisionContext } from '../../decide/context.ts'
import { refuses } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { reads } from '../../readings/choice.ts'
import { lastDayToObject, standingObjection } from './paragraph-4-one-third-objects.ts'

/** Whether an objection of a State Party has effect (paragraph 4). */
export function admitObjection(event: FiledEvent, context: DecisionContext, membership: Membership): Finding[] {
  const { code } = membership.party
  const standing = standingObjection(context.docket, membership)
  if (standing !== undefined) {
    return [
      refuses(
        event,
        'party',
        'objection-once',
        '70(4)',
        `${code} has objected already, on ${dayInWords(standing.on)}; a Party is counted once.`,
        'Keep it, if received, marked `withoutEffect`, as --force files it.',
      ),
    ]
  }
  return withinSixMonths(event, context, 'An objection')
}

/** Whether a withdrawal of an objection has effect (reading `objection-withdrawal`). */
export function admitWithdrawal(event: FiledEvent, context: DecisionContext, membership: Membership): Finding[] {
  const { code } = membership.party
  if (standingObjection(context.docket, membership) === undefined) {
    return [
      refuses(
        event,
        'party',
        'withdrawal-without-objection',
        '70(4)',
        `${code} has no objection that it could withdraw.`,
        'Check the Party and the day received; an objection is recorded before its withdrawal.',
      ),
    ]
  }
  if (reads(context.choice, 'objection-withdrawal', 'irrevocable')) {
    return [
      refuses(
        event,
        'event',
        'withdrawal-irrevocable',
        '70(4)',
        `By the reading objection-withdrawal=irrevocable the objection of ${code} stands.`,
        'Record its acceptance under 70(7) once the Party notifies it.',
      ),
    ]
  }
  return withinSixMonths(event, context, 'A withdrawal')
}

function withinSixMonths(event: FiledEvent, context: DecisionContext, what: string): Finding[] {
  const sent = context.docket.first.get('circulated')
  if (sent === undefined || event.on <= lastDayToObject(sent.on)) return []
  const way =
    event.event === 'objection'
      ? 'The Party is bound as one that kept silent.'
      : 'It is no acceptance; the Party may notify its acceptance under 70(7).'
  return [
    refuses(
      event,
      'on',
      'objection-in-time',
      '70(4)',
      `${what} received on ${dayInWords(event.on)} is too late: the last day was ${dayInWords(lastDayToObject(sent.on))}.`,
      `Keep it, if received, marked \`withoutEffect\`, as --force files it. ${way}`,
    ),
  ]
}
