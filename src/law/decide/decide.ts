import {
  AnnexError,
  type Basis,
  type CalendarDay,
  isCalendarDay,
  type Outcome,
  type ReadingChoice,
  type Scenario,
  type Situation,
} from '../../treaty/index.ts'
import { overlappingInstruments, realDaysOnly } from '../check/check-register.ts'
import { knownOn } from '../check/known-facts.ts'
import { registerOf } from '../party/register.ts'
import { chosenReadings } from '../readings/choice.ts'
import { withObstacles } from './as-sent-out.ts'
import { divergencesOf } from './divergences.ts'
import { judge, outcomeFromJudgement, outcomeOf } from './judgement.ts'

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
  const outcome = outcomeFromJudgement(judgement, known, register, asOf)
  const findings = [...unknown, ...unreal, ...overlappingInstruments(known.parties), ...outcome.findings]
  const { divergences, findings: limits } =
    options.divergences === false
      ? { divergences: [], findings: [] }
      : divergencesOf(outcome, choice, (other) => outcomeOf(known, register, other, asOf))
  const decided = { ...outcome, divergences, findings: [...findings, ...limits] }
  const whole = withObstacles(decided, known, choice, judgement.verdict.opened)
  return options.divergences === false ? { ...whole, divergences: [] } : whole
}

/** The document that a basis is about, where a scenario names none. */
const DOCUMENTS: Record<Basis, string> = {
  '70.1': 'annex-1',
  '70.2': 'annex-1',
  '62': 'technical-annex',
  '68': 'article-4',
  correction: 'annex-1',
}

/**
 * What the Convention would say of a what-if, on the day that it names.
 * @param unnamed what the proposal is called where the scenario gives it no name
 * @param readings options that go before those the scenario chose
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
