// Replaces vitest for the tests of the law: tests are collected when they are declared, and run when the mutation runner asks
// for them. The assertions are vitest's own.
import { format } from 'node:util'
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

export const { expect } = chai

let declared = []
const outer = []

/** Returns the tests declared so far, and forgets them: for each its full name and its body. */
export function takeTests() {
  const tests = declared
  declared = []
  return tests
}

export function describe(name, body) {
  outer.push(name)
  body()
  outer.pop()
}

export function test(name, body) {
  declared.push({ name: [...outer, name].join(' > '), body })
}

describe.each = each(describe)
test.each = each(test)

function each(declare) {
  return (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row]
      const asked = name.match(/%[sdo]/g)?.length ?? 0
      declare(format(name, ...values.slice(0, asked)), () => body(...values))
    }
  }
}
