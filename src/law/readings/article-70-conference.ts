import type { Reading } from './reading.ts'

export const conferenceRoute = {
  id: 'conference-route',
  question:
    'Which proposals does the Conference decide under paragraph 6, and which go by silence under paragraphs 4 and 5?',
  cites: ['70(1)', '70(2)', '70(4)', '70(6)'],
  options: [
    {
      id: 'by-proposer',
      says: 'What a State Party proposes goes by silence (paragraphs 4 and 5); what the Secretariat submits is for the Conference (paragraph 6).',
      why: 'Paragraph 4 sends out drafts "proposed in accordance with paragraph 1", paragraph 2 takes the Secretariat\'s to "the next session of the Conference"; paragraph 6 then has its place as the end of the second way.',
    },
    {
      id: 'alternative',
      says: 'Either way is open to every proposal, and either suffices: the amendment is in force for each Party from the first day that one of them gives.',
      why: 'Paragraph 6 speaks of "an amendment" without saying whose, and nothing takes from the Conference what paragraph 2 lets the Secretariat bring before it.',
    },
    {
      id: 'cumulative',
      says: 'Both steps are needed: no third of the Parties objects, and the Conference adopts. A Party is bound from the later of the days that the two steps give it, so that it must have kept silent (or accepted under paragraph 7) and have consented.',
      why: 'Paragraphs 4 to 6 follow on each other without an "or"; paragraph 6 says that the Conference "shall adopt", and its own test and effect can be read as added to those of paragraphs 4 and 5.',
    },
  ],
  default: 'by-proposer',
  authority: 'The text joins paragraph 6 to neither paragraph 1 nor paragraph 2.',
} as const satisfies Reading

export const lateConsent = {
  id: 'late-consent',
  question: 'Can a Party consent to an amendment after the Conference has adopted it?',
  cites: ['70(6)'],
  options: [
    {
      id: 'thirty-days-after-notice',
      says: 'Yes: for that Party the amendment enters into force thirty days after it notifies its consent, as paragraph 7 has it for a Party that objected.',
      why: 'Otherwise a Party absent on the day of adoption could never come in; paragraph 7 shows how the Article treats one that comes later.',
    },
    {
      id: 'none',
      says: 'No: the amendment enters into force only for the Parties that have consented by the day of adoption.',
      why: 'Paragraph 6 names one day, thirty days after adoption, and "the States Parties which have expressed their consent".',
    },
  ],
  default: 'thirty-days-after-notice',
  authority: 'Article 70(7) by analogy; Vienna Convention on the Law of Treaties, Art. 24(3).',
} as const satisfies Reading
