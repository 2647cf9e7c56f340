import {
  checkDeclaration,
  checkEvent,
  checkProposal,
  conventionEntryIntoForce,
  decide,
  entryIntoForceFor,
  exclusionsOf,
  isPartyOn,
  statesPartiesOn,
} from '../../src/law/index.ts'
import type { Divergence, Finding, Outcome, Situation } from '../../src/treaty/index.ts'
import type { DeclarationCase, Expected, Given } from './case-file.ts'

interface Question {
  given: Given
  situation: Situation
  day: string
  expected: Expected
}

/** What the program answers to each thing a case may ask, in the form in which the case writes it. */
export const ANSWERS: { [Key in keyof Required<Expected>]: (question: Question) => unknown } = {
  status: (question) => outcome(question).status,
  deadline: (question) => outcome(question).deadline,
  entersIntoForce: (question) => outcome(question).entersIntoForce,
  ratifying: (question) => outcome(question).ratifying,
  objections: (question) => outcome(question).objections,
  blocksAt: (question) => outcome(question).blocksAt,
  votes: (question) => outcome(question).votes,
  bound: (question) => forEachOf(question.expected.bound, (code) => boundFrom(outcome(question), code)),
  by: (question) => forEachOf(question.expected.by, (code) => outcome(question).parties[code]?.because),
  because: (question) => {
    const cites = outcome(question).because.map(({ cite }) => cite)
    return question.expected.because?.filter((cite) => cites.includes(cite))
  },
  readings: (question) => forEachOf(question.expected.readings, (id) => outcome(question).readings[id] ?? 'not asked'),
  differs: ({ situation, day }) => decide(situation, day).divergences.map(inWords),
  findings: (question) => [...new Set(outcome(question).findings.map(({ rule }) => rule))],
  conventionInForce: ({ situation }) => conventionEntryIntoForce(situation.parties) ?? 'never',
  statesParties: ({ situation, day }) => statesPartiesOn(situation.parties, day).length,
  isParty: ({ expected, situation, day }) =>
    forEachOf(expected.isParty, (code) => isPartyOn(code, situation.parties, day)),
  inForceFor: ({ expected, situation }) => forEachOf(expected.inForceFor, (code) => inForceFor(situation, code)),
  check: ({ given, situation, day }) =>
    checkProposal({ before: [], after: [], ...given, ...situation, asOf: day }).map(found),
  excluded: ({ expected, given, situation, day }) =>
    forEachOf(expected.excluded, (code) =>
      exclusionsOf(code, situation.parties, day, situation.readings, listing(given)).map(({ treaty }) => treaty),
    ),
  declares: ({ expected, given, situation }) => expected.declares?.map((each) => declares(each, given, situation)),
  refused: ({ expected, situation }) =>
    expected.refused?.map(({ event }) => ({ event, because: checkEvent(situation, event).map(({ rule }) => rule) })),
}

function outcome({ situation, day }: Question): Outcome {
  return decide(situation, day, { divergences: false })
}

function forEachOf<T>(asked: Record<string, unknown> | undefined, answer: (key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(asked ?? {}).map((key) => [key, answer(key)]))
}

function boundFrom({ parties }: Outcome, code: string): string {
  const effect = parties[code]
  return effect === undefined ? 'no Party' : (effect.boundFrom ?? 'never')
}

function inForceFor({ parties }: Situation, code: string): string {
  const party = parties.findLast((each) => each.code === code)
  return (party === undefined ? null : entryIntoForceFor(party, parties)) ?? 'never'
}

function inWords({ reading, option, together = {}, status, parties }: Divergence): string {
  const changed = [[reading, option], ...Object.entries(together)].map((pair) => pair.join('='))
  const days = Object.entries(parties ?? {}).map(([code, day]) => `${code} ${day ?? 'never'}`)
  return [`${changed.join(' and ')}: ${status}`, ...days].join(', ')
}

function listing({ listed = [], addedFrom = {} }: Given) {
  return { listed: [...listed, ...Object.keys(addedFrom)], addedFrom: new Map(Object.entries(addedFrom)) }
}

function declares(each: DeclarationCase, given: Given, { parties, readings }: Situation): DeclarationCase {
  const party = parties.findLast(({ code }) => code === each.party)
  if (party === undefined) throw new Error(`The case has no Party ${each.party}`)
  const findings = checkDeclaration({ declaration: each.declaration, party, parties, readings, ...listing(given) })
  return { ...each, because: findings.map(({ rule }) => rule) }
}

function found({ rule, at }: Finding): string {
  return at?.path === undefined ? rule : `${rule} at ${at.path.join('.')}`
}
