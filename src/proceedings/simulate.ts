import { decide } from '../law/index.ts'
import { parseScenarios } from '../store/index.ts'
import type { Basis, Outcome, ReadingChoice, Scenario } from '../treaty/index.ts'
import { dataOf } from './data-of.ts'

/** The document that a basis is about, where a scenario names none. */
const DOCUMENTS: Record<Basis, string> = {
  '70.1': 'annex-1',
  '70.2': 'annex-1',
  '62': 'technical-annex',
  '68': 'article-4',
  correction: 'annex-1',
}

/**
 * What the Convention would say: one outcome a YAML document of the file, in order.
 * @param readings options that go before those the scenario chose
 * @throws AnnexError invalid, naming the file and line of the first error
 */
export function simulate(source: { file: string; bytes: Uint8Array }, readings: ReadingChoice): Outcome[] {
  const scenarios = parseScenarios(source).map((parsed) => dataOf(parsed, `annex validate ${source.file}`))
  return scenarios.map((scenario, index) => simulateOne(scenario, `${source.file}#${index + 1}`, readings))
}

function simulateOne(scenario: Scenario, unnamed: string, readings: ReadingChoice): Outcome {
  const { name = unnamed, basis, by, document = DOCUMENTS[basis], statement, proposed, changes = [] } = scenario
  const situation = {
    proposal: { proposal: name, basis, document, by, statement, proposed, changes },
    parties: scenario.parties,
    events: scenario.events,
    readings: { ...scenario.readings, ...readings },
  }
  return decide(situation, scenario.asOf)
}
