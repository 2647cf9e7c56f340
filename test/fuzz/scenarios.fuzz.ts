import fc from 'fast-check'
import { expect } from 'vitest'
import { stringify } from 'yaml'
import { outcomeText } from '../../src/render/index.ts'
import { simulate } from '../../src/workflows/index.ts'
import { expectPrintable, fuzz, unlessRefused } from './fuzz.ts'
import { mutatedBytes } from './mutate.ts'
import { validFiles, YAML_TOKENS } from './valid-files.ts'

const day = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('2017-03-01', '2021-01-15', '2021-07-15', '2021-08-14', '2024-02-29') },
  fc.constantFrom('0000-01-01', '0001-01-01', '9999-12-31', '9999-07-01', '2021-02-29'),
)
const code = fc.constantFrom('FRA', 'BRA', 'EUN', 'X1')
const party = fc.record(
  {
    code,
    name: fc.string({ unit: 'binary', maxLength: 6 }),
    instrument: fc.constantFrom('ratification', 'acceptance', 'approval', 'accession', 'formal-confirmation'),
    deposited: day,
    denounced: day,
    organization: fc.boolean(),
    members: fc.array(code, { maxLength: 2 }),
  },
  { requiredKeys: ['code', 'instrument', 'deposited'] },
)
const count = fc.oneof(fc.nat({ max: 40 }), fc.array(code, { maxLength: 3 }))
const event = fc.record(
  {
    on: day,
    event: fc.constantFrom(
      ...[
        'circulated',
        'submitted',
        'recommended',
        'objection',
        'objection-withdrawn',
        'acceptance',
        'conference-vote',
      ],
      ...['consent', 'suggested', 'ratification', 'correction-objection', 'withdrawn'],
    ),
    party: code,
    inFavour: count,
    against: count,
    abstaining: count,
    consensus: fc.boolean(),
  },
  { requiredKeys: ['on', 'event'] },
)
const scenario = fc.record(
  {
    name: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    asOf: day,
    basis: fc.constantFrom('70.1', '70.2', '62', '68', 'correction'),
    by: fc.oneof(code, fc.constantFrom('secretariat', 'commission', 'depositary')),
    proposed: day,
    parties: fc.uniqueArray(party, { maxLength: 5, selector: (one) => one.code }),
    events: fc.array(event, { maxLength: 6 }),
    readings: fc.dictionary(
      fc.constantFrom('denominator-date', 'late-joiner', 'none'),
      fc.constantFrom('circulation', 'x'),
    ),
  },
  { requiredKeys: ['asOf', 'basis', 'parties', 'events'] },
)

const made = scenario.map((one) => Buffer.from(stringify(one)))
const valid = fc.constantFrom(...validFiles('scenario').map((text) => Buffer.from(text)))
const files = fc.oneof(made, mutatedBytes(fc.oneof(made, valid), YAML_TOKENS))

fuzz('a what-if is answered, or refused in words', files, (bytes) => {
  const outcomes = unlessRefused(() => simulate({ file: 'what-if.yaml', bytes }, {})) ?? []
  for (const outcome of outcomes) {
    expectPrintable(outcomeText(outcome, {}, 80))
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome)
  }
})
