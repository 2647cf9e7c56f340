import { pagesOf, type RulePage, type RulePages, VERIFY_RULE_IDS, type VerifyRuleId } from '../../treaty/index.ts'

const page = (level: RulePage['level']) => (title: string, why: string) => ({ level, title, why })
const error = page('error')
const warning = page('warning')
const note = page('note')

/** Rules on the record of a proposal, and on the text that was circulated. */
const OF_PROPOSALS = {
  'verify/circulation': error(
    'A text may be frozen only when the law allows its circulation, submission or recommendation',
    'The commit that freezes a text records the event that opens the procedure. A text frozen without it, or against the basis, standing or Article 70(3), was never put to the Parties.',
  ),
  'verify/draft-on-main': error(
    'A draft stays on its branch until it is circulated',
    'On main, a text that nobody circulated could be taken for one that the Parties decided on.',
  ),
  'verify/frozen-changed': error(
    'A recorded proposal only gains its edition, or why it was closed',
    'The Parties decide on what was circulated to them. A later edit of the file changes what they decided on.',
  ),
  'verify/frozen-digest': error(
    'Frozen changes have the digest that they were circulated with',
    'The digest is written when the text is frozen. If it differs, one of the two was edited.',
  ),
  'verify/frozen-base': error(
    'The commit that a proposal was drafted on stays in the history of main and of the circulated text',
    'If main no longer has the base, a history was rewritten, and the earlier record cannot be compared.',
  ),
  'verify/frozen-branch': error(
    'Frozen changes are the difference between the circulated commit and its base',
    'The record and the commit were written together from one text. If they differ, one of them was edited.',
  ),
  'verify/frozen-commit-absent': warning(
    'The circulated commit is in this clone',
    'Without it, the frozen changes can only be compared with their digest. They count in any case.',
  ),
  'verify/branch-rewritten': warning(
    'The branch of a circulated proposal still contains the circulated commit',
    'The record on main counts. But if the branch no longer contains the commit, it shows a different text.',
  ),
  'verify/event-changed': error(
    'An event is recorded once, and stays as it was recorded',
    'An objection or a vote is a fact with a day and a reference. Record new facts as a new event.',
  ),
  'verify/event-sound': error(
    'An event can be read, and belongs to a recorded proposal',
    'The program records only events that it can read. Any other file was written by hand and is ignored.',
  ),
  'verify/event-allowed': error(
    'The law allowed an event when it was recorded',
    'The program checks each event against the record before it records it. An event that was not possible then was written by hand.',
  ),
  'verify/rectification': error(
    'A rectification applies to the record, and says what the law allowed',
    'A rectification changes what the law reads. One that names another text, or an event that was not possible, was written by hand.',
  ),
  'verify/closing-allowed': error(
    'A proposal is closed only when the law has ended it, as of a day that had come',
    'The Convention does not provide for closing a record. Closing must not hide a proposal that may still enter into force.',
  ),
  'verify/outcome-altered': warning(
    'No fact recorded after the decision alters the outcome',
    'A late or back-dated objection, withdrawal, instrument or denunciation may be correct, but readers who relied on the outcome must be informed. It is an error if it undoes an adopted edition.',
  ),
} satisfies Partial<RulePages<VerifyRuleId>>

/** Rules on the register and on what outcomes depend on. */
const OF_THE_REGISTER = {
  'verify/party-changed': error(
    'What the register says of an instrument, a denunciation or a declaration changes only by a rectification',
    'These days decide whom an amendment binds. A rectification keeps what the register said before, why that was wrong, and on whose word.',
  ),
  'verify/party-allowed': error(
    'What the register records of a Party is possible',
    'Two instruments of one State at the same time, or a denunciation by a State that is not a Party, change the count of Parties.',
  ),
  'verify/readings-changed': error(
    'A reading is set together with the decision: the reason and the day',
    'The readings decide outcomes where the Convention leaves a question open. Once annex readings set has recorded a decision on it, an earlier change by hand is a note.',
  ),
} satisfies Partial<RulePages<VerifyRuleId>>

