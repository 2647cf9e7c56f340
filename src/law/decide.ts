import { AnnexError, type CalendarDay, isCalendarDay, type Outcome, type Situation } from '../treaty/index.ts'
import { divergencesOf } from './divergences.ts'
import { instrumentsBesideEachOther } from './instruments-beside-each-other.ts'
import { outcomeOf } from './judgement.ts'
import { knownOn } from './known-facts.ts'
import { chosenReadings } from './readings/choice.ts'
import { realDaysOnly } from './real-days.ts'
import { registerOf } from './register.ts'

/**
 * What the Convention says of a proposal on a day: its status, whom it binds from when, by which provisions and
 * readings, and what would differ under another reading. Facts dated after the day do not exist for the answer.
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
  const outcome = outcomeOf(known, register, choice, asOf)
  const findings = [...unknown, ...unreal, ...instrumentsBesideEachOther(known.parties), ...outcome.findings]
  if (options.divergences === false) return { ...outcome, findings }
  const { divergences, findings: limits } = divergencesOf(outcome, choice, (other) =>
    outcomeOf(known, register, other, asOf),
  )
  return { ...outcome, divergences, findings: [...findings, ...limits] }
}
