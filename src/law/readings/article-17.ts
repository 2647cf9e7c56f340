import type { Reading } from './reading.ts'

export const exclusionOfAddedTreaties = {
  id: 'exclusion-of-added-treaties',
  question: 'Can a Party exclude a treaty that is added to Annex 1 after it became a Party?',
  cites: ['17(2)'],
  options: [
    {
      id: 'deposit-only',
      says: 'No: the declaration is made on depositing the instrument, so that a Party outside a treaty added later can only object to the amendment.',
      why: 'Article 17(2) gives the declaration "on depositing its instruments", and Article 70 gives a Party that wants no part of an addition the objection.',
    },
    {
      id: 'also-on-amendment',
      says: 'Yes: on or before the day on which the amendment that adds the treaty enters into force for it.',
      why: 'The purpose of Article 17(2), that no State be held to a treaty to which it is not party, is the same for a treaty added later.',
    },
  ],
  default: 'deposit-only',
  authority:
    'Article 17(2); compare its second unnumbered paragraph, which allows a declaration at another time for one case only.',
} as const satisfies Reading
