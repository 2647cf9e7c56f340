import type { Reading } from './reading.ts'

export const criteriaForDeletion = {
  id: 'criteria-for-deletion',
  question: 'Must an instrument also meet the conditions of paragraph 3 if it is deleted or reworded?',
  cites: ['70(3)'],
  options: [
    {
      id: 'additions-only',
      says: 'Only an instrument that is added must be universal or regional, in force and directly related to international crime.',
      why: 'An instrument may be proposed for deletion because it does not meet the conditions. Paragraph 3 would then keep it in the list.',
    },
    {
      id: 'every-change',
      says: 'Every instrument that an amendment changes must meet the conditions.',
      why: '"Proposed amendments should pertain only to" such instruments. The words do not distinguish between adding and deleting.',
    },
  ],
  default: 'additions-only',
  authority:
    'Vienna Convention on the Law of Treaties, Art. 31(1) (object and purpose), on one side; the words of Art. 70(3) on the other.',
} as const satisfies Reading

export const inForceTestDate = {
  id: 'in-force-test-date',
  question: 'On which day must the instrument have entered into force?',
  cites: ['70(3)', '70(4)'],
  options: [
    {
      id: 'circulation',
      says: 'On the day the draft is sent to the States Parties or submitted to the Conference (before that: on the day asked about).',
      why: 'The Secretary-General sends "draft amendments proposed in accordance with" the Article. So the conditions must be met when the drafts are sent, and a draft may wait for an instrument to enter into force.',
    },
    {
      id: 'proposal',
      says: 'On the day the amendment is proposed, as the proposal records it (`proposed`).',
      why: '"Proposed amendments should pertain only to … instruments which have entered into force": the tense refers to the time of the proposal.',
    },
  ],
  default: 'circulation',
  authority: 'The text names no day.',
} as const satisfies Reading
