import type { ChangelogItem, ChangelogRequest, Divergence } from '../../treaty/index.ts'
import {
  basisInWords,
  foundInWords,
  type Names,
  otherDaysInWords,
  partyCount,
  partyName,
  proposerName,
  readingInWords,
  STATUS_IN_WORDS,
} from './names.ts'

/** What is said of an amendment beside its changes: a name and a sentence each. */
export function changelogFacts(item: ChangelogItem, names: Names): [string, string][] {
  const { status, entersIntoForce, basis, by, provisions, references, divergences, oneByOne = false } = item
  const provision = provisions.length === 0 ? '' : `; provisions ${provisions.join(', ')}`
  const inForce = entersIntoForce === null ? '' : `; entry into force ${entersIntoForce}`
  return [
    ['Proposal', `${item.proposal}, by ${proposerName(by, names)}`],
    ['Basis', `${basisInWords(basis)}${provision}`],
    ['Outcome', `${STATUS_IN_WORDS[status]}${inForce}`],
    ...references.map(({ event, on, ref }): [string, string] => ['Reference', `${event} ${on}: ${ref}`]),
    ...whom(item, names),
    ...divergences.map((each): [string, string] => ['Under another reading', otherwise(each, names)]),
    ...(oneByOne ? [ONE_BY_ONE] : []),
  ]
}

const ONE_BY_ONE: [string, string] = [
  'Other readings',
  'there are too many to be changed in combination; they were changed one by one',
]

function otherwise({ reading, option, together, status, parties, findings }: Divergence, names: Names): string {
  const days = otherDaysInWords(parties, (code) => partyName(code, names))
  const differs = [
    STATUS_IN_WORDS[status],
    ...(days === '' ? [] : [days]),
    ...(findings === undefined ? [] : [foundInWords(findings)]),
  ]
  return `${readingInWords(reading, option, together)}: ${differs.join('; ')}`
}

function whom({ bound, notBound, objected }: ChangelogItem, names: Names): [string, string][] {
  const list = (codes: readonly string[]) =>
    `${partyCount(codes.length)}: ${codes.map((code) => partyName(code, names)).join(', ')}`
  return [
    ...bound.map(({ from, parties }): [string, string] => [`Bound from ${from}`, list(parties)]),
    ...notBoundBy({ notBound, objected }).map(([name, codes]): [string, string] => [name, list(codes)]),
  ]
}

/** Those not bound: those that objected, then the others. */
export function notBoundBy({ notBound, objected }: Pick<ChangelogItem, 'notBound' | 'objected'>): [string, string[]][] {
  const others = notBound.filter((code) => !objected.includes(code))
  const parts: [string, string[]][] = [
    ['Not bound (objected)', objected],
    ['Not bound', others],
  ]
  return parts.filter(([, codes]) => codes.length > 0)
}

/** What a changelog says that holds no amendment: of the range and the document asked for, no more. */
export function nothingAdopted({ from, to, document }: ChangelogRequest = {}): string {
  const subject = document === undefined ? 'Nothing' : `No amendment of ${document}`
  if (from === undefined && to === undefined) return `${subject} has been adopted.`
  if (from === undefined) return `${subject} was adopted up to ${to}.`
  return `${subject} was adopted ${to === undefined ? `since ${from}` : `between ${from} and ${to}`}.`
}
