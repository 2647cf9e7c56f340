import type { Difference } from '../../treaty/index.ts'
import { proposerName } from '../outcomes/names.ts'

/** What stands above a difference. */
export interface Heading {
  /** The proposal by its title and id; without one, the two revisions. */
  title: string
  /** `proposed by France (FRA)`; empty where it is no proposal's. */
  by: string
  /** The two revisions, where the title does not name them. */
  small: string
}

/** The heading of a difference: what a reader knows it by, and only then the commits that it is of. */
export function headingOf({ from, to, proposal }: Difference): Heading {
  const revisions = `${from} → ${to}`
  if (proposal === undefined) return { title: revisions, by: '', small: '' }
  const { by, name } = proposal
  const proposer = proposerName(by, name === undefined ? {} : { [by]: name })
  return { title: `${proposal.title} (${proposal.proposal})`, by: `proposed by ${proposer}`, small: revisions }
}

/** Words as a sentence: the first letter a capital, a stop behind. */
export function asSentence(words: string): string {
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
