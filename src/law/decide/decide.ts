import { AnnexError, type CalendarDay, isCalendarDay, type Outcome, type Situation } from '../../treaty/index.ts'
import { knownOn } from '../check/known-facts.ts'
import { realDaysOnly } from '../check/real-days.ts'
import { instrumentsBesideEachOther } from '../party/instruments-beside-each-other.ts'
import { registerOf } from '../party/register.ts'
import { chosenReadings } from '../readings/choice.ts'
import { withObstacles } from './as-sent-out.ts'
import { divergencesOf } from './divergences.ts'
import { judge, outcomeOf, spelledOut } from './judgement.ts'

/**
 * What the Convention says of a proposal on a day: its status, whom it binds from when, by which provisions and
 * readings, and what would differ under another reading. Facts dated after the day do not exist for the answer. What should
 * have kept the draft from being sent out is among the findings; the status stays what the events made it.
 *
 * @param options.divergences false to leave the other readings out, which takes a fraction of the time
 * @throws AnnexError `usage` if `asOf` is not a day of the calendar
 */
export function decide(situation: Situation, asOf: CalendarDay, options: { divergences?: boolean } = {}): Outcome {
  if (!isCalendarDay(asOf)) {
    throw new AnnexError('usage', `${asOf} is not a day of the calendar`, 'give the day as YYYY-MM-DD')
  }
  const { parties, findings: unreal } = realDaysOnly(situation.parties)
  const known = knownOn({ ...situation, parties }, asOf)
  const register = registerOf(known.parties)
  const { choice, findings: unknown } = chosenReadings(situation.readings)
  const judgement = judge(known, register, choice, asOf)
  const outcome = spelledOut(judgement, known, register, asOf)
  const findings = [...unknown, ...unreal, ...instrumentsBesideEachOther(known.parties), ...outcome.findings]
  const { divergences, findings: limits } =
    options.divergences === false
      ? { divergences: [], findings: [] }
      : divergencesOf(outcome, choice, (other) => outcomeOf(known, register, other, asOf))
  const decided = { ...outcome, divergences, findings: [...findings, ...limits] }
  const whole = withObstacles(decided, known, choice, judgement.verdict.opened)
  return options.divergences === false ? { ...whole, divergences: [] } : whole
}
