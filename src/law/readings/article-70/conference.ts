import type { Reading } from '../reading.ts'

export const conferenceRoute = {
  id: 'conference-route',
  question:
    'Which proposals does the Conference decide under paragraph 6, and which are decided by silence under paragraphs 4 and 5?',
  cites: ['70(1)', '70(2)', '70(4)', '70(6)'],
  options: [
    {
      id: 'by-proposer',
      says: 'A proposal of a State Party is decided by silence (paragraphs 4 and 5). A proposal of the Secretariat is decided by the Conference (paragraph 6).',
      why: 'Paragraph 4 sends out drafts "proposed in accordance with paragraph 1", and paragraph 2 sends those of the Secretariat to "the next session of the Conference". Paragraph 6 is then the last step of the second procedure.',
    },
    {
      id: 'alternative',
      says: 'Both procedures are open to every proposal, and one is enough. The amendment is in force for each Party from the first day that one of them gives.',
      why: 'Paragraph 6 speaks of "an amendment" without saying whose. No provision excludes the Conference from deciding on any proposal.',
    },
    {
      id: 'cumulative',
      says: 'Both steps are needed: less than one third of the Parties objects, and the Conference adopts. A Party is bound from the later of the two days. It must have kept silent (or accepted under paragraph 7) and have consented.',
      why: 'Paragraphs 4 to 6 follow each other without an "or". Paragraph 6 says that the Conference "shall adopt", and its test and effect can be read as additional to those of paragraphs 4 and 5.',
    },
  ],
  default: 'by-proposer',
  authority: 'Paragraph 6 refers to neither paragraph 1 nor paragraph 2.',
} as const satisfies Reading

export const lateConsent = {
  id: 'late-consent',
  question: 'Can a Party consent to an amendment after the Conference has adopted it?',
  cites: ['70(6)'],
  options: [
    {
      id: 'thirty-days-after-notice',
      says: 'Yes: for that Party the amendment enters into force thirty days after it notifies its consent, as under paragraph 7 for a Party that objected.',
      why: 'Otherwise a Party that is absent on the day of adoption could never be bound. Paragraph 7 shows how the Article treats a Party that agrees later.',
    },
    {
      id: 'on-notice',
      says: 'Yes: for that Party the amendment enters into force on the day it notifies its consent, and not before the thirtieth day after the adoption.',
      why: 'Paragraph 6 gives a period after the adoption and none after a consent. Under Article 24(3) of the Vienna Convention a treaty enters into force for a State on the date of its consent, if that is later and nothing else is provided.',
    },
    {
      id: 'by-entry-into-force',
      says: 'Only within the thirty days: the amendment enters into force for the Parties that have consented by the thirtieth day after the adoption.',
      why: 'The amendment enters into force "for the States Parties which have expressed their consent" on one day, so whether they have expressed it is asked on that day.',
    },
    {
      id: 'none',
      says: 'No: the amendment enters into force only for the Parties that have consented by the day of adoption.',
      why: 'Paragraph 6 names one day, thirty days after adoption, and speaks of "the States Parties which have expressed their consent".',
    },
  ],
  default: 'thirty-days-after-notice',
  authority: 'Article 70(7) by analogy; Vienna Convention on the Law of Treaties, Art. 24(3).',
} as const satisfies Reading

export const voteAsConsent = {
  id: 'vote-as-consent',
  question: 'Does a Party that votes in favour of an amendment express its consent to apply it?',
  cites: ['70(6)'],
  options: [
    {
      id: 'no',
      says: 'No: a Party consents by an act of its own. Nobody is bound by a vote alone.',
      why: 'Paragraph 6 has two sentences: the Conference adopts by a vote, and the amendment binds the Parties that "have expressed their consent". The second would add nothing if the vote were the consent.',
    },
    {
      id: 'yes',
      says: 'Yes: a Party that is named among the votes in favour has expressed its consent on that day.',
      why: 'Paragraph 6 asks for no form. A delegation that votes for an amendment says that its State wants it to apply.',
    },
  ],
  default: 'no',
  authority:
    'Vienna Convention on the Law of Treaties, Art. 9 and 11: the adoption of a text and the consent to be bound by it are two acts.',
} as const satisfies Reading

export const secondVote = {
  id: 'second-vote',
  question: 'May the Conference vote again on a submission that it did not adopt?',
  cites: ['70(6)', '68(1)', '62(10)'],
  options: [
    {
      id: 'refused',
      says: 'No: the first vote decides. A new submission is needed.',
      why: 'A submission that was put to the vote is decided. Otherwise a vote would never be final.',
    },
    {
      id: 'counts',
      says: 'Yes: a later vote replaces one by which the amendment was not adopted.',
      why: 'No provision says that a vote ends the submission, and bodies commonly reconsider their decisions.',
    },
  ],
  default: 'refused',
  authority:
    'The text has no rule; Article 61(3) of this Convention leaves it to rules of procedure, which are not written.',
} as const satisfies Reading
