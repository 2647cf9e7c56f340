import type { CalendarDay, FiledEvent, PartyCode } from '../../../treaty/index.ts'
import { codesIn, sizeOf, type Voters, type Votes, votes } from '../../decide/ballot.ts'
import { membershipOn, type Register, statesOn } from '../../party/register.ts'
import type { Provision } from '../provision.ts'

export const quote =
  '2. Regional economic integration organizations, in matters within their competence, shall exercise their right to vote under this Article with a number of votes equal to the number of their States Parties. Such organizations shall not exercise their right to vote if their member States exercise theirs and vice versa.'

export const paragraph2: Provision = {
  cite: '68(2)',
  cases: 'article-68/paragraph-2',
  quote,
  of: 'convention',
  readings: [],
}

/**
 * The votes in favour among those of all States Parties on the day. Where the vote lists who cast it, an organization's
 * vote is that of each member State that is a Party, unless one of them votes itself; no State is counted twice.
 */
export function votesOfStatesParties(register: Register, vote: FiledEvent): Votes {
  const { of, votesOf } = votersOf(register, vote)
  const { inFavour, consensus } = vote
  if (consensus === true) return votes(of, of)
  return votes(Array.isArray(inFavour) ? votesOf(codesIn(inFavour)) : sizeOf(inFavour), of)
}

/** Those who may vote: the States Parties, themselves or behind an organization. */
export function votersOf(register: Register, vote: FiledEvent): Voters {
  const states = new Set(statesOn(register, vote.on).map(({ party }) => party.code))
  const votesOf = (codes: readonly PartyCode[]) =>
    new Set(codes.flatMap((code) => behind(code, register, vote)).filter((code) => states.has(code))).size
  return { of: states.size, votesOf }
}

/** The organizations that voted although a member State did: their votes are not counted. */
export function organizationsBesideTheirStates(register: Register, vote: FiledEvent): PartyCode[] {
  return everyVoter(vote).filter((code) =>
    members(code, register, vote.on).some((member) => everyVoter(vote).includes(member)),
  )
}

function behind(code: PartyCode, register: Register, vote: FiledEvent): readonly PartyCode[] {
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
