import type { LawRuleId, RulePages } from '../../treaty/index.ts'

/** What a proposal is held against before it is sent out. */
export const PROPOSAL_RULES = {
  'law/basis-fits-document': {
    level: 'error',
    title: 'The basis is one for that document',
    why: 'Article 70 is about Annex 1, Article 62(9) and (10) about the Technical Annex, Article 68 about the articles (and, by a reading, about the Technical Annex). A correction may be about any of them.',
  },
  'law/standing': {
    level: 'error',
    title: 'Whoever proposes may propose',
    why: 'The bases 70(1) and 68(1) belong to a State Party, 70(2) to the Secretariat, 62(9) to the International Technical Commission, a correction to the depositary. It is tested on the day the proposal is sent out.',
  },
  'law/not-a-party': {
    level: 'error',
    title: 'A State that acts is a Party on that day',
    why: 'A State is a Party from the day the Convention enters into force for it (Article 67), until its denunciation takes effect (Article 71). Before and after, what it proposes or notifies counts for nothing.',
  },
  'law/five-years': {
    level: 'error',
    cite: '68(1)',
    title: 'The Convention has been in force for five years',
    why: 'A State Party may propose an amendment only after five years from the entry into force. Whether that binds an annex amended in the same procedure is a reading: five-year-bar.',
  },
  'law/70-3-in-force': {
    level: 'error',
    cite: '70(3)',
    title: 'An instrument proposed for Annex 1 has entered into force',
    why: 'The fact `inForce` of the entry says since when. On which day it must be so is a reading: in-force-test-date. Whether a deletion is held against it as well is another: criteria-for-deletion.',
  },
  'law/70-3-scope': {
    level: 'error',
    cite: '70(3)',
    title: 'An instrument proposed for Annex 1 is universal or regional',
    why: 'The fact `scope` of the entry says which. An instrument between two States is neither.',
  },
  'law/70-3-statement': {
    level: 'error',
    cite: '70(3)',
    title: 'The proposal says why the instrument is directly related to international crime',
    why: 'That is a judgement that no program makes: its proposer states the reasons, and whoever decides can read them.',
  },
  'law/something-changed': {
    level: 'error',
    title: 'A proposal changes something in its document',
    why: 'What is sent out without a change freezes no text, asks the Parties about nothing, and would make an edition like the last.',
  },
  'law/nothing-else-changed': {
    level: 'error',
    title: 'A proposal changes its own document, and nothing else',
    why: 'Each document has its own bases and its own day of entry into force. What a branch changes beside it would be adopted unseen.',
  },
  'law/no-states-parties': {
    level: 'error',
    title: 'There are States Parties to count',
    why: 'Before the Convention is in force (Article 67), or once every Party has left, no share of the Parties can be taken, and nothing can enter into force for anybody.',
  },
  'law/real-day': {
    level: 'error',
    title: 'A day is a day of the calendar',
    why: 'Periods are counted from it. A record whose day does not exist is left out of the count, and named.',
  },
} satisfies Partial<RulePages<LawRuleId>>
