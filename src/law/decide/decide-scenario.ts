import type { Basis, Outcome, ReadingChoice, Scenario } from '../../treaty/index.ts'
import { decide } from './decide.ts'

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
