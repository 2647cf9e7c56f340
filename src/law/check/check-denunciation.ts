import type { Finding, Party } from '../../treaty/index.ts'
import { entryIntoForceFor } from '../articles/article-67/index.ts'
import { denouncedAsAParty } from '../articles/article-71/index.ts'
import { partiesKnownOn } from './known-facts.ts'

/** What there is to say of a Party's denunciation, by what is known on the day it was received; empty without one. */
export function checkDenunciation(party: Party, parties: readonly Party[]): Finding[] {
  if (party.denounced === undefined) return []
  return denouncedAsAParty(party, entryIntoForceFor(party, partiesKnownOn(parties, party.denounced)))
}
