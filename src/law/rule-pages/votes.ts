import type { LawRuleId, RulePages } from '../../treaty/index.ts'

/** What a vote of the Conference, a consent and an instrument are held against. */
export const VOTE_RULES = {
  'law/vote-count': {
    level: 'error',
    title: 'No more votes are cast than there are States Parties',
    why: 'Two thirds are taken of all Parties on that day. More votes than Parties is a mistake in one of the two.',
  },
  'law/consensus-or-votes': {
    level: 'error',
    title: 'A decision is by consensus, or by a vote',
    why: 'Where a body decides by consensus nobody votes. A record with both contradicts itself, and nothing can be read from it.',
  },
  'law/vote-by-party': {
    level: 'warning',
    title: 'Whoever is named as voting could vote',
    why: 'A code that is no Party on that day is not counted. The vote stands without it.',
  },
  'law/consensus-not-counted': {
    level: 'warning',
    cite: '70(6)',
    title: 'A consensus under 70(6) says who took part',
    why: 'The majority is of all Parties which have ratified, not of those present. A consensus is taken for the vote of all, and the record does not show it.',
  },
  'law/organization-beside-its-states': {
    level: 'warning',
    cite: '68(2)',
    title: 'An organization does not vote beside its member States',
    why: 'Either the organization votes, with the votes of its member States, or they do. Its votes are not counted where one of them voted.',
  },
  'law/consent-once': {
    level: 'error',
    cite: '70(6)',
    title: 'A Party consents once',
    why: 'The first consent sets the day from which it is bound.',
  },
  'law/consent-to-a-rejected-amendment': {
    level: 'error',
    cite: '70(6)',
    title: 'What is consented to was adopted',
    why: 'An amendment that found no two thirds of all Parties does not exist: there is nothing to consent to.',
  },
  'law/consent-late': {
    level: 'warning',
    cite: '70(6)',
    title: 'A consent given after the adoption has effect, by the reading chosen',
    why: 'Paragraph 6 does not speak of it. By the reading late-consent=none such a consent binds nobody.',
  },
  'law/instrument-of-an-amendment': {
    level: 'error',
    cite: '68(3)',
    title: 'An amendment is ratified, accepted or approved',
    why: 'Accession is to the Convention, not to an amendment of it.',
  },
  'law/ratification-once': {
    level: 'error',
    cite: '68(3)',
    title: 'A Party deposits one instrument for an amendment',
    why: 'The ninety days run from the first.',
  },
  'law/ratification-of-an-adopted-amendment': {
    level: 'error',
    cite: '68(3)',
    title: 'What is ratified was adopted',
    why: 'An instrument for a text that the Conference has not adopted ratifies nothing.',
  },
} satisfies Partial<RulePages<LawRuleId>>
