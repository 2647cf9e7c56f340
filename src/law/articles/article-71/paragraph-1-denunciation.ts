import {
  type CalendarDay,
  type Finding,
  type Party,
  type PartyCode,
  type RulePage,
  yearsAfter,
} from '../../../treaty/index.ts'
import { forbids } from '../../decide/finding.ts'
import { dayInWords } from '../../decide/wording.ts'
import { provision } from '../provision.ts'

export const quote =
  '1. A State Party may denounce this Convention by written notification to the Secretary-General of the United Nations. Such denunciation shall become effective one year after the date of receipt of the notification by the Secretary-General.'

export const paragraph1 = provision('71(1)', quote)

const YEARS_AFTER_RECEIPT = 1

export const DENUNCIATION_BY_A_PARTY = {
  id: 'law/denunciation-by-a-party',
  level: 'error',
  cite: '71(1)',
  title: 'A State denounces while it is a Party',
  why: 'The paragraph gives the denunciation to a State Party. A State for which the Convention is not yet in force cannot denounce it, and an organization ceases to be a Party under paragraph 2. Such a denunciation is void.',
} as const satisfies RulePage

/**
 * Returns the first day on which a State that denounced is no longer a Party. Null if it did not denounce, or if its
 * denunciation is void.
 * @param from the day on which the Convention enters into force for the State; null if not known
 */
export function endByDenunciation(party: Party, from: CalendarDay | null): CalendarDay | null {
  const { denounced } = party
  if (denounced === undefined || denouncedAsAParty(party, from).length > 0) return null
  return yearsAfter(denounced, YEARS_AFTER_RECEIPT)
}

/**
 * Checks that a denunciation comes from a State Party. Otherwise it is void. Empty without a denunciation.
 * @param from the day on which the Convention enters into force for the State; null if not known
 */
export function denouncedAsAParty({ code, denounced, organization }: Party, from: CalendarDay | null): Finding[] {
  if (denounced === undefined) return []
  if (organization !== undefined) return [denouncedByAnOrganization(code)]
  if (from !== null && from <= denounced) return []
  const why = from === null ? 'the Convention is not in force' : `it becomes a Party on ${dayInWords(from)}`
  const message = `${code} is not a State Party on ${dayInWords(denounced)}, so its denunciation is void: ${why}.`
  return [forbids(DENUNCIATION_BY_A_PARTY, message, 'Check the day on which the denunciation was received.')]
}

function denouncedByAnOrganization(code: PartyCode): Finding {
  const message = `${code} is a regional organization, which does not denounce: its denunciation is void.`
  const hint = 'Record the denunciations of its member States: it ceases to be a Party when all of them have denounced.'
  return forbids(DENUNCIATION_BY_A_PARTY, message, hint, { cite: '71(2)' })
}
