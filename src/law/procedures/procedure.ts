import type { EventKind, FiledEvent, Finding } from '../../treaty/index.ts'
import type { Matter } from '../decide/matter.ts'
import type { Verdict } from '../decide/verdict.ts'
import type { Membership } from '../party/register.ts'

/** Whether an event has effect, given the events before it: the findings say why not. */
export type Admission = (event: FiledEvent, matter: Matter) => Finding[]

/** The same for what a Party does, in the membership that it has on the day. */
export type PartyAdmission = (event: FiledEvent, matter: Matter, membership: Membership) => Finding[]

/** One way in which a document may be changed: the events it knows, and what they come to. */
export interface Procedure {
  /** The provisions it follows. */
  cite: string
  admits: Partial<Record<EventKind, Admission>>
  judge: (matter: Matter) => Verdict
}
