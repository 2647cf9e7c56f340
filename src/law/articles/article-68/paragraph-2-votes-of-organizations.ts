import type { CalendarDay, FiledEvent, Finding, PartyCode, RulePage } from '../../../treaty/index.ts'
import { codesIn, sizeOf, type Voters, type Votes, votes } from '../../decide/ballot.ts'
import { refuses } from '../../decide/finding.ts'
import { membershipOn, type Register, statesOn } from '../../party/register.ts'
import { provision } from '../provision.ts'

export const quote =
  '2. Regional economic integration organizations, in matters within their competence, shall exercise their right to vote under this Article with a number of votes equal to the number of their States Parties. Such organizations shall not exercise their right to vote if their member States exercise theirs and vice versa.'

export const paragraph2 = provision('68(2)', quote)

export const ORGANIZATION_BESIDE_ITS_STATES = {
  id: 'law/organization-beside-its-states',
  level: 'warning',
  cite: '68(2)',
  title: 'An organization does not vote together with its member States',
  why: 'Either the organization votes, with the votes of its member States, or its member States vote. The votes of the organization are not counted if one of them voted.',
} as const satisfies RulePage

/**
 * Returns the votes in favour and the votes of all States Parties on the day. If the vote lists the voters, an
 * organization has the votes of its member States that are Parties, unless one of them votes. No State is counted twice.
 */
export function votesOfStatesParties(register: Register, vote: FiledEvent): Votes {
  const { of, votesOf } = votersOf(register, vote)
  const { inFavour, consensus } = vote
  if (consensus === true) return votes(of, of)
  return votes(Array.isArray(inFavour) ? votesOf(codesIn(inFavour)) : sizeOf(inFavour), of)
}

/** Returns who may vote: the States Parties, directly or through an organization. */
export function votersOf(register: Register, vote: FiledEvent): Voters {
  const states = new Set(statesOn(register, vote.on).map(({ party }) => party.code))
  const votesOf = (codes: readonly PartyCode[]) =>
    new Set(codes.flatMap((code) => statesVotingThrough(code, register, vote)).filter((code) => states.has(code))).size
  return { of: states.size, votesOf }
}

/** Returns a remark for each organization that voted although a member State did: its votes are not counted. */
export function organizationsNotCounted(register: Register, vote: FiledEvent): Finding[] {
  const voters = everyVoter(vote)
  const codes = voters.filter((code) => members(code, register, vote.on).some((member) => voters.includes(member)))
  return codes.map((code) => {
    const message = `${code} voted, but so did one of its member States: the votes of ${code} are not counted.`
    const hint = 'Record either the vote of the organization or the votes of its member States.'
    return refuses(ORGANIZATION_BESIDE_ITS_STATES, vote, 'inFavour', message, hint)
  })
}

function statesVotingThrough(code: PartyCode, register: Register, vote: FiledEvent): readonly PartyCode[] {
  const states = members(code, register, vote.on)
  if (states.length === 0) return [code]
  const voters = everyVoter(vote)
  return states.some((state) => voters.includes(state)) ? [] : states
}

function members(code: PartyCode, register: Register, day: CalendarDay): readonly PartyCode[] {
  return membershipOn(register, code, day)?.party.organization?.members ?? []
}

function everyVoter({ inFavour, against, abstaining }: FiledEvent): PartyCode[] {
  return [inFavour, against, abstaining].flatMap(codesIn)
}
