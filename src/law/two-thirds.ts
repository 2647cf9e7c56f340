import type { CalendarDay, FiledEvent, Finding, PartyCode } from '../treaty/index.ts'
import { codesIn, sizeOf } from './counts.ts'
import { refuses } from './finding.ts'
import { counted, inWords } from './wording.ts'

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

/** What is wrong with a recorded vote: more votes than voters, or a voter on two sides. */
export function wrongCount(vote: FiledEvent, of: number, cite: string): Finding[] {
  const sides = [vote.inFavour, vote.against, vote.abstaining]
  const cast = sides.reduce<number>((sum, side) => sum + sizeOf(side), 0)
  const codes = sides.flatMap(codesIn)
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  if (twice.length > 0) return [wrong(vote, cite, `${twice.join(', ')} stands on more than one side of the vote.`)]
  const numbersOnly = sides.every((side) => !Array.isArray(side))
  if (!numbersOnly || cast <= of) return []
  const message = `${counted(cast, 'vote')} cast, but on ${inWords(vote.on)} only ${counted(of, 'State Party', 'States Parties')} could vote.`
  return [wrong(vote, cite, message)]
}

/** A remark on each code in a vote that could not vote: its vote is not counted. */
export function strangers(vote: FiledEvent, mayVote: (code: PartyCode) => boolean, cite: string): Finding[] {
  const sides = { inFavour: vote.inFavour, against: vote.against, abstaining: vote.abstaining }
  return Object.entries(sides).flatMap(([side, count]) => {
    const codes = codesIn(count).filter((code) => !mayVote(code))
    if (codes.length === 0) return []
    const message = `${codes.join(', ')} could not vote on ${inWords(vote.on)}: not counted.`
    const hint = 'Check the codes and the day against the register of Parties.'
    return [
      { ...refuses(vote, side as keyof FiledEvent, 'vote-by-party', cite, message, hint), level: 'warning' as const },
    ]
  })
}

/** The vote as one says it. */
export function inSentence({ inFavour, needed, of }: Votes, day: CalendarDay): string {
  if (of === 0) return `Nobody could vote on ${inWords(day)}, and of nobody there are no two thirds.`
  return `${inFavour} of ${of} voted in favour on ${inWords(day)}; two thirds of all are ${needed}.`
}

function wrong(vote: FiledEvent, cite: string, message: string): Finding {
  return refuses(vote, 'inFavour', 'vote-count', cite, message, 'Correct the numbers or the lists.')
}
