import { parseScenarios } from '../../files/index.ts'
import { decideScenario } from '../../law/index.ts'
import type { Outcome, ReadingChoice } from '../../treaty/index.ts'
import { dataOf } from '../record/sound-files.ts'

/**
 * Decides invented proposals: one outcome for each YAML document of the file, in order.
 * @param readings options that replace those the scenario chose
 * @throws AnnexError invalid, naming the file and line of the first error
 */
export function simulate(source: { file: string; bytes: Uint8Array }, readings: ReadingChoice): Outcome[] {
  const scenarios = parseScenarios(source).map((parsed) => dataOf(parsed, `annex validate ${source.file}`))
  return scenarios.map((scenario, index) => decideScenario(scenario, `${source.file}#${index + 1}`, readings))
}
