import type { CalendarDay } from '../../../treaty/index.ts'
import type { Effect } from '../../decide/verdict.ts'
import { dayInWords } from '../../decide/wording.ts'
import type { Membership } from '../../party/register.ts'
import { provision } from '../provision.ts'

export const quote =
  '4. The corrected text replaces the defective text ab initio, unless the signatory States and the contracting States otherwise decide.'

export const paragraph4 = provision('VCLT 79(4)', quote, [], {
  cases: 'correction/paragraph-4',
  of: 'vienna-convention',
})

/** Returns the effect of a correction. It is not an amendment: it applies to every Party since the Convention is in force for it. */
export function effectOfCorrection({ party, from }: Membership, made: CalendarDay): Effect {
  const says = `The correction made on ${dayInWords(made)} replaces the defective text from the beginning: for ${party.code} from ${dayInWords(from)}.`
  return { boundFrom: from, reasons: [{ cite: 'VCLT 79(4)', says }] }
}
