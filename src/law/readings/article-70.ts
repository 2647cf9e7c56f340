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
