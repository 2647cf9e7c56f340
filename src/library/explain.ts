import { type EntryQuestion, type Explanation, explain as explainBy } from '../law/index.ts'
import { replay } from '../text/index.ts'

/** Explains whether an entry binds a Party on a day, with the provisions, facts and readings that decide it. */
export function explain(question: EntryQuestion): Explanation {
  return explainBy(question, replay)
}
