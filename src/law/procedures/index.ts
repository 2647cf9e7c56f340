import type { Matter } from '../matter.ts'
import { bySilence } from './by-silence.ts'
import type { Procedure } from './procedure.ts'

export type { Procedure } from './procedure.ts'

/** The procedure that a proposal follows, by its basis and the readings taken. */
export function procedureOf(_matter: Pick<Matter, 'proposal' | 'choice'>): Procedure {
  return bySilence
}
