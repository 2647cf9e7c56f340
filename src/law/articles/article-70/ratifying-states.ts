import type { CalendarDay, Reason } from '../../../treaty/index.ts'
import type { Matter } from '../../decide/matter.ts'
import { type Membership, statesOn } from '../../party/register.ts'
import { reads, restingOn } from '../../readings/choice.ts'
import { counted, inWords } from '../../wording.ts'

/** "The States Parties which have ratified this Convention" on a day (paragraphs 4 to 6; reading `ratifying-parties`). */
export function ratifyingStates(matter: Matter, day: CalendarDay): Membership[] {
  const states = statesOn(matter.register, day)
  if (!reads(matter.choice, 'ratifying-parties', 'ratification-only')) return states
  return states.filter((membership) => membership.party.instrument === 'ratification')
}

/** How many they are, as a step of reasoning under the paragraph cited. */
export function howManyRatified(matter: Matter, cite: string, number: number, day: CalendarDay): Reason {
  const whose = reads(matter.choice, 'ratifying-parties', 'ratification-only')
    ? 'by an instrument that is a ratification'
    : 'whichever instrument they deposited'
  return restingOn(matter.choice, 'ratifying-parties', {
    cite,
    says: `${counted(number, 'State Party', 'States Parties')} had ratified the Convention on ${inWords(day)}, ${whose}.`,
  })
}
