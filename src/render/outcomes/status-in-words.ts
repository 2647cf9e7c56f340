import type { Outcome } from '../../treaty/index.ts'

/** How a status reads in a sentence. */
export const STATUS_IN_WORDS: Record<Outcome['status'], string> = {
  draft: 'a draft; it was not sent out',
  circulated: 'circulated',
  blocked: 'blocked; it does not enter into force',
  'awaiting-entry': 'not stopped; it awaits its entry into force',
  'in-force': 'in force',
  submitted: 'submitted to the Conference',
  adopted: 'adopted by the Conference',
  rejected: 'rejected',
  recommended: 'recommended by the Commission',
  suggested: 'suggested to the States Parties',
  closed: 'closed',
}

/**
 * The same on a day, where there is a period for objections: one that is circulated may go on being so behind the last
 * day, where the Conference has to decide as well.
 */
export function statusInWords(
  status: Outcome['status'],
  { asOf, deadline }: Pick<Outcome, 'asOf' | 'deadline'>,
): string {
  if (status !== 'circulated' || deadline === null) return STATUS_IN_WORDS[status]
  return `circulated; the period for objections ${asOf <= deadline ? 'runs' : 'is over'}`
}
