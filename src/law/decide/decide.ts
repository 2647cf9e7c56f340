import {
  AnnexError,
  type Basis,
  type CalendarDay,
  type EventRecord,
  isCalendarDay,
  type Outcome,
  type ReadingChoice,
  type Scenario,
  type Situation,
} from '../../treaty/index.ts'
import { realDaysOnly, remarksOnRegister } from '../check/check-register.ts'
import { knownOn } from '../check/known-facts.ts'
import { registerOf } from '../party/register.ts'
import { chosenReadings } from '../readings/choice.ts'
import { withObstacles } from './as-sent-out.ts'
import { divergencesOf } from './divergences.ts'
import { judge, outcomeFromJudgement, outcomeOf } from './judgement.ts'

/**
 * Returns what the Convention says about a proposal on a day: its status, whom it binds from which day, under which
 * provisions and readings, and what would differ under another reading. Facts dated after the day are ignored. What should
 * have prevented the draft from being sent out is reported in the findings; the events alone decide the status.
 *
 * @param options.divergences false to leave out the other readings, which is much faster
 * @throws AnnexError `usage` if `asOf` is not a day of the calendar
 */
export function decide(situation: Situation, asOf: CalendarDay, options: { divergences?: boolean } = {}): Outcome {
  if (!isCalendarDay(asOf)) {
    throw new AnnexError('usage', `${asOf} is not a day of the calendar`, 'write the day as YYYY-MM-DD')
  }
  const { parties, findings: unreal } = realDaysOnly(situation.parties)
  const known = knownOn({ ...situation, parties }, asOf)
  const register = registerOf(known.parties)
  const { choice, findings: unknown } = chosenReadings(situation.readings)
  const judgement = judge(known, register, choice, asOf)
  const outcome = outcomeFromJudgement(judgement, known, register, asOf)
  const findings = [...unknown, ...unreal, ...remarksOnRegister(known.parties), ...outcome.findings]
  const { divergences, findings: limits } =
    options.divergences === false
      ? { divergences: [], findings: [] }
      : divergencesOf(outcome, choice, (other) => outcomeOf(known, register, other, asOf))
  const decided = { ...outcome, divergences, findings: [...findings, ...limits] }
  const whole = withObstacles(decided, known, choice, judgement.verdict.opened)
  const rectified = rectifiedBy(situation, asOf)
  return options.divergences === false ? { ...whole, ...rectified, divergences: [] } : { ...whole, ...rectified }
}

/** What was rectified of the events that are known on the day, before or after their rectification. */
function rectifiedBy({ rectifications = [] }: Situation, asOf: CalendarDay): Pick<Outcome, 'rectified'> {
  const isKnown = (event: EventRecord | null) => event !== null && event.on <= asOf
  const rectified = rectifications.filter(({ was, instead }) => isKnown(was) || isKnown(instead))
  return rectified.length === 0 ? {} : { rectified }
}

/** The document that a basis is about, if a scenario names none. */
const DOCUMENTS: Record<Basis, string> = {
  '70.1': 'annex-1',
  '70.2': 'annex-1',
  '62': 'technical-annex',
  '68': 'article-4',
  correction: 'annex-1',
}

/**
 * Returns what the Convention would say about a scenario, on the day that it names.
 * @param unnamed the name of the proposal if the scenario gives none
 * @param readings options that override those of the scenario
 */
export function decideScenario(scenario: Scenario, unnamed: string, readings: ReadingChoice = {}): Outcome {
  const { name = unnamed, basis, by, document = DOCUMENTS[basis], statement, proposed, changes = [] } = scenario
  const situation = {
    proposal: { proposal: name, basis, document, by, statement, proposed, changes },
    parties: scenario.parties,
    events: scenario.events,
    readings: { ...scenario.readings, ...readings },
  }
  return decide(situation, scenario.asOf)
}
