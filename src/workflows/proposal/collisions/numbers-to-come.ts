import { givenNumbers } from '../../../text/index.ts'
import type { GivenNumber, NumberToCome } from '../../../treaty/index.ts'
import { isClear, type MergedSoFar, mergeInto, type PendingProposal } from './pending-proposals.ts'

/**
 * Returns the entries that will have another number than the circulated text prints: because main has taken it, or because another
 * pending proposal takes it if it is adopted before. Proposals that collide are left out: they are not adopted one after the other.
 */
export function numbersToCome(main: MergedSoFar, proposals: readonly PendingProposal[]): NumberToCome[] {
  const numbering = proposals.filter(changesNumbers).map((proposal) => ({ proposal, alone: mergeInto(main, proposal) }))
  return numbering.flatMap(({ proposal, alone }) => {
    if (!isClear(alone)) return []
    const known = givenNumbers(proposal, main.document, alone.document)
    const earlier = numbering.filter((other) => other.proposal !== proposal && isClear(other.alone))
    const further = earlier.flatMap((other) => {
      const merged = mergeInto(other.alone, proposal)
      if (!isClear(merged)) return []
      const given = givenNumbers(proposal, other.alone.document, merged.document)
      return named(
        proposal,
        other.proposal.id,
        given.filter((each) => !known.some((one) => isSame(one, each))),
      )
    })
    return [...named(proposal, 'main', known), ...further]
  })
}

/** Most proposals change words only, and merging each with each takes time. */
function changesNumbers({ base, text }: PendingProposal): boolean {
  const numbers = ({ entries }: PendingProposal['base']) =>
    entries.map(({ id, number }) => `${id} ${number}`).join('\n')
  return numbers(base) !== numbers(text)
}

function isSame(one: GivenNumber, other: GivenNumber): boolean {
  return one.entry === other.entry && one.becomes === other.becomes
}

function named({ id, document }: PendingProposal, after: string, given: readonly GivenNumber[]): NumberToCome[] {
  return given.map((each) => ({ document, proposal: id, after, ...each }))
}