/** Rules on the documents and their editions. */
const OF_DOCUMENTS = {
  'verify/document-edited': error(
    'The words of a document change only by adoption',
    'A commit on main that changes them amends the treaty without authority. Facts and notes are editorial: no amendment is needed to correct them.',
  ),
  'verify/convention-changed': error(
    "The Convention's text stays as it is",
    'The program takes quotes and terms from annexes/convention.txt.',
  ),
  'verify/adoption-merge': error(
    'An edition is a merge of main with the circulated text',
    'The two parents of that commit prove which text was adopted, and into which record.',
  ),
  'verify/adoption-day': error(
    'An adoption names the day on which the law allowed it, and that day had come',
    'Without the day (As-of), nobody can check what the law said of it. Before that day, facts could still arrive that stop the amendment. Days are compared in UTC, and one day is allowed for time zones.',
  ),
  'verify/adoption-allowed': error(
    'The law allowed an adoption, by the record before it',
    'A proposal that was withdrawn or stopped by objections is not adopted by a merge.',
  ),
  'verify/adoption-text': error(
    "An adopted edition is main's text with the frozen changes, nothing more and nothing less",
    'Changes that a merge adds were not decided.',
  ),
  'verify/edition-missing': error(
    'Every edition has its tag',
    'Others cite the edition by its tag. After an interrupted adoption, or in a clone without tags, it is missing.',
  ),
  'verify/edition-moved': error(
    'The tag of an edition is on the commit that wrote it',
    'A published tag is never moved: whoever cited the edition would find another text.',
  ),
  'verify/edition-order': error(
    'Editions are numbered in the order in which main adopted them',
    'Two clones that number them differently would give one name to two texts.',
  ),
  'verify/edition-unfounded': error(
    'A tag with the name of an edition belongs to an edition that main records',
    'Readers take annex-1/v7 for an edition, but main records no adoption for it.',
  ),
  'verify/edition-annotated': error(
    'The tag of an edition is annotated',
    'A lightweight tag does not say who made it and when, and cannot be signed.',
  ),
  'verify/tag-name': error(
    'A tag object has the name of its tag, and no tag has the name of a branch',
    'Git takes a tag before a branch with the same name. A signed tag copied to another name would appear as a signature on a tag that its signer did not create.',
  ),
  'verify/reserved-ref': error(
    'The refs that a clone keeps for itself are not pushed',
    'A clone remembers the last main that it verified in refs/annex. Whoever could push such a ref could change what a server remembers.',
  ),
} satisfies Partial<RulePages<VerifyRuleId>>

/** Rules on the history itself, and on signatures. */
const OF_HISTORY = {
  'verify/main-continues': error(
    'Main continues, along first parents, the main that this clone verified or synchronized last',
    'A main that was moved back, replaced, or merged behind another line may have lost records. annex verify --accept COMMIT accepts another main.',
  ),
  'verify/merge-keeps': error(
    'A merge keeps what each of its parents had, and adds nothing',
    'A merge with an outdated branch could drop an objection or replace a text.',
  ),
  'verify/unrelated-history': error(
    'What is merged into main shares its history',
    'A merge of an unrelated history brings in a text that no proposal was drafted on.',
  ),
  'verify/plain-file': error(
    'The record consists of plain files',
    'A symbolic link or a submodule may point to different content in each clone.',
  ),
  'verify/unknown-file': warning(
    'Every file in annexes/ is a file of the record',
    'The program does not read other files there. A record moved into one would be left out without notice.',
  ),
  'verify/rules-changed': note('A change of the severity of rules is shown', 'It can hide findings of annex validate.'),
  'verify/schema-changed': note(
    'A change of a schema is shown',
    'Editors check files against the schemas in the repository.',
  ),
  'verify/unreadable': error(
    'All objects of the history are readable',
    'A damaged or missing object could not be verified.',
  ),
  'verify/signature': error(
    'Once main has the file annexes/register/keys, records and editions are signed by a key in it',
    'A key counts from the commit after the one that listed it, so that no commit can authorize its own signature. A key that had expired or was removed signs nothing later; a merge must be signed by a key that is good in all its parents.',
  ),
  'verify/keys-changed': error(
    'Who may sign is changed by a key that was good before',
    'Otherwise whoever can write to main could list a key of their own.',
  ),
  'verify/keys-removed': error('The file of keys is not removed', 'Without it, nobody could check a signature.'),
  'verify/keys-open': error('Each key belongs to named signers', 'A key listed for every address can sign as anybody.'),
  'verify/keys-unreadable': warning(
    'Each line of the file of keys can be read',
    'A line that cannot be read lists no key, though it may look as if it did.',
  ),
  'verify/policy-lost': error(
    'The policy of signatures stays readable',
    'Without it, one key is enough for an adoption and for a change of keys.',
  ),
  'verify/too-few-keys': error(
    'An adoption and a change of keys have as many keys as the policy asks for',
    'The key of the commit counts, and those of approvals that main recorded before it.',
  ),
  'verify/approval': error(
    'An approval is recorded by whom it names, and never changed',
    'It is the signature of a further key holder for one act.',
  ),
  'verify/author-forged': error(
    'Whoever signs a record is its author',
    'A signature by one person under the name of another shows that one of the two did not write it.',
  ),
  'verify/signatures-left-out': error(
    'Each signature can be checked',
    'Signatures with SSH keys are always checked. Those with OpenPGP keys need the program gpg.',
  ),
} satisfies Partial<RulePages<VerifyRuleId>>

/** The page of every rule of `annex verify`. Their examples are histories: see test/attacks. */
export const VERIFY_RULE_PAGES: readonly RulePage[] = pagesOf(VERIFY_RULE_IDS, {
  ...OF_PROPOSALS,
  ...OF_THE_REGISTER,
  ...OF_DOCUMENTS,
  ...OF_HISTORY,
})
