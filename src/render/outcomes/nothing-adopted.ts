import type { ChangelogAsked } from '../../treaty/index.ts'

/** What a changelog says that holds no amendment: of the range and the document asked for, no more. */
export function nothingAdopted({ from, to, document }: ChangelogAsked = {}): string {
  const subject = document === undefined ? 'Nothing' : `No amendment of ${document}`
  if (from === undefined && to === undefined) return `${subject} has been adopted.`
  if (from === undefined) return `${subject} was adopted up to ${to}.`
  return `${subject} was adopted ${to === undefined ? `since ${from}` : `between ${from} and ${to}`}.`
}
