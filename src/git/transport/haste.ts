/**
 * What git says, word for word, of a ref that another push moved or is about to move: receive-pack and its ref transactions
 * (also those of JGit), the client that pushes, isomorphic-git, and our own transport. A hook or a host has words of its own.
 */
const OVERTAKEN = new Set([
  'it moved meanwhile',
  'stale info',
  'fetch first',
  'non-fast-forward',
  'non-fast forward',
  'not-fast-forward',
  'already exists',
  'tag-exists',
  'remote ref updated since checkout',
  'failed to update ref',
  'failed to lock',
  'reference already exists',
  'reference does not exist',
  'incorrect old value provided',
])

/** Whether a push was refused for nothing but the haste of others, so that it may be taken after the next fetch. */
export function isHaste(refusal: string): boolean {
  return OVERTAKEN.has(refusal) || refusal.startsWith("cannot lock ref '")
}
