import { AnnexError, type EventRecord, isPartyCode, isRecordableDay, isSlug } from '../../treaty/index.ts'

/** The register of Parties. */
export const partiesPath = 'annexes/register/parties.yaml'
/** The file of keys: the lines that ssh-keygen(1) describes as ALLOWED SIGNERS. */
export const keysPath = 'annexes/register/keys'
/** How many keys must sign. */
export const policyPath = 'annexes/register/policy.yaml'
/** The folder of approvals. */
export const approvalsFolder = 'annexes/register/approvals'
/** The options chosen for what the Convention leaves open. */
export const readingsPath = 'annexes/readings.yaml'
/** The severities that this repository sets for rules. */
export const rulesPath = 'annexes/rules.yaml'
/** The text of the treaty outside its documents, as plain text; optional. */
export const treatyWordsPath = 'annexes/convention.txt'
/** The folder of the proposals. */
export const proposalsFolder = 'annexes/proposals'

/** Names of files in `annexes/` that are not documents. */
const RESERVED = new Set(['readings', 'rules'])

/** Returns whether this can be the id of a document: a slug that is not the name of another file in `annexes/`. */
export function isDocumentId(id: string): boolean {
  return isSlug(id) && !RESERVED.has(id)
}

/** Returns the path of a document. @throws AnnexError invalid for an invalid id */
export function documentPath(id: string): string {
  if (!isDocumentId(id)) throw invalidId(id, 'document')
  return `annexes/${id}.yaml`
}

/** Returns the path of a proposal. @throws AnnexError invalid for an invalid id */
export function proposalPath(id: string): string {
  return `${proposalFolder(id)}/proposal.yaml`
}

/** Returns the folder of a proposal's events. @throws AnnexError invalid for an invalid id */
export function eventsFolder(id: string): string {
  return `${proposalFolder(id)}/events`
}

function proposalFolder(id: string): string {
  if (!isSlug(id)) throw invalidId(id, 'proposal')
  return `${proposalsFolder}/${id}`
}

/**
 * Returns the path for a new event: `<date>-<event>[-<party>].yaml`, with `-2`, `-3` … where that file exists, so that no event
 * replaces another.
 * @param taken paths of existing files
 * @throws AnnexError invalid when the event's day, kind or Party is invalid
 */
export function eventPath(id: string, event: EventRecord, taken: Iterable<string>): string {
  const { on, event: kind, party } = event
  if (!isRecordableDay(on) || !isSlug(kind) || (party !== undefined && !isPartyCode(party))) {
    throw new AnnexError('invalid', 'the event has an invalid day, kind or Party code', 'correct the event')
  }
  const base = `${eventsFolder(id)}/${[on, kind, ...(party === undefined ? [] : [party])].join('-')}`
  const others = new Set(taken)
  let path = `${base}.yaml`
  for (let number = 2; others.has(path); number++) path = `${base}-${number}.yaml`
  return path
}

function invalidId(id: string, what: string): AnnexError {
  const remedy = 'use lowercase letters, digits and single hyphens, as in add-budapest'
  return new AnnexError('invalid', `${JSON.stringify(id.slice(0, 80))} is not a valid id of a ${what}`, remedy)
}
