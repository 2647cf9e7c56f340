import { AnnexError, type EventRecord, isCalendarDay, isPartyCode, isSlug } from '../../treaty/index.ts'

/** The register of Parties. */
export const partiesPath = 'annexes/register/parties.yaml'
/** The options chosen for what the Convention leaves open. */
export const readingsPath = 'annexes/readings.yaml'
/** How grave the findings of each rule are in this repository. */
export const rulesPath = 'annexes/rules.yaml'
/** The treaty's own words outside the documents kept, as plain text, where a repository keeps them. */
export const treatyWordsPath = 'annexes/convention.txt'
/** The folder of all proposals' records. */
export const proposalsFolder = 'annexes/proposals'

/** Names of files in `annexes/` that are no documents. */
const RESERVED = new Set(['readings', 'rules'])

/** Whether a document may go by this name: its file stands beside others in `annexes/`. */
export function isDocumentId(id: string): boolean {
  return isSlug(id) && !RESERVED.has(id)
}

/** Where a document stands. @throws AnnexError invalid when `id` is no document's id */
export function documentPath(id: string): string {
  if (!isDocumentId(id)) throw badName(id, 'document')
  return `annexes/${id}.yaml`
}

/** Where a proposal stands. @throws AnnexError invalid when `id` is no proposal's id */
export function proposalPath(id: string): string {
  return `${proposalFolder(id)}/proposal.yaml`
}

/** The folder of a proposal's events. @throws AnnexError invalid when `id` is no proposal's id */
export function eventsFolder(id: string): string {
  return `${proposalFolder(id)}/events`
}

function proposalFolder(id: string): string {
  if (!isSlug(id)) throw badName(id, 'proposal')
  return `${proposalsFolder}/${id}`
}

/**
 * Where a new event is to be filed: `<date>-<event>[-<party>].yaml`, with `-2`, `-3` … where that is taken, so that no
 * event ever replaces another.
 * @param taken paths of files that are there
 * @throws AnnexError invalid when the event's day, kind or Party cannot stand in a file's name
 */
export function eventPath(id: string, event: EventRecord, taken: Iterable<string>): string {
  const { on, event: kind, party } = event
  if (!isCalendarDay(on) || !isSlug(kind) || (party !== undefined && !isPartyCode(party))) {
    throw new AnnexError('invalid', 'the event has no real day, kind or Party code', 'look at the event')
  }
  const base = `${eventsFolder(id)}/${[on, kind, ...(party === undefined ? [] : [party])].join('-')}`
  const others = new Set(taken)
  let path = `${base}.yaml`
  for (let number = 2; others.has(path); number++) path = `${base}-${number}.yaml`
  return path
}

function badName(id: string, what: string): AnnexError {
  const remedy = 'use small letters, digits and single hyphens, as in add-budapest'
  return new AnnexError('invalid', `${JSON.stringify(id.slice(0, 80))} is no ${what}'s id`, remedy)
}
