import type { LawRuleId, RulePages } from '../../treaty/index.ts'

/** What the record as a whole is held against, and what an answer of the law remarks on. */
export const RECORD_RULES = {
  'law/two-instruments': {
    level: 'error',
    cite: '67',
    title: 'A State has one instrument at a time',
    why: 'No article says which of two instruments of one State counts, deposited on one day or while the other stands: the State is counted once, and the depositary says which.',
  },
  'law/denunciation-by-a-party': {
    level: 'error',
    cite: '71(1)',
    title: 'A State denounces as a Party',
    why: 'The paragraph gives the denunciation to a State Party. A State for which the Convention is not in force yet has nothing to denounce.',
  },
  'law/effect-after-all': {
    level: 'warning',
    title: 'What was filed as without effect has none',
    why: 'Whether an event has effect is asked of the law each time, by the readings taken: a mark made when it was filed, by other readings or before another event was on record, decides nothing. Where the two differ, this says so.',
  },
  'law/frozen-text': {
    level: 'error',
    title: 'The text that was sent out is not touched',
    why: 'The Parties decide on what was sent to them. A branch that moves afterwards, or frozen changes that no longer have their digest, are another text: what was sent out counts.',
  },
  'law/before-does-not-match': {
    level: 'error',
    title: 'A change meets the text that it was made for',
    why: 'Each change says what stood there before. Where a Party, or main, has other words there, what the change comes to is for the depositary to say: the program does not guess.',
  },
  'law/conflict': {
    level: 'error',
    title: 'Two proposals do not change the same words',
    why: 'Main changed since the text was frozen, at the same place. Neither of the two goes before the other by itself.',
  },
  'law/closed-in-vain': {
    level: 'error',
    title: 'A record is closed where nothing was decided',
    why: 'Closing a record is no act that the Convention knows: it ends no period that runs, and undoes nothing that the law has done. The amendment stands.',
  },
  'law/unknown-reading': {
    level: 'error',
    title: 'A reading chosen is one that there is',
    why: 'The questions that the Convention leaves open are named. A name misspelt would leave its question to the default, unnoticed.',
  },
  'law/unknown-option': {
    level: 'error',
    title: 'The option chosen is one of the reading’s',
    why: 'An option that does not exist would leave the question to the default, unnoticed.',
  },
  'law/divergences-one-by-one': {
    level: 'note',
    title: 'The outcome is held against the other readings',
    why: 'Where it rests on few of them, every combination is tried; where it rests on many, they are changed one by one, and this says so.',
  },
  'law/organization-and-amendments': {
    level: 'warning',
    cite: '70(5)',
    title: 'What binds an organization is said by the Convention',
    why: 'Article 70 speaks of States Parties. An organization is treated as a Party that kept silent and gave no consent; the depositary can say otherwise.',
  },
} satisfies Partial<RulePages<LawRuleId>>
