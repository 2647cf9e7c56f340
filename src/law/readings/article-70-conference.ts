import type { Reading } from './reading.ts'

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
      id: 'none',
      says: 'No: the amendment enters into force only for the Parties that have consented by the day of adoption.',
      why: 'Paragraph 6 names one day, thirty days after adoption, and speaks of "the States Parties which have expressed their consent".',
    },
  ],
  default: 'thirty-days-after-notice',
  authority: 'Article 70(7) by analogy; Vienna Convention on the Law of Treaties, Art. 24(3).',
} as const satisfies Reading
