import type { Reading } from './reading.ts'

export const ratifyingParties = {
  id: 'ratifying-parties',
  question: 'Which Parties are "the States Parties which have ratified this Convention"?',
  cites: ['70(4)', '70(5)', '70(6)', '66(3)', '67(1)'],
  options: [
    {
      id: 'all-instruments',
      says: 'Every State for which the Convention is in force, whichever instrument it deposited.',
      why: 'Articles 66 and 67 put acceptance, approval and accession beside ratification with the same effect, and the Vienna Convention on the Law of Treaties (Art. 2(1)(b)) defines the four together as the act that establishes consent to be bound. Nothing suggests that an acceding State should have no say over Annex 1.',
    },
    {
      id: 'ratification-only',
      says: 'Only the States whose instrument is a ratification in name.',
      why: 'Article 70 says "ratified" and nothing else, while Articles 67 and 68 list the other instruments whenever they are meant. A drafter who lists elsewhere and does not list here may have meant the difference.',
    },
  ],
  default: 'all-instruments',
  authority:
    'Vienna Convention on the Law of Treaties, Art. 2(1)(b), 14-16; Articles 66(3) and 67(1) of this Convention.',
} as const satisfies Reading

export const denominatorDate = {
  id: 'denominator-date',
  question: 'On which day are the States Parties counted of which one third can stop an amendment?',
  cites: ['70(4)', '70(5)'],
  options: [
    {
      id: 'deadline',
      says: 'On the last day of the six months: the Parties that there are when the outcome is decided.',
      why: 'Whether one third has objected can only be said when the period ends (‘current time’). A State that joins within the period may object, and is then among those of whom a third is taken.',
    },
    {
      id: 'circulation',
      says: 'On the day the draft is sent: the Parties to which it was sent.',
      why: 'The draft is sent "to the States Parties", and the number needed to stop it is then known from the first day and cannot be moved by accessions or denunciations (‘fixed time’).',
    },
  ],
  default: 'deadline',
  authority:
    'Practice knows both: Conference of the Parties to the Basel Convention, decision BC-10/3 (2011), on the ‘current time’ and ‘fixed time’ approaches to its Article 17(5).',
} as const satisfies Reading

export const objectionWithdrawal = {
  id: 'objection-withdrawal',
  question: 'What does a Party do by withdrawing an objection?',
  cites: ['70(4)', '70(5)', '70(7)'],
  options: [
    {
      id: 'before-deadline-nets',
      says: 'Received on or before the last day, the withdrawal undoes the objection: it is not counted, and the Party is bound by silence as if it had never objected. Received later, it has no effect: the period is closed, and a Party that objected comes in by notifying its acceptance under paragraph 7.',
      why: 'What counts is who objects when the six months end. A notification can be revoked until it has taken effect, and nothing is decided before the last day.',
    },
    {
      id: 'irrevocable',
      says: 'An objection once notified stands: it is counted, and the Party comes in only by notifying its acceptance under paragraph 7. A withdrawal has no effect at any time, and is no acceptance.',
      why: 'The text knows no withdrawal; it counts Parties that "notify … their objections … within six months", which a later change of mind does not undo, and it gives the objecting Party a way in of its own, paragraph 7.',
    },
  ],
  default: 'before-deadline-nets',
  authority:
    'Depositary practice under Article 47 of the 1961 Single Convention on Narcotic Drugs, where objections to the amendment proposed by Bolivia (2009-2011) were withdrawn within the period and not counted.',
} as const satisfies Reading

export const lateJoiner = {
  id: 'late-joiner',
  question: 'Does an amendment bind a State that becomes a Party too late to object or to be asked?',
  cites: ['70(5)', '70(6)', '68(5)', 'VCLT 40(5)(a)'],
  options: [
    {
      id: 'as-amended',
      says: "It becomes a Party to the Convention as amended: bound from its own entry into force or the amendment's, whichever is later. Too late means, where silence binds, after the last day for objections; where consent is asked, after the amendment's own entry into force.",
      why: 'A State that joins a treaty joins the text as it then stands, unless it says otherwise; Article 40(5)(a) of the Vienna Convention presumes so.',
    },
    {
      id: 'unamended',
      says: 'It becomes a Party to the Convention without the amendment. Where consent is asked, it may consent like any other; where silence binds, paragraph 7 opens only to a Party that objected, so that the text gives it no way in.',
      why: 'Paragraph 5 binds those that kept silent when they could object, paragraph 6 and Article 68(5) those that consented; a State that joins later did neither.',
    },
  ],
  default: 'as-amended',
  authority: 'Vienna Convention on the Law of Treaties, Art. 40(5).',
} as const satisfies Reading
