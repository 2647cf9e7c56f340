import type { Reading } from '../reading.ts'

export const lateJoiner = {
  id: 'late-joiner',
  question: 'Does an amendment bind a State that becomes a Party too late to object or to consent?',
  cites: ['70(5)', '70(6)', '68(5)', 'VCLT 40(5)(a)'],
  options: [
    {
      id: 'as-amended',
      says: "Yes: it becomes a Party to the Convention as amended. It is bound from its own entry into force or the amendment's, whichever is later. Too late means: after the last day for objections if silence binds, and after the amendment's own entry into force if consent binds.",
      why: 'A State that joins a treaty joins the text of that day, unless it says otherwise. Article 40(5)(a) of the Vienna Convention presumes this.',
    },
    {
      id: 'unamended',
      says: 'No: it becomes a Party to the Convention without the amendment. If consent binds, it may consent like any other Party. If silence binds, only a Party that objected can accept under paragraph 7, so this State cannot become bound.',
      why: 'Paragraph 5 binds the Parties that could object and did not. Paragraph 6 and Article 68(5) bind the Parties that consented. A State that joins later did neither.',
    },
  ],
  default: 'as-amended',
  authority: 'Vienna Convention on the Law of Treaties, Art. 40(5).',
} as const satisfies Reading

export const joinerBeforeEntry = {
  id: 'joiner-before-entry',
  question:
    'Does an amendment bind a State that becomes a Party after the last day for objections and before the amendment enters into force?',
  cites: ['70(5)'],
  options: [
    {
      id: 'not-objecting',
      says: 'Yes, from the entry into force of the amendment: on that day it is a State Party that has not objected.',
      why: 'Paragraph 5 brings the amendment into force "for the States Parties not objecting to it" on one day. It does not ask whether each of them could object.',
    },
    {
      id: 'late-joiner',
      says: 'It is treated like a State that becomes a Party later: the reading late-joiner decides.',
      why: 'A State that was no Party during the six months could not object, so its silence means nothing.',
    },
  ],
  default: 'not-objecting',
  authority:
    'Article 70(5) of this Convention. Article 40(5) of the Vienna Convention on the Law of Treaties speaks only of States that become Parties after the entry into force of the amending agreement.',
} as const satisfies Reading
