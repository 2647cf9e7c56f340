import { parseScenarios } from '../../files/index.ts'
import { decideScenario } from '../../law/index.ts'
import type { Outcome, ReadingChoice } from '../../treaty/index.ts'
import { dataOf } from '../record/data-of.ts'

/**
 * What the Convention would say: one outcome a YAML document of the file, in order.
 * @param readings options that go before those the scenario chose
 * @throws AnnexError invalid, naming the file and line of the first error
 */
export function simulate(source: { file: string; bytes: Uint8Array }, readings: ReadingChoice): Outcome[] {
  const scenarios = parseScenarios(source).map((parsed) => dataOf(parsed, `annex validate ${source.file}`))
  return scenarios.map((scenario, index) => decideScenario(scenario, `${source.file}#${index + 1}`, readings))
}
