import type { RulePage } from '../../treaty/index.ts'

const error = (id: string, title: string, why: string): RulePage => ({ id, level: 'error', title, why })
const warning = (id: string, title: string, why: string): RulePage => ({ id, level: 'warning', title, why })

/** What main may have done to a proposal's record, and to the text that was sent out. */
const OF_PROPOSALS: readonly RulePage[] = [
  error(
    'verify/frozen-changed',
    'A proposal that was sent out only gains its edition, or why it was closed',
    'The Parties decide on what was sent to them. A commit that edits the proposal’s file afterwards changes what they decided on, under their answers.',
  ),
  error(
    'verify/frozen-digest',
    'Frozen changes have the digest that they were sent out with',
    'The digest is written when the text is frozen. Where it differs, one of the two was edited.',
  ),
  error(
    'verify/frozen-base',
    'The text that a proposal was drafted on stays in the history of main, and of what was sent out',
    'A base that main no longer holds shows that a history was rewritten: what came before cannot be compared any more.',
  ),
  error(
    'verify/frozen-branch',
    'Frozen changes are what the commit that was sent out says against its base',
    'The record and the commit were made on one day from one text. Where they differ, one of them was edited.',
  ),
  warning(
    'verify/frozen-commit-absent',
    'The commit that was sent out is in this clone',
    'Without it the frozen changes can be held against their digest alone. They count all the same.',
  ),
  warning(
    'verify/branch-rewritten',
    'The branch of what was sent out still holds its commit',
    'The branch is its author’s, and what stands on main counts; but a branch that lost that commit shows another text than the one decided on.',
  ),
  error(
    'verify/event-changed',
    'An event is filed once, and stays as it was filed',
    'An objection or a vote is a fact with a day and a reference. What is new is a new event: a record that is edited proves nothing.',
  ),
  warning(
    'verify/party-changed',
    'What the register holds of a Party’s instrument, denunciation and declarations stays as it was entered',
    'These days decide whom an amendment binds. A slip can only be put right by hand; whoever reads the record is to know that it was.',
  ),
]

/** What main may have done to the documents and their editions. */
const OF_DOCUMENTS: readonly RulePage[] = [
  error(
    'verify/document-edited',
    'The words of a document change by adoption alone',
    'A commit on main that changes them, or loses the document, amends the treaty on nobody’s authority. Facts and notes are editorial: who corrects them needs no amendment.',
  ),
  error(
    'verify/adoption-merge',
    'An edition is a merge of main with what was sent out',
    'The two parents of that commit prove which text was adopted, and onto which. A commit with others proves neither.',
  ),
  error(
    'verify/adoption-allowed',
    'What is adopted stood on a record by which the law allowed it',
    'A proposal that its author withdrew, or that objections stopped, is not adopted by a merge. The record before that commit says which it was.',
  ),
  error(
    'verify/adoption-text',
    'An adopted edition is main’s text with the frozen changes, nothing more and nothing less',
    'What a merge brings in beside the changes that were decided on, nobody decided on.',
  ),
  error(
    'verify/edition-missing',
    'Every edition has its tag',
    'The tag is the name under which others cite the edition. An adoption that was interrupted, or a clone without tags, lacks it.',
  ),
  error(
    'verify/edition-moved',
    'The tag of an edition is on the commit that wrote it',
    'A published tag is never moved: who cited the edition would find another text under its name.',
  ),
  error(
    'verify/edition-order',
    'Editions are numbered as main adopted them',
    'Two clones that number them differently would give one name to two texts.',
  ),
  error(
    'verify/edition-unfounded',
    'A tag that looks like an edition’s is of one that main records',
    'Whoever reads annex-1/v7 takes it for an edition. Without an adoption behind it, it is none.',
  ),
  error(
    'verify/edition-annotated',
    'The tag of an edition is annotated',
    'A tag that is only a name says neither who made it nor when, and cannot be signed.',
  ),
]

/** What may be wrong with the history itself, and with who signed it. */
const OF_HISTORY: readonly RulePage[] = [
  error(
    'verify/unrelated-history',
    'What is merged into main was drafted on it',
    'A merge with a history that shares nothing with main brings in a text that no proposal was drafted on.',
  ),
  error(
    'verify/unreadable',
    'What the history names can be read',
    'An object or a file that is damaged or absent could not be verified; the other checks went on.',
  ),
  error(
    'verify/signature',
    'Once main has the file annexes/register/keys, records and editions are signed by a key in it',
    'A key counts from the commit after the one that named it, so that no commit can vouch for itself.',
  ),
  error(
    'verify/author-forged',
    'Whoever signs a record is named as its author',
    'A signature by one person under another’s name says that one of the two did not write it.',
  ),
  warning(
    'verify/signatures-left-out',
    'Signatures are looked at where the repository asks for them',
    'The git program verifies them. Where it is absent they were not, and this says so.',
  ),
]

/** The page of every rule verify/: what main’s history is held against. Their examples are histories, not texts. */
export const VERIFY_RULE_PAGES: readonly RulePage[] = [...OF_PROPOSALS, ...OF_DOCUMENTS, ...OF_HISTORY]
