import type { Reading } from './reading.ts'

export const ratifyingParties = {
  id: 'ratifying-parties',
  question: 'Which Parties are "the States Parties which have ratified this Convention"?',
  cites: ['70(4)', '70(5)', '70(6)', '66(3)', '67(1)'],
  options: [
    {
      id: 'all-instruments',
      says: 'Every State for which the Convention is in force, whichever instrument it deposited.',
      why: 'Articles 66 and 67 give acceptance, approval and accession the same effect as ratification. The Vienna Convention on the Law of Treaties (Art. 2(1)(b)) defines the four together as the act that establishes consent to be bound. No provision suggests that a State that acceded cannot object.',
    },
    {
      id: 'ratification-only',
      says: 'Only the States whose instrument is a ratification in name.',
      why: 'Article 70 says only "ratified", while Articles 67 and 68 list the other instruments when they mean them. The drafters may have intended this difference.',
    },
  ],
  default: 'all-instruments',
  authority:
    'Vienna Convention on the Law of Treaties, Art. 2(1)(b), 14-16; Articles 66(3) and 67(1) of this Convention.',
} as const satisfies Reading

export const denominatorDate = {
  id: 'denominator-date',
  question: 'On which day are the States Parties counted, to find out whether one third of them object?',
  cites: ['70(4)', '70(5)'],
  options: [
    {
      id: 'deadline',
      says: 'On the last day of the six months: the States that are Parties when the outcome is decided.',
      why: 'Whether one third objected is only known when the period ends (‘current time’). A State that joins within the period may object, so it is counted too.',
    },
    {
      id: 'circulation',
      says: 'On the day the draft is sent: the Parties to which it was sent.',
      why: 'The draft is sent "to the States Parties". The number needed to stop it is then known from the first day, and accessions or denunciations do not change it (‘fixed time’).',
    },
  ],
  default: 'deadline',
  authority:
    'Both exist in practice: Conference of the Parties to the Basel Convention, decision BC-10/3 (2011), on the ‘current time’ and ‘fixed time’ approaches to its Article 17(5).',
} as const satisfies Reading

export const objectionWithdrawal = {
  id: 'objection-withdrawal',
  question: 'What is the effect of the withdrawal of an objection?',
  cites: ['70(4)', '70(5)', '70(7)'],
  options: [
    {
      id: 'before-deadline-nets',
      says: 'A withdrawal received on or before the last day cancels the objection: it is not counted, and the Party is bound like a Party that did not object. A withdrawal received later has no effect: the Party may only notify its acceptance under paragraph 7.',
      why: 'The objections at the end of the six months count. A notification can be withdrawn until it has taken effect, and nothing is decided before the last day.',
    },
    {
      id: 'irrevocable',
      says: 'An objection cannot be withdrawn: it is counted, and the Party may only notify its acceptance under paragraph 7. A withdrawal never has effect, and it is not an acceptance.',
      why: 'The text does not mention a withdrawal. It counts Parties that "notify … their objections … within six months": a later change of mind does not alter this. Paragraph 7 lets the Party that objected accept later.',
    },
  ],
  default: 'before-deadline-nets',
  authority:
    'Depositary practice under Article 47 of the 1961 Single Convention on Narcotic Drugs, where objections to the amendment proposed by Bolivia (2009-2011) were withdrawn within the period and not counted.',
} as const satisfies Reading

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
