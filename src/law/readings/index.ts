// The open questions: first Article 70, then 62 and 68, then 17.

import { conferenceRoute, lateConsent, secondVote, voteAsConsent } from './article-70/conference.ts'
import {
  denominatorDate,
  earlyAcceptance,
  lateObjection,
  objectionOfASignatory,
  objectionWithdrawal,
  ratifyingParties,
  withdrawalAfterDeadline,
} from './article-70/counting-and-objecting.ts'
import { joinerBeforeEntry, lateJoiner } from './article-70/joining-late.ts'
import { criteriaForce, criteriaForDeletion, inForceTestDate, withdrawalOfAProposal } from './article-70/proposals.ts'
import {
  article68ForAnnex1,
  commissionConsensus,
  conferenceMajority,
  exclusionOfAddedTreaties,
  fiveYearBar,
  technicalAnnexEntryIntoForce,
} from './articles-17-62-68.ts'
import type { Reading } from './reading.ts'

export type { Reading, ReadingOption } from './reading.ts'

const ALL = [
  ratifyingParties,
  denominatorDate,
  conferenceRoute,
  lateConsent,
  voteAsConsent,
  secondVote,
  lateJoiner,
  joinerBeforeEntry,
  objectionWithdrawal,
  withdrawalAfterDeadline,
  lateObjection,
  earlyAcceptance,
  objectionOfASignatory,
  withdrawalOfAProposal,
  criteriaForDeletion,
  inForceTestDate,
  criteriaForce,
  commissionConsensus,
  conferenceMajority,
  technicalAnnexEntryIntoForce,
  fiveYearBar,
  article68ForAnnex1,
  exclusionOfAddedTreaties,
] as const satisfies readonly Reading[]

type Question = (typeof ALL)[number]
export type ReadingId = Question['id']
export type OptionOf<Id extends ReadingId> = Extract<Question, { id: Id }>['options'][number]['id']

/** All questions that the Convention leaves open. */
export const readings: readonly Reading<ReadingId>[] = ALL

/** Returns the reading with this id, if it exists. */
export function readingOf(id: string): Reading<ReadingId> | undefined {
  return readings.find((reading) => reading.id === id)
}
