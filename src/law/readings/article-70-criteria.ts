import type { Reading } from './reading.ts'

export const criteriaForDeletion = {
  id: 'criteria-for-deletion',
  question: 'Must an instrument that is to be deleted or reworded meet the conditions of paragraph 3 as well?',
  cites: ['70(3)'],
  options: [
    {
      id: 'additions-only',
      says: 'Only an instrument that is added must be universal or regional, in force and directly related to international crime.',
      why: 'An instrument may be proposed for deletion precisely because it fails the conditions; paragraph 3 would then keep in the list what it was meant to keep out.',
    },
    {
      id: 'every-change',
      says: 'Each instrument that an amendment touches must meet the conditions.',
      why: '"Proposed amendments should pertain only to" such instruments: the words make no difference between adding and deleting.',
    },
  ],
  default: 'additions-only',
  authority:
    'Vienna Convention on the Law of Treaties, Art. 31(1) (object and purpose), against Art. 70(3) word for word.',
} as const satisfies Reading

export const inForceTestDate = {
  id: 'in-force-test-date',
  question: 'On which day must the instrument have entered into force?',
  cites: ['70(3)', '70(4)'],
  options: [
    {
      id: 'circulation',
      says: 'On the day the draft is sent to the States Parties or submitted to the Conference (while it is not: on the day asked).',
      why: 'The Secretary-General sends "draft amendments proposed in accordance with" the Article: the conditions must be met when they leave his hands, and a draft may wait for an instrument about to enter into force.',
    },
    {
      id: 'proposal',
      says: 'On the day the amendment is proposed, as the proposal records it (`proposed`).',
      why: '"Proposed amendments should pertain only to … instruments which have entered into force": the present perfect speaks at the time of proposing.',
    },
  ],
  default: 'circulation',
  authority: 'The text gives no day.',
} as const satisfies Reading
