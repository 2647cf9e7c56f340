import {
  bindingChanges,
  checkDeclaration,
  checkEvent,
  checkProposal,
  conventionEntryIntoForce,
  decide,
  entryIntoForceFor,
  exclusionsOf,
  isPartyOn,
  statesPartiesOn,
  voidDenunciations,
} from '../../src/law/index.ts'
import type { Divergence, Finding, Outcome, Reason, Situation } from '../../src/treaty/index.ts'
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
  reasoning: (question) => outcome(question).because.map(step),
  says: ({ expected, situation, day }) => forEachOf(expected.says, (code) => orderedAmendment(code, situation, day)),
  readings: (question) => forEachOf(question.expected.readings, (id) => outcome(question).readings[id] ?? 'not asked'),
  differs: ({ situation, day }) => decide(situation, day).divergences.map(inWords),
  findings: (question) => [...new Set(outcome(question).findings.map(({ rule }) => rule))],
  remarks: (question) => outcome(question).findings.map(inFull),
  conventionInForce: ({ situation }) => conventionEntryIntoForce(situation.parties) ?? 'never',
  statesParties: ({ situation, day }) => statesPartiesOn(situation.parties, day).length,
  isParty: ({ expected, situation, day }) =>
    forEachOf(expected.isParty, (code) => isPartyOn(code, situation.parties, day)),
  inForceFor: ({ expected, situation }) => forEachOf(expected.inForceFor, (code) => inForceFor(situation, code)),
  check: ({ given, situation, day }) =>
    checkProposal({ before: [], after: [], ...given, ...situation, asOf: day }).map(inFull),
  excluded: ({ expected, given, situation, day }) =>
    forEachOf(expected.excluded, (code) =>
      exclusionsOf(code, situation.parties, day, situation.readings, listing(given)).map(({ treaty }) => treaty),
    ),
  exclusions: ({ expected, given, situation, day }) =>
    forEachOf(expected.exclusions, (code) =>
      exclusionsOf(code, situation.parties, day, situation.readings, listing(given)).flatMap((exclusion) => [
        `${exclusion.treaty} from ${exclusion.from} until ${exclusion.until ?? 'further notice'}`,
        ...exclusion.reasons.map(step),
      ]),
    ),
  declares: ({ expected, given, situation }) => expected.declares?.map((each) => declares(each, given, situation)),
  denunciations: ({ expected, situation: { parties } }) =>
    forEachOf(expected.denunciations, (code) =>
      voidDenunciations(parties)
        .filter(({ at }) => parties[Number(at?.path?.[1])]?.code === code)
        .map(({ at: _, ...finding }) => inFull(finding)),
    ),
  refused: ({ expected, situation }) =>
    expected.refused?.map(({ event }) => ({ event, because: checkEvent(situation, event).map(inFull) })),
}

function outcome({ situation, day }: Question): Outcome {
  return decide(situation, day, { divergences: false })
}

function forEachOf<T>(asked: Record<string, unknown> | undefined, answer: (key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(asked ?? {}).map((key) => [key, answer(key)]))
}

// What the amendment means for the Party comes behind what it comes to for all.
function orderedAmendment(code: string, situation: Situation, day: string): string[] {
  const { parties, readings } = situation
  const { amendments, others } = bindingChanges(parties, [situation], code, day, readings)
  const forAll = decide(situation, day, { divergences: false }).because
  return [...amendments, ...others].flatMap(({ reasons }) => reasons.slice(forAll.length).map(step))
}

function step({ cite, says, reading, event }: Reason): string {
  const rests = reading === undefined ? '' : ` [${reading.id}=${reading.option}]`
  return `${cite}: ${says}${rests}${event === undefined ? '' : ` (${event.on})`}`
}

function boundFrom({ parties }: Outcome, code: string): string {
  const effect = parties[code]
  return effect === undefined ? 'no Party' : (effect.boundFrom ?? 'never')
}

function inForceFor({ parties }: Situation, code: string): string {
  const party = parties.findLast((each) => each.code === code)
  return (party === undefined ? null : entryIntoForceFor(party, parties)) ?? 'never'
}

function inWords({ reading, option, together = {}, status, parties, findings }: Divergence): string {
  const changed = [[reading, option], ...Object.entries(together)].map((pair) => pair.join('='))
  const days = Object.entries(parties ?? {}).map(([code, day]) => `${code} ${day ?? 'never'}`)
  const found = findings === undefined ? [] : [findings.length === 0 ? 'nothing found' : `found ${findings.join(' ')}`]
  return [`${changed.join(' and ')}: ${status}`, ...days, ...found].join(', ')
}

function listing({
  listed = [],
  addedFrom = {},
  firstListedAs = {},
  pending = {},
  joinedWith = [],
  openedOn = {},
}: Given) {
  return {
    listed: [...listed, ...Object.keys(addedFrom), ...Object.keys(firstListedAs)],
    addedFrom: new Map(Object.entries(addedFrom)),
    firstListedAs: new Map(Object.entries(firstListedAs)),
    pending: new Map(Object.entries(pending)),
    joinedWith: new Set(joinedWith),
    openedOn: new Map(Object.entries(openedOn)),
  }
}

function declares(each: DeclarationCase, given: Given, { parties, readings }: Situation): DeclarationCase {
  const party = parties.findLast(({ code }) => code === each.party)
  if (party === undefined) throw new Error(`The case has no Party ${each.party}`)
  const findings = checkDeclaration({ declaration: each.declaration, party, parties, readings, ...listing(given) })
  return { ...each, because: findings.map(inFull) }
}

// `law/standing 70(1) at by`: the rule, the provision, the place; what does not stand in the way begins with its level.
function inFull({ rule, level, cite, at }: Finding): string {
  const place = at?.path === undefined ? [] : ['at', ...(at.path.length === 0 ? ['all of it'] : [at.path.join('.')])]
  return [...(level === 'error' ? [] : [level]), rule, ...(cite === undefined ? [] : [cite]), ...place].join(' ')
}
