import { pagesOf, type RulePage, type RulePages, VERIFY_RULE_IDS, type VerifyRuleId } from '../../treaty/index.ts'

const error = (title: string, why: string) => ({ level: 'error' as const, title, why })
const warning = (title: string, why: string) => ({ level: 'warning' as const, title, why })

/** What main may have done to a proposal's record, and to the text that was sent out. */
const OF_PROPOSALS = {
  'verify/frozen-changed': error(
    'A proposal that was sent out only gains its edition, or why it was closed',
    'The Parties decide on what was sent to them. A commit that edits the proposal’s file afterwards changes what they decided on, under their answers.',
  ),
  'verify/frozen-digest': error(
    'Frozen changes have the digest that they were sent out with',
    'The digest is written when the text is frozen. Where it differs, one of the two was edited.',
  ),
  'verify/frozen-base': error(
    'The text that a proposal was drafted on stays in the history of main, and of what was sent out',
    'A base that main no longer holds shows that a history was rewritten: what came before cannot be compared any more.',
  ),
  'verify/frozen-branch': error(
    'Frozen changes are what the commit that was sent out says against its base',
    'The record and the commit were made on one day from one text. Where they differ, one of them was edited.',
  ),
  'verify/frozen-commit-absent': warning(
    'The commit that was sent out is in this clone',
    'Without it the frozen changes can be held against their digest alone. They count all the same.',
  ),
  'verify/branch-rewritten': warning(
    'The branch of what was sent out still holds its commit',
    'The branch is its author’s, and what stands on main counts; but a branch that lost that commit shows another text than the one decided on.',
  ),
  'verify/event-changed': error(
    'An event is filed once, and stays as it was filed',
    'An objection or a vote is a fact with a day and a reference. What is new is a new event: a record that is edited proves nothing.',
  ),
  'verify/party-changed': warning(
    'What the register holds of a Party’s instrument, denunciation and declarations stays as it was entered',
    'These days decide whom an amendment binds. A slip can only be put right by hand; whoever reads the record is to know that it was.',
  ),
} satisfies Partial<RulePages<VerifyRuleId>>

/** What main may have done to the documents and their editions. */
const OF_DOCUMENTS = {
  'verify/document-edited': error(
    'The words of a document change by adoption alone',
    'A commit on main that changes them, or loses the document, amends the treaty on nobody’s authority. Facts and notes are editorial: who corrects them needs no amendment.',
  ),
  'verify/adoption-merge': error(
    'An edition is a merge of main with what was sent out',
    'The two parents of that commit prove which text was adopted, and onto which. A commit with others proves neither.',
  ),
  'verify/adoption-allowed': error(
    'What is adopted stood on a record by which the law allowed it',
    'A proposal that its author withdrew, or that objections stopped, is not adopted by a merge. The record before that commit says which it was.',
  ),
  'verify/adoption-text': error(
    'An adopted edition is main’s text with the frozen changes, nothing more and nothing less',
    'What a merge brings in beside the changes that were decided on, nobody decided on.',
  ),
  'verify/edition-missing': error(
    'Every edition has its tag',
    'The tag is the name under which others cite the edition. An adoption that was interrupted, or a clone without tags, lacks it.',
  ),
  'verify/edition-moved': error(
    'The tag of an edition is on the commit that wrote it',
    'A published tag is never moved: who cited the edition would find another text under its name.',
  ),
  'verify/edition-order': error(
    'Editions are numbered as main adopted them',
    'Two clones that number them differently would give one name to two texts.',
  ),
  'verify/edition-unfounded': error(
    'A tag that looks like an edition’s is of one that main records',
    'Whoever reads annex-1/v7 takes it for an edition. Without an adoption behind it, it is none.',
  ),
  'verify/edition-annotated': error(
    'The tag of an edition is annotated',
    'A tag that is only a name says neither who made it nor when, and cannot be signed.',
  ),
} satisfies Partial<RulePages<VerifyRuleId>>

/** What may be wrong with the history itself, and with who signed it. */
const OF_HISTORY = {
  'verify/unrelated-history': error(
    'What is merged into main was drafted on it',
    'A merge with a history that shares nothing with main brings in a text that no proposal was drafted on.',
  ),
  'verify/unreadable': error(
    'What the history names can be read',
    'An object or a file that is damaged or absent could not be verified; the other checks went on.',
  ),
  'verify/signature': error(
    'Once main has the file annexes/register/keys, records and editions are signed by a key in it',
    'A key counts from the commit after the one that named it, so that no commit can vouch for itself.',
  ),
  'verify/author-forged': error(
    'Whoever signs a record is named as its author',
    'A signature by one person under another’s name says that one of the two did not write it.',
  ),
  'verify/signatures-left-out': warning(
    'Signatures are looked at where the repository asks for them',
    'The git program verifies them. Where it is absent they were not, and this says so.',
  ),
} satisfies Partial<RulePages<VerifyRuleId>>

/** The page of every rule verify/: what main’s history is held against. Their examples are histories, not texts. */
export const VERIFY_RULE_PAGES: readonly RulePage[] = pagesOf(VERIFY_RULE_IDS, {
  ...OF_PROPOSALS,
  ...OF_DOCUMENTS,
  ...OF_HISTORY,
})
