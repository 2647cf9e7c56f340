import type { CalendarDay, Count, FiledEvent, Finding, PartyCode, RulePage } from '../../treaty/index.ts'
import { refuses } from './finding.ts'
import { counted, dayInWords } from './wording.ts'

export const VOTE_COUNT = {
  id: 'law/vote-count',
  level: 'error',
  title: 'The number of votes is not larger than the number of States Parties',
  why: 'Two thirds are taken of all Parties on that day. If there are more votes than Parties, one of the two numbers is wrong.',
} as const satisfies RulePage

export const CONSENSUS_OR_VOTES = {
  id: 'law/consensus-or-votes',
  level: 'error',
  title: 'A decision is taken by consensus or by a vote',
  why: 'Nobody votes when a body decides by consensus. A record with both contradicts itself, so it proves neither.',
} as const satisfies RulePage

export const VOTE_BY_PARTY = {
  id: 'law/vote-by-party',
  level: 'warning',
  title: 'Everyone named in a vote could vote',
  why: 'The vote of a code that is not a Party on that day is not counted. The other votes are counted.',
} as const satisfies RulePage

/** Who may vote on the day of a vote. */
export interface Voters {
  /** The number of votes that can be cast. */
  of: number
  /** Returns how many votes the named codes have together. No vote is counted twice. */
  votesOf: (codes: readonly PartyCode[]) => number
}

/** The result of a vote that needs two thirds of all, not of those present and voting. */
export interface Votes {
  inFavour: number
  /** The smallest number that is two thirds or more. */
  needed: number
  of: number
}

/** Returns the number that a count gives: the number itself, or how many different codes its list has. */
export function sizeOf(count: Count | undefined): number {
  if (count === undefined) return 0
  return typeof count === 'number' ? count : new Set(count).size
}

/** Returns the codes that a count lists, each once; empty if it gives only a number. */
export function codesIn(count: Count | undefined): PartyCode[] {
  return Array.isArray(count) ? [...new Set(count)] : []
}

/** Returns whether two thirds or more are in favour. Without voters the answer is no. */
export function isTwoThirds({ inFavour, of }: Votes): boolean {
  return of > 0 && 3 * inFavour >= 2 * of
}

/** Returns the result of a vote, with the number that is needed. */
export function votes(inFavour: number, of: number): Votes {
  return { inFavour, needed: Math.ceil((2 * of) / 3), of }
}

/** Returns the result of a vote as a sentence. */
export function voteInWords({ inFavour, needed, of }: Votes, day: CalendarDay): string {
  if (of === 0) return `No State Party could vote on ${dayInWords(day)}, so two thirds cannot be reached.`
  return `${inFavour} of ${of} voted in favour on ${dayInWords(day)}; ${needed} votes (two thirds of all) are needed.`
}

/**
 * Finds the contradictions of a recorded vote that make it useless: votes together with a consensus, a voter on two sides,
 * or more votes than voters. Numbers and lists are added up.
 */
export function contradictions(vote: FiledEvent, { of, votesOf }: Voters, cite: string): Finding[] {
  if (vote.consensus === true && sizeOf(vote.inFavour) + sizeOf(vote.against) > 0) return [bothRecorded(vote, cite)]
  const sides = [vote.inFavour, vote.against, vote.abstaining]
  const codes = sides.flatMap(codesIn)
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  if (twice.length > 0) return [wrong(vote, cite, `${twice.join(', ')}: listed on more than one side of the vote.`)]
  const cast = votesOf(codes) + sides.reduce<number>((sum, side) => sum + (typeof side === 'number' ? side : 0), 0)
  if (cast <= of) return []
  const message = `${counted(cast, 'vote')} recorded, but only ${counted(of, 'State Party', 'States Parties')} could vote on ${dayInWords(vote.on)}.`
  return [wrong(vote, cite, message)]
}

/** Returns a remark for each side of a vote that lists codes without the right to vote. */
export function votesNotCounted(vote: FiledEvent, mayVote: (code: PartyCode) => boolean, cite: string): Finding[] {
  const sides = { inFavour: vote.inFavour, against: vote.against, abstaining: vote.abstaining }
  return Object.entries(sides).flatMap(([side, count]) => {
    const codes = codesIn(count).filter((code) => !mayVote(code))
    if (codes.length === 0) return []
    const message = `${codes.join(', ')} could not vote on ${dayInWords(vote.on)}: not counted.`
    const hint = 'Check the codes and the day against the register of Parties.'
    return [refuses(VOTE_BY_PARTY, vote, side as keyof FiledEvent, message, hint, cite)]
  })
}

function bothRecorded(vote: FiledEvent, cite: string): Finding {
  const message = 'A consensus and votes are both recorded, but nobody votes when a body decides by consensus.'
  const hint = 'Record either the consensus or the votes, as the record of the session shows it.'
  return refuses(CONSENSUS_OR_VOTES, vote, 'consensus', message, hint, cite)
}

function wrong(vote: FiledEvent, cite: string, message: string): Finding {
  return refuses(VOTE_COUNT, vote, 'inFavour', message, 'Correct the numbers or the lists.', cite)
}
