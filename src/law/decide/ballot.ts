import type { CalendarDay, Count, FiledEvent, Finding, PartyCode } from '../../treaty/index.ts'
import { refuses } from './finding.ts'
import { counted, dayInWords } from './wording.ts'

/** Those who may vote on the day of a vote. */
export interface Voters {
  /** How many votes there are. */
  of: number
  /** How many of them are those of the codes named, no vote counted twice. */
  votesOf: (codes: readonly PartyCode[]) => number
}

/**
 * How a recorded vote contradicts itself, so that nothing can be read from it: votes beside a consensus, which is reached
 * without any; a voter on two sides; more votes than voters, numbers and lists together.
 */
export function contradictions(vote: FiledEvent, { of, votesOf }: Voters, cite: string): Finding[] {
  if (vote.consensus === true && sizeOf(vote.inFavour) + sizeOf(vote.against) > 0) return [besideConsensus(vote, cite)]
  const sides = [vote.inFavour, vote.against, vote.abstaining]
  const codes = sides.flatMap(codesIn)
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  if (twice.length > 0) return [wrong(vote, cite, `${twice.join(', ')} stands on more than one side of the vote.`)]
  const cast = votesOf(codes) + sides.reduce<number>((sum, side) => sum + (typeof side === 'number' ? side : 0), 0)
  if (cast <= of) return []
  const message = `${counted(cast, 'vote')} cast, but on ${dayInWords(vote.on)} only ${counted(of, 'State Party', 'States Parties')} could vote.`
  return [wrong(vote, cite, message)]
}

/** A remark on each code in a vote that could not vote: its vote is not counted. */
export function votesNotCounted(vote: FiledEvent, mayVote: (code: PartyCode) => boolean, cite: string): Finding[] {
  const sides = { inFavour: vote.inFavour, against: vote.against, abstaining: vote.abstaining }
  return Object.entries(sides).flatMap(([side, count]) => {
    const codes = codesIn(count).filter((code) => !mayVote(code))
    if (codes.length === 0) return []
    const message = `${codes.join(', ')} could not vote on ${dayInWords(vote.on)}: not counted.`
    const hint = 'Check the codes and the day against the register of Parties.'
    return [
      { ...refuses(vote, side as keyof FiledEvent, 'vote-by-party', cite, message, hint), level: 'warning' as const },
    ]
  })
}

function besideConsensus(vote: FiledEvent, cite: string): Finding {
  return refuses(
    vote,
    'consensus',
    'consensus-or-votes',
    cite,
    'A consensus is recorded together with votes: where a body decides by consensus, nobody votes.',
    'Record the consensus or the votes, as the record of the session has it.',
  )
}

function wrong(vote: FiledEvent, cite: string, message: string): Finding {
  return refuses(vote, 'inFavour', 'vote-count', cite, message, 'Correct the numbers or the lists.')
}

/** How many a count says: a number, or the length of a list of codes, each once. */
export function sizeOf(count: Count | undefined): number {
  if (count === undefined) return 0
  return typeof count === 'number' ? count : new Set(count).size
}

/** The codes that a count names; none where it only gives a number. */
export function codesIn(count: Count | undefined): PartyCode[] {
  return Array.isArray(count) ? [...new Set(count)] : []
}

/** The outcome of a vote that needs two thirds of all, not of those present and voting. */
export interface Votes {
  inFavour: number
  /** The smallest number that is two thirds or more. */
  needed: number
  of: number
}

/** Whether two thirds or more are in favour; of nobody there are no two thirds. */
export function isTwoThirds({ inFavour, of }: Votes): boolean {
  return of > 0 && 3 * inFavour >= 2 * of
}

/** The votes of one number of voters. */
export function votes(inFavour: number, of: number): Votes {
  return { inFavour, needed: Math.ceil((2 * of) / 3), of }
}

/** The vote as one says it. */
export function voteInWords({ inFavour, needed, of }: Votes, day: CalendarDay): string {
  if (of === 0) return `Nobody could vote on ${dayInWords(day)}, and of nobody there are no two thirds.`
  return `${inFavour} of ${of} voted in favour on ${dayInWords(day)}; two thirds of all are ${needed}.`
}
