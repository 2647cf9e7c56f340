/** One tenable answer to a question that the Convention leaves open. */
export interface ReadingOption<Id extends string = string> {
  id: Id
  /** What it says, in a sentence. */
  says: string
  /** Why it is tenable. */
  why: string
}

/** A question that the Convention leaves open, and the answers between which whoever runs the program may choose. */
export interface Reading<Id extends string = string, Option extends string = string> {
  id: Id
  question: string
  /** The provisions that leave it open. */
  cites: readonly string[]
  /** The first is the default. */
  options: readonly [ReadingOption<Option>, ...ReadingOption<Option>[]]
  default: Option
  /** What the answers lean on: treaty practice, decisions, the law of treaties. */
  authority: string
}
