import type { LawRuleId, RulePages } from '../../treaty/index.ts'

/** What any event is held against when it is filed, and what each kind is. */
export const EVENT_RULES = {
  'law/event-possible': {
    level: 'error',
    title: 'The event has a place in the procedure',
    why: 'Each basis has its own steps: nobody objects under 70(2), and nobody votes under 70(1).',
  },
  'law/event-order': {
    level: 'error',
    title: 'What must come before the event is recorded',
    why: 'A period runs from a step recorded before it; without that step there is nothing to object to, vote on or accept.',
  },
  'law/event-against-another': {
    level: 'error',
    title: 'An event leaves those of its day that are on file their effect',
    why: 'The Convention knows days and nothing shorter: events of one day are heard as the procedure goes, whichever was filed first. One that would take the effect of another of its day is not filed unnoticed.',
  },
  'law/event-once': {
    level: 'error',
    title: 'A step that happens once is recorded once',
    why: 'A proposal sent out twice would have two deadlines.',
  },
  'law/event-by-party': {
    level: 'error',
    title: 'An act of a Party names the Party, which may act',
    why: 'An objection, an acceptance, a consent or an instrument counts for the State that made it, and only where it is a Party on that day.',
  },
  'law/event-after-withdrawal': {
    level: 'error',
    title: 'Nothing happens to a proposal that was withdrawn',
    why: 'A proposal ends with its withdrawal; a new text is a new proposal.',
  },
  'law/withdrawn-too-late': {
    level: 'error',
    title: 'A proposal is withdrawn before it is decided',
    why: 'The Convention is silent on withdrawal. What has not been decided is still its proposer’s; what has been decided is changed by a new proposal.',
  },
  'law/objection-in-time': {
    level: 'error',
    title: 'An objection, or its withdrawal, is received within the period',
    why: 'Six months from the day the proposal was sent out (70(4)), or the time named for a correction. The last day counts whole. One received later is recorded and counts for nothing.',
  },
  'law/objection-once': {
    level: 'error',
    title: 'A Party objects once',
    why: 'Objections are counted by Party: a second one of the same Party adds nothing.',
  },
  'law/objection-by-a-signatory': {
    level: 'warning',
    cite: 'VCLT 79(2)',
    title: 'An objection to a correction comes from a Party or a signatory',
    why: 'Signatory States may object to a correction too, and the register holds those only that have deposited an instrument: of a State that is not in it, or has left, somebody has to look whether it has signed.',
  },
  'law/withdrawal-without-objection': {
    level: 'error',
    cite: '70(4)',
    title: 'What is withdrawn is an objection that stands',
    why: 'A withdrawal of nothing is a mistake in the Party or in the day.',
  },
  'law/withdrawal-irrevocable': {
    level: 'error',
    cite: '70(4)',
    title: 'An objection can be withdrawn, by the reading chosen',
    why: 'The Convention does not speak of withdrawing an objection. By the reading objection-withdrawal=irrevocable it stands; the Party comes in by 70(7).',
  },
  'law/acceptance-without-objection': {
    level: 'error',
    cite: '70(7)',
    title: 'A Party that accepts has objected before',
    why: 'A Party that did not object is bound by 70(5), without any act of its own.',
  },
  'law/acceptance-once': {
    level: 'error',
    title: 'A Party accepts once',
    why: 'The first acceptance sets the day from which it is bound.',
  },
  'law/acceptance-of-a-stopped-amendment': {
    level: 'error',
    cite: '70(4)',
    title: 'What is accepted has not been stopped',
    why: 'Objections of one third of the Parties stop an amendment: it does not enter into force for anybody.',
  },
  'law/time-set-by-law': {
    level: 'warning',
    cite: '70(4)',
    title: 'No other time for objections is named than the law sets',
    why: 'Objections to an amendment of Annex 1 are notified within six months from the day it was sent out; naming another day changes nothing.',
  },
  'law/correction-time-limit': {
    level: 'error',
    cite: 'VCLT 79(2)',
    title: 'The time named for objections to a correction lies ahead',
    why: 'The depositary names an appropriate time-limit when it notifies the correction: one that is over gives nobody time.',
  },
} satisfies Partial<RulePages<LawRuleId>>
