import { isStateCode, nearestCodes } from '../../law/index.ts'
import { AnnexError, didYouMean, type EventRecord, type Party, type PartyCode } from '../../treaty/index.ts'

/** @throws AnnexError usage, with the nearest codes, for one that is neither in ISO 3166-1 nor that of an organization on record */
export function refuseUnknownCodes(codes: readonly PartyCode[], registered: readonly Party[]): void {
  const organizations = registered.flatMap(({ code, organization }) => (organization === undefined ? [] : [code]))
  const unknown = codes.find((code) => !isStateCode(code) && !organizations.includes(code))
  if (unknown === undefined) return
  const meant = didYouMean(
    nearestCodes(
      unknown,
      registered.map(({ code }) => code),
    ),
  )
  throw new AnnexError(
    'usage',
    `${unknown} is neither the code of a State in ISO 3166-1 nor that of an organization in the register`,
    meant === '' ? 'annex party list shows the codes of the register' : meant,
  )
}

/** The codes that an event names: its Party, and those in lists of votes. */
export function codesNamedIn({ party, inFavour, against, abstaining, formalObjections }: EventRecord): PartyCode[] {
  const listed = [inFavour, against, abstaining, formalObjections].flatMap((count) =>
    Array.isArray(count) ? count : [],
  )
  return [...(party === undefined ? [] : [party]), ...listed]
}
