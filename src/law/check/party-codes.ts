import { iso31661 } from 'iso-3166'
import {
  didYouMean,
  type Finding,
  nearestNames,
  type Party,
  type PartyCode,
  type RulePage,
} from '../../treaty/index.ts'
import { forbids } from '../decide/finding.ts'

export const PARTY_CODE = {
  id: 'law/party-code',
  level: 'error',
  title: 'The code of a State is in ISO 3166-1',
  why: 'A mistyped code adds a State that does not exist, and moves the third and the two thirds. An organization has the code that the register gives it.',
} as const satisfies RulePage

/** Returns whether a code is the alpha-3 code of an entry of ISO 3166-1. Codes for users' own purposes (XAA, ZZZ) are not. */
export function isStateCode(code: PartyCode): boolean {
  return iso31661.some(({ alpha3 }) => alpha3 === code)
}

/** Returns the codes that a mistyped one may mean: by its alpha-2 code, by a name, or by letters. */
export function nearestCodes(code: string, registered: readonly PartyCode[] = []): PartyCode[] {
  const same = iso31661.find(({ alpha2, name }) => alpha2 === code || name.toUpperCase() === code)
  if (same !== undefined) return [same.alpha3]
  const close = (codes: readonly string[]) => nearestNames(code, codes)
  // A Party on record is meant more often than another State.
  return [...new Set([...close(registered), ...close(iso31661.map(({ alpha3 }) => alpha3))])].slice(0, 3)
}

/** Reports each State, and each member of an organization, whose code is not in ISO 3166-1. */
export function unknownCodes(parties: readonly Party[]): Finding[] {
  return parties.flatMap(({ code, organization }, index) => [
    ...(organization === undefined ? unknown(code, ['parties', index, 'code']) : []),
    ...(organization?.members ?? []).flatMap((member, at) =>
      unknown(member, ['parties', index, 'organization', 'members', at]),
    ),
  ])
}

function unknown(code: PartyCode, path: (string | number)[]): Finding[] {
  if (isStateCode(code)) return []
  const meant = didYouMean(nearestCodes(code))
  const hint = `${meant === '' ? '' : `${meant.charAt(0).toUpperCase()}${meant.slice(1)} `}Write the ISO 3166-1 alpha-3 code; an organization has \`organization\` with its members.`
  return [forbids(PARTY_CODE, `${code} is not the code of a State in ISO 3166-1.`, hint, { at: { path } })]
}
