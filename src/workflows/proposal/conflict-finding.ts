import type { Conflict, Finding } from '../../treaty/index.ts'

/** Names main's side of a conflict. @param adopted the proposal that made it; null if none did */
export function sideOfMain(adopted: string | null): string {
  return adopted === null ? 'main' : `main (adopted proposal "${adopted}")`
}

/** What to do about a conflict while the text is a draft. */
export const WHILE_DRAFT = 'Merge main into the branch, and draft this change again on the text of main.'

/**
 * Returns what to do about a conflict of a text that was sent out and cannot change any more: a new proposal may change main
 * back. A proposal that the law has decided can be neither withdrawn nor closed.
 * @param adopted the proposal that made main's side; null if none did
 * @param isDecided whether the law has brought the amendment about
 */
export function afterSendingOut(id: string, adopted: string | null, isDecided: boolean): string {
  const what = adopted === null ? 'what main has' : `what "${adopted}" changed`
  const back = `undo ${what} by a new proposal, and after its adoption: annex proposal adopt ${id}`
  return isDecided
    ? back
    : `${back}; or record that its proposer withdraws it: annex proposal record ${id} withdrawn --on DATE`
}

/** Makes a hint from a step. */
export function asHint(step: string): string {
  return `The text that was sent out cannot change: ${step}.`
}

/**
 * Returns the finding of a conflict, with its three texts.
 * @param sides the name of the side of `ours`, as `sideOfMain` gives it, and the id of the proposal of `theirs`
 */
export function conflictFinding(
  { entry, field, language, base, ours, theirs }: Conflict,
  sides: { ours: string; theirs: string },
  hint: string,
): Finding {
  const text = (words: string | null) => (words === null ? 'nothing' : `"${words}"`)
  const where = `${entry ?? 'The document'}, ${field}${language === null ? '' : ` (${language})`}`
  return {
    rule: 'law/conflict',
    level: 'error',
    message: `${where}: both sides changed it. Before: ${text(base)}; ${sides.ours}: ${text(ours)}; proposal "${sides.theirs}": ${text(theirs)}.`,
    hint,
  }
}
