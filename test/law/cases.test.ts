import { describe, expect, test } from 'vitest'
import { ANSWERS } from './answers.ts'
import { casesFiles, type Expected, situationOf } from './case-file.ts'

const OF_AN_OUTCOME = ['status', 'bound', 'differs', 'votes']

for (const [path, { paragraph, cases }] of casesFiles()) {
  describe(`${paragraph} (${path})`, () => {
    for (const { name, given, then } of cases) {
      const situation = situationOf(given)
      test.each(Object.entries(then))(`${name}: %s`, (day, expected) => {
        const asked = asksForAnOutcome(expected)
          ? { ...(expected.remarks === undefined ? { findings: [] } : {}), ...expected }
          : expected
        const answers = Object.keys(asked).map((key) => {
          const answer = ANSWERS[key as keyof Expected]
          return [key, answer === undefined ? 'not understood' : answer({ given, situation, day, expected })]
        })
        expect(Object.fromEntries(answers)).toEqual(asked)
      })
    }
  })
}

// Whoever asks for an outcome is told of everything found; a case that expects a finding names it.
function asksForAnOutcome(expected: Expected): boolean {
  return OF_AN_OUTCOME.some((key) => Object.hasOwn(expected, key))
}
