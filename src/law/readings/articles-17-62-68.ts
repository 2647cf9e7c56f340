import type { Reading } from './reading.ts'

export const commissionConsensus = {
  id: 'commission-consensus',
  question: 'Whose decision on a recommendation must be taken by consensus?',
  cites: ['62(9)'],
  options: [
    {
      id: 'commission',
      says: "The Commission's: with one formal objection among its members there is no recommendation.",
      why: 'The sentence follows the sentence on the recommendations of the Commission and is about "such recommendations".',
    },
    {
      id: 'conference',
      says: "The Conference's: it decides on the recommendations of the Commission.",
      why: 'A decision "on" a recommendation is taken by the body that receives it: the Conference.',
    },
    {
      id: 'both',
      says: 'The decisions of both bodies.',
      why: 'The sentence names no body, so it can apply to each body that decides.',
    },
  ],
  default: 'commission',
  authority: 'Article 62(9), second sentence, names no body; Article 62(6) leaves procedure to the rules of procedure.',
} as const satisfies Reading

export const technicalAnnexEntryIntoForce = {
  id: 'technical-annex-entry-into-force',
  question: 'When does a suggested amendment to the Technical Annex bind a Party?',
  cites: ['62(10)', '68(3)', '68(4)', '68(5)'],
  options: [
    {
      id: 'article-68',
      says: 'Like any amendment of the Convention: ninety days after the Party deposits its instrument of ratification, acceptance or approval.',
      why: 'The Technical Annex is part of the Convention, and Article 68 is the general rule on amendments. Article 70 makes an exception only for Annex 1.',
    },
    {
      id: 'individual-acceptance',
      says: 'From the day on which the Party notifies that it accepts the suggestion of the Conference.',
      why: 'Article 62(10) lets the Conference "suggest to the States Parties" and requires no instrument. Each Party decides whether to accept a suggestion, and its consent takes effect on the day it is given.',
    },
  ],
  default: 'article-68',
  authority:
    'Article 62(10) ends at "may suggest to the States Parties"; Vienna Convention on the Law of Treaties, Art. 24(3), 40.',
} as const satisfies Reading

export const conferenceMajority = {
  id: 'conference-majority',
  question: 'By which majority does the Conference suggest an amendment to the Technical Annex?',
  cites: ['62(10)', '61(3)'],
  options: [
    {
      id: 'simple',
      says: 'By more votes in favour than against.',
      why: 'Article 62(10) says that the Conference "may suggest", and names no majority. Without another rule a body decides by the majority of the votes cast.',
    },
    {
      id: 'two-thirds',
      says: 'By two thirds of the votes cast in favour or against.',
      why: 'Rules of procedure of such conferences commonly ask for two thirds of those present and voting for a decision of substance.',
    },
    {
      id: 'consensus',
      says: 'By consensus: nobody votes against or objects.',
      why: 'Paragraph 9 asks for consensus on the recommendations, and Article 68(1) for every effort to reach it on amendments.',
    },
  ],
  default: 'simple',
  authority:
    'Article 61(3) of this Convention leaves the majority to rules of procedure, which are not written; Article 62(10) says only that the Conference "may suggest".',
} as const satisfies Reading

export const fiveYearBar = {
  id: 'five-year-bar',
  question: 'Do the five years of Article 68(1) also bind an annex that is amended by the procedure of Article 68?',
  cites: ['68(1)', '62(10)'],
  options: [
    {
      id: 'text-only',
      says: 'No: they protect the articles. An annex may be amended at any time.',
      why: 'Articles 62 and 70 allow the annexes to follow technology and new instruments, "if necessary" and at "the next session", without a waiting time.',
    },
    {
      id: 'annexes-too',
      says: 'Yes: every amendment by the procedure of Article 68 must wait for five years.',
      why: 'Article 68(1) speaks of "an amendment" without exception, and an annex is part of the Convention.',
    },
  ],
  default: 'text-only',
  authority: 'Article 68(1) on one side, Articles 62(9)-(10) and 70(2) on the other.',
} as const satisfies Reading

export const article68ForAnnex1 = {
  id: 'article-68-for-annex-1',
  question: 'May Annex 1 also be amended by the procedure of Article 68?',
  cites: ['68(1)', '70(1)'],
  options: [
    {
      id: 'no',
      says: 'No: Annex 1 is amended under Article 70 alone.',
      why: 'Article 70 is the special rule on Annex 1, and a special rule displaces the general one.',
    },
    {
      id: 'yes',
      says: 'Yes: Article 68 is open for every part of the Convention, and Article 70 adds a simpler way for Annex 1.',
      why: 'Article 68(1) speaks of "an amendment" without exception, an annex is part of the Convention, and Article 70 does not say that it excludes Article 68.',
    },
  ],
  default: 'no',
  authority:
    'The general rule that the special provision prevails, on one side; Article 68(1) of this Convention, which makes no exception, on the other.',
} as const satisfies Reading

export const exclusionOfAddedTreaties = {
  id: 'exclusion-of-added-treaties',
  question: 'Can a Party exclude a treaty that is added to Annex 1 after it became a Party?',
  cites: ['17(2)'],
  options: [
    {
      id: 'deposit-only',
      says: 'No: a State declares when it deposits its instrument. A Party that is not party to a treaty added later can only object to the amendment.',
      why: 'Article 17(2) gives the declaration "on depositing its instruments". A Party that does not want an addition can object to it under Article 70.',
    },
    {
      id: 'also-on-amendment',
      says: 'Yes: it may declare on or before the day on which the amendment that adds the treaty enters into force for it.',
      why: 'Article 17(2) protects a State from a treaty to which it is not party. The reason is the same for a treaty added later.',
    },
  ],
  default: 'deposit-only',
  authority: 'Article 17(2); the last paragraph of Article 17 allows a declaration at another time in one case only.',
} as const satisfies Reading
