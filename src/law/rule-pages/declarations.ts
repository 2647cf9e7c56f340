import type { LawRuleId, RulePages } from '../../treaty/index.ts'

/** What a declaration under Article 17 is held against. */
export const DECLARATION_RULES = {
  'law/declaration-on-deposit': {
    level: 'error',
    cite: '17(2)',
    title: 'A State declares on depositing its instrument',
    why: 'A State that is not party to a listed treaty declares that on the day of its deposit. Whether it may declare again when an amendment adds a treaty is a reading: exclusion-of-added-treaties.',
  },
  'law/declaration-of-a-treaty-added-later': {
    level: 'error',
    cite: '17(2)',
    title: 'A declaration on deposit is of Annex 1 as the State joins it',
    why: 'A treaty that an amendment adds is listed for a State that joins the Convention as amended. One whose amendment was still open to the State’s objection when it became a Party is added later: by the reading exclusion-of-added-treaties=deposit-only it can only be objected to.',
  },
  'law/declaration-by-a-party': {
    level: 'error',
    cite: '17, second unnumbered paragraph',
    title: 'A State that left a listed treaty declares as a Party',
    why: 'The paragraph gives the declaration to a State Party that ceases to be party to a listed treaty. Before it is a Party, 17(2) is its way.',
  },
  'law/declaration-by-a-state': {
    level: 'error',
    cite: '17(2)',
    title: 'A declaration is made by a State',
    why: 'Article 17 gives the declaration to States Parties. The member States of an organization may declare, each on its own deposit.',
  },
  'law/declaration-of-a-listed-treaty': {
    level: 'error',
    cite: '17(2)',
    title: 'A declaration names a treaty that Annex 1 lists',
    why: 'Only what is listed can be deemed not to be. The treaty is named by the id of its entry.',
  },
  'law/declaration-once': {
    level: 'error',
    cite: '17(2)',
    title: 'A Party declares once on a treaty',
    why: 'The first declaration stands until the treaty enters into force for the Party.',
  },
} satisfies Partial<RulePages<LawRuleId>>
