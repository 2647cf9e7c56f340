import type { ChangelogItem } from '../../treaty/index.ts'
import { basisInWords, type Names, partyCount, partyName, proposerName, readingInWords } from './names.ts'
import { STATUS_IN_WORDS } from './status-in-words.ts'

/** What is said of an amendment beside its changes: a name and a sentence each. */
export function changelogFacts(item: ChangelogItem, names: Names): [string, string][] {
  const { status, entersIntoForce, basis, by, provisions, references, divergences } = item
  const provision = provisions.length === 0 ? '' : `; provisions ${provisions.join(', ')}`
  const inForce = entersIntoForce === null ? '' : `; entry into force ${entersIntoForce}`
  return [
    ['Proposal', `${item.proposal}, by ${proposerName(by, names)}`],
    ['Basis', `${basisInWords(basis)}${provision}`],
    ['Outcome', `${STATUS_IN_WORDS[status]}${inForce}`],
    ...references.map(({ event, on, ref }): [string, string] => ['Reference', `${event} ${on}: ${ref}`]),
    ...whom(item, names),
    ...divergences.map(({ reading, option, status: other, together }): [string, string] => [
      'Under another reading',
      `${readingInWords(reading, option, together)}: ${STATUS_IN_WORDS[other]}`,
    ]),
  ]
}

function whom({ bound, notBound }: ChangelogItem, names: Names): [string, string][] {
  const list = (codes: readonly string[]) =>
    `${partyCount(codes.length)}: ${codes.map((code) => partyName(code, names)).join(', ')}`
  return [
    ...bound.map(({ from, parties }): [string, string] => [`Bound from ${from}`, list(parties)]),
    ...(notBound.length === 0 ? [] : [['Not bound', list(notBound)] as [string, string]]),
  ]
}
