import type { TreeDifference } from '../../../git/index.ts'
import { diff } from '../../../text/index.ts'
import { type Change, canonicalJson, type Finding } from '../../../treaty/index.ts'
import { type Act, type Audit, about, revert } from '../audit.ts'
import { proposalOf } from '../record-files.ts'

/** Whether a change needs no amendment: a fact or a note. An earlier id is neither: it decides which entry an amendment means. */
export function isEditorial(change: Change): boolean {
  if (change.kind === 'note')
    return canonicalJson(change.before.formerly ?? null) === canonicalJson(change.after.formerly ?? null)
  return change.kind === 'fact'
}

/**
 * Checks that authentic words change only by adoption. A commit that changes only facts, notes or the layout of the file is editorial. The
 * text of an adoption is judged with all adoptions.
 */
export async function judgeDocument(
  { reader }: Audit,
  { main, after }: Act,
  change: TreeDifference,
  document: string,
): Promise<Finding[]> {
  const { path, before: was, after: is } = change
  if (main.adopts !== null && proposalOf(after, reader, main.adopts)?.document === document) return []
  const [old, now] = [reader.document(path, was), reader.document(path, is)]
  if (now === null) {
    const hint = `Put it back: ${revert(main)}.`
    return [about(main, 'verify/document-edited', 'removed the document, or made it unreadable', hint, path)]
  }
  if (old === null) return []
  if (old.document !== now.document) {
    const says = `renamed the document from ${old.document} to ${now.document}`
    return [about(main, 'verify/document-edited', says, `Undo it: ${revert(main)}.`, path)]
  }
  const words = diff(old, now).filter((each) => !isEditorial(each))
  if (words.length === 0) return []
  const hint = `Undo it: ${revert(main)}, and draft the change as a proposal; this commit stays listed as a note.`
  return [
    about(
      main,
      'verify/document-edited',
      `changed the text outside any adoption: ${changedEntries(words)}`,
      hint,
      path,
    ),
  ]
}

/** What changed, in a few words: `hague-1970 (reworded), x (added) and 3 more`. */
export function changedEntries(changes: readonly Change[]): string {
  const all = changes.map((change) => `${change.entry ?? 'the document'} (${change.kind})`)
  const more = all.length > 4 ? ` and ${all.length - 4} more` : ''
  return `${all.slice(0, 4).join(', ')}${more}`
}
