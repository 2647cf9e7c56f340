import { AnnexError, didYouMean, nearestNames } from '../../treaty/index.ts'

/** The error for a proposal that can no longer be adopted or closed, because it is adopted. */
export function alreadyAdopted(id: string, edition: string): AnnexError {
  const remedy = `see git show ${edition}; only a new proposal can change what is adopted`
  return new AnnexError('not-allowed', `"${id}" is already adopted, as ${edition}`, remedy)
}

/** The error for a code that is not in the register of Parties. */
export function unknownParty(code: string, registered: readonly { code: string }[] = []): AnnexError {
  const meant = didYouMean(nearestNames(code, [...new Set(registered.map((party) => party.code))]))
  const remedy = `${meant} annex party list shows the codes`.trim()
  return new AnnexError('not-found', `${code} is not in the register of Parties`, remedy)
}

/** The error for a proposal that main does not record. */
export function unknownProposal(id: string): AnnexError {
  return new AnnexError('not-found', `main records no proposal "${id}"`, 'annex proposal list shows the proposals')
}

/** The error for a document that is not kept here, with the ids of those that are. */
export function unknownDocument(id: string, kept: readonly string[]): AnnexError {
  const remedy =
    kept.length === 0
      ? 'make a repository with annex init, or add one under annexes/'
      : `choose among ${kept.join(', ')}`
  return new AnnexError('not-found', `unknown document "${id}"`, remedy)
}
