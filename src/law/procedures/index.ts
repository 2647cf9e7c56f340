import type { LawContext } from '../decide/docket.ts'
import { reads } from '../readings/choice.ts'
import type { Procedure } from './admission-rules.ts'
import { bothRoutes, eitherRoute } from './both-routes.ts'
import { byAmendment } from './by-amendment.ts'
import { byConference } from './by-conference.ts'
import { byCorrection } from './by-correction.ts'
import { bySilence } from './by-silence.ts'
import { bySuggestion } from './by-suggestion.ts'

export type { Procedure } from './admission-rules.ts'

/** Returns the procedure of a proposal, by its basis and the readings chosen. */
export function procedureOf({ proposal, choice }: Pick<LawContext, 'proposal' | 'choice'>): Procedure {
  switch (proposal.basis) {
    case '62':
      return bySuggestion(choice)
    case '68':
      return byAmendment
    case 'correction':
      return byCorrection
    default:
      if (reads(choice, 'conference-route', 'alternative')) return eitherRoute
      if (reads(choice, 'conference-route', 'cumulative')) return bothRoutes
      return proposal.basis === '70.2' ? byConference : bySilence
  }
}
