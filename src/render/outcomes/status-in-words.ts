import type { Outcome } from '../../treaty/index.ts'

/** How a status reads in a sentence. */
export const STATUS_IN_WORDS: Record<Outcome['status'], string> = {
  draft: 'a draft; it was not sent out',
  circulated: 'circulated; the period for objections runs',
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
