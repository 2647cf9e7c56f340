import type { Reading } from '../reading.ts'

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
      says: 'A withdrawal received on or before the last day cancels the objection: it is not counted, and the Party is bound like a Party that did not object. The effect of a withdrawal received later is the reading withdrawal-after-deadline.',
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

export const withdrawalAfterDeadline = {
  id: 'withdrawal-after-deadline',
  question: 'What is the effect of the withdrawal of an objection after the six months?',
  cites: ['70(4)', '70(7)'],
  options: [
    {
      id: 'no-effect',
      says: 'None: the Party may notify its acceptance under paragraph 7.',
      why: 'The objections at the end of the six months decide, and paragraph 7 names another act for what follows.',
    },
    {
      id: 'acceptance',
      says: 'It is an acceptance under paragraph 7, notified on that day.',
      why: 'A Party that objected and withdraws its objection agrees to be bound: this is an acceptance in all but name.',
    },
  ],
  default: 'no-effect',
  authority:
    'Article 70(7) of this Convention; by comparison the Basel Convention, Art. 18(2)(b), under which a Party may at any time replace its objection by an acceptance.',
} as const satisfies Reading

export const lateObjection = {
  id: 'late-objection',
  question:
    'What is the effect of an objection received after the six months and before the amendment enters into force?',
  cites: ['70(4)', '70(5)', '70(7)'],
  options: [
    {
      id: 'no-effect',
      says: 'None: it is not counted, and the Party is bound like a Party that did not object.',
      why: 'Paragraph 5 asks for objections filed "within six months". What comes later is not an objection under the Article.',
    },
    {
      id: 'keeps-out-uncounted',
      says: 'It is not counted, but the amendment does not enter into force for that Party. The Party may accept under paragraph 7.',
      why: 'The words "States Parties not objecting to it" in paragraph 5, and paragraph 7, name no time. Nobody is bound against a will that was declared before the day.',
    },
  ],
  default: 'no-effect',
  authority:
    'Article 70(5) and (7) of this Convention; on the other side the practice under Annex 11 to the TIR Convention, 1975, where a non-acceptance received after the period still kept that Party out.',
} as const satisfies Reading

export const earlyAcceptance = {
  id: 'early-acceptance',
  question:
    'What is the effect of an acceptance notified before the amendment enters into force, by a Party that objected?',
  cites: ['70(7)', '70(4)'],
  options: [
    {
      id: 'at-entry',
      says: 'It binds that Party thirty days after it is notified, and not before the amendment enters into force. The objection is counted.',
      why: 'Paragraph 7 puts the acceptance after the entry into force, so an earlier one waits for that day. It does not say that an acceptance withdraws the objection.',
    },
    {
      id: 'withdraws-objection',
      says: 'Received within the six months, it withdraws the objection: the objection is not counted, and the Party is bound like a Party that did not object. Received later, it has effect from the entry into force.',
      why: 'A Party that accepts no longer objects. What counts is who objects at the end of the six months.',
    },
    {
      id: 'none',
      says: 'None: an acceptance has effect only if it is notified after the amendment has entered into force.',
      why: 'Paragraph 7 opens with "After an amendment has entered into force".',
    },
  ],
  default: 'at-entry',
  authority: 'Article 70(7) of this Convention, by its opening words on one side and its object on the other.',
} as const satisfies Reading

export const objectionOfASignatory = {
  id: 'objection-of-a-signatory',
  question:
    'Does an objection count if the State has deposited its instrument, and the Convention is not yet in force for it?',
  cites: ['70(4)', '70(5)', 'VCLT 40(2)'],
  options: [
    {
      id: 'none',
      says: 'No: only a State Party objects. The State may object again when it is a Party, within the six months.',
      why: 'Paragraph 4 counts the objections of "States Parties which have ratified", and on that day the State is not a Party.',
    },
    {
      id: 'from-becoming-party',
      says: 'Yes, from the day on which the State becomes a Party. It is counted if that day is within the six months. If that day is later, the amendment does not bind the State.',
      why: 'A State that has consented to be bound has an interest in the amendment. Article 40(2) of the Vienna Convention lets all contracting States take part in the decision on it.',
    },
  ],
  default: 'none',
  authority:
    'Vienna Convention on the Law of Treaties, Art. 40(2): a proposal to amend is notified to all contracting States.',
} as const satisfies Reading
