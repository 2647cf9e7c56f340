import type { Reading } from '../reading.ts'

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

export const criteriaForce = {
  id: 'criteria-force',
  question: 'Do the conditions of paragraph 3 bind, or do they only advise?',
  cites: ['70(3)'],
  options: [
    {
      id: 'binding',
      says: 'They bind: a draft that does not meet them is not sent out.',
      why: 'Paragraph 3 limits what proposals may be about ("only"), and it would have no effect if anybody could disregard it.',
    },
    {
      id: 'hortatory',
      says: 'They advise: a draft that does not meet them is sent out with a remark, and the Parties decide.',
      why: 'Paragraph 3 says "should", where the other paragraphs say "shall", and names nobody who examines a proposal.',
    },
  ],
  default: 'binding',
  authority:
    'Article 70(3) of this Convention says "should"; Articles 70(1), (2) and (4) to (7) say "may" and "shall".',
} as const satisfies Reading

export const withdrawalOfAProposal = {
  id: 'withdrawal-of-a-proposal',
  question: 'Can a proposal be withdrawn?',
  cites: ['70(1)', '70(2)', '62(9)', '68(1)'],
  options: [
    {
      id: 'proposer-only',
      says: 'Yes: by its proposer, until it is decided.',
      why: 'The Convention is silent. Who may make a proposal may take it back while nothing has come of it.',
    },
    {
      id: 'none',
      says: 'No: once it is recorded, it is decided.',
      why: 'Once the draft is sent, it lies before the other Parties, and no provision lets its proposer end the procedure.',
    },
  ],
  default: 'proposer-only',
  authority:
    'The text has no rule; rules of procedure of conferences commonly let a proposer withdraw before the vote.',
} as const satisfies Reading
