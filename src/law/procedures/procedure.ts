import type { EventKind, FiledEvent, Finding } from '../../treaty/index.ts'
import type { Matter } from '../matter.ts'
import type { Membership } from '../register.ts'
import type { Verdict } from '../verdict.ts'

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
