import type { FiledEvent, Finding, PartyCode } from '../../treaty/index.ts'
import { counted, inWords } from '../wording.ts'
import { codesIn, sizeOf } from './counts.ts'
import { refuses } from './finding.ts'

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
