import type { CalendarDay } from '../../treaty/index.ts'
import { inWords } from '../wording.ts'

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
export function inSentence({ inFavour, needed, of }: Votes, day: CalendarDay): string {
  if (of === 0) return `Nobody could vote on ${inWords(day)}, and of nobody there are no two thirds.`
  return `${inFavour} of ${of} voted in favour on ${inWords(day)}; two thirds of all are ${needed}.`
}
