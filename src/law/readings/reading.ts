/** One possible answer to a question that the Convention leaves open. */
export interface ReadingOption<Id extends string = string> {
  id: Id
  /** The answer in a sentence. */
  says: string
  /** The argument for it. */
  why: string
}

/** A question that the Convention leaves open, and the answers from which the user may choose. */
export interface Reading<Id extends string = string, Option extends string = string> {
  id: Id
  question: string
  /** The provisions that leave the question open. */
  cites: readonly string[]
  /** The first is the default. */
  options: readonly [ReadingOption<Option>, ...ReadingOption<Option>[]]
  default: Option
  /** The sources of the answers: treaty practice, decisions, the law of treaties. */
  authority: string
}
