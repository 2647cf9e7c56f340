import type { CalendarDay, Finding, ReadingChoice, Slug } from '../../treaty/index.ts'
import { type Changed, differencesUnder } from '../decide/divergences.ts'
import { chosenReadings } from '../readings/choice.ts'
import type { Replay } from './bound-text.ts'
import {
  answerTo,
  type EntryAmendment,
  type EntryAnswer,
  type EntryQuestion,
  type IsEntryAsked,
  isAbout,
} from './entry-answer.ts'

/** Whether an entry binds a Party on a day, with the chain of provisions, facts and readings. */
export interface Explanation extends EntryAnswer {
  /** The other options under which the answer, or the day of an amendment, would be another. */
  divergences: EntryDivergence[]
}

/** What would differ for the entry under another option of a reading, or of several together. */
export interface EntryDivergence extends Changed {
  binds: boolean
  /** The proposals that would bind from another day; null if they would not bind. */
  proposals: { proposal: Slug; boundFrom: CalendarDay | null }[]
}

/** Explains whether an entry binds a Party on a day, from the Party's text. */
export function explain(question: EntryQuestion, replay: Replay): Explanation {
  const { isEntryAsked, ...answer } = answerTo(question, replay)
  const { divergences, findings } = otherwise(question, answer, isEntryAsked, replay)
  return { ...answer, divergences, findings: [...answer.findings, ...findings] }
}

// Only the entry and its changes are replayed under each reading: this costs little, however long the document is.
function otherwise(
  question: EntryQuestion,
  answer: EntryAnswer,
  isEntryAsked: IsEntryAsked,
  replay: Replay,
): { divergences: EntryDivergence[]; findings: Finding[] } {
  const touching = new Set(answer.proposals.map(({ proposal }) => proposal))
  const alone = {
    ...question,
    own: question.own.filter(({ id }) => isEntryAsked(id)),
    proposals: question.proposals
      .filter(({ proposal }) => touching.has(proposal.proposal))
      .map(({ proposal, events }) => ({
        proposal: { ...proposal, changes: proposal.changes.filter((change) => isAbout(change, isEntryAsked)) },
        events,
      })),
  }
  const { choice } = chosenReadings(question.readings)
  const differenceUnder = (changed: ReadingChoice) => {
    const { binds, proposals } = answerTo({ ...alone, readings: { ...question.readings, ...changed } }, replay)
    const days = otherDays(answer.proposals, proposals)
    return binds === answer.binds && days.length === 0 ? undefined : { binds, proposals: days }
  }
  return differencesUnder(Object.keys(answer.readings), choice, differenceUnder)
}

function otherDays(here: readonly EntryAmendment[], there: readonly EntryAmendment[]): EntryDivergence['proposals'] {
  return here.flatMap(({ proposal, boundFrom }) => {
    const other = there.find((each) => each.proposal === proposal)?.boundFrom ?? null
    return other === boundFrom ? [] : [{ proposal, boundFrom: other }]
  })
}
