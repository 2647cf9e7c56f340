import type { Reading } from './reading.ts'

export const commissionConsensus = {
  id: 'commission-consensus',
  question: 'Whose decision on a recommendation must be taken by consensus?',
  cites: ['62(9)'],
  options: [
    {
      id: 'commission',
      says: "The Commission's: one formal objection among its members, and there is no recommendation.",
      why: 'The sentence follows the one on the Commission\'s recommendations and concerns "such recommendations".',
    },
    {
      id: 'conference',
      says: "The Conference's, which decides on what the Commission recommends.",
      why: 'A decision "on" a recommendation is taken by the one that receives it: the Conference.',
    },
    {
      id: 'both',
      says: "Both bodies'.",
      why: 'The sentence names no body, so that it can bind each that decides.',
    },
  ],
  default: 'commission',
  authority: 'Article 62(9), second sentence, names no body; Article 62(6) leaves procedure to the rules of procedure.',
} as const satisfies Reading

export const technicalAnnexEntryIntoForce = {
  id: 'technical-annex-entry-into-force',
  question: 'How does an amendment to the Technical Annex, once suggested, come to bind a Party?',
  cites: ['62(10)', '68(3)', '68(4)', '68(5)'],
  options: [
    {
      id: 'article-68',
      says: 'As any amendment of the Convention: for each Party ninety days after it deposits its instrument of ratification, acceptance or approval.',
      why: 'The Technical Annex is part of the Convention and Article 68 is its general rule on amendments; Article 70 makes an exception for Annex 1 alone.',
    },
    {
      id: 'individual-acceptance',
      says: 'For each Party from the day it notifies that it accepts what the Conference suggested.',
      why: 'Article 62(10) lets the Conference "suggest to the States Parties" and asks for no instrument: what is suggested is taken up by whoever accepts it, and consent given on a later day takes effect on that day.',
    },
  ],
  default: 'article-68',
  authority:
    'Article 62(10) ends at "may suggest to the States Parties"; Vienna Convention on the Law of Treaties, Art. 24(3), 40.',
} as const satisfies Reading

export const fiveYearBar = {
  id: 'five-year-bar',
  question: 'Do the five years of Article 68(1) also bind an annex that is amended by the procedure of Article 68?',
  cites: ['68(1)', '62(10)'],
  options: [
    {
      id: 'text-only',
      says: 'No: they protect the articles; an annex may be amended at any time.',
      why: 'Articles 62 and 70 keep the annexes abreast of technology and of new instruments "if necessary" and at "the next session", without a waiting time.',
    },
    {
      id: 'annexes-too',
      says: 'Yes: whatever is amended by the procedure of Article 68 is amended after five years.',
      why: 'Article 68(1) speaks of "an amendment" without exception, and an annex is part of the Convention.',
    },
  ],
  default: 'text-only',
  authority: 'Article 68(1) against Articles 62(9)-(10) and 70(2).',
} as const satisfies Reading

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
