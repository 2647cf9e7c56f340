/** A ref to be set on a server: `from` is what it must be at now (null: not there). */
export interface RefPush {
  ref: string
  from: string | null
  to: string
}

/** How to talk to one git server. Trouble on the way is an AnnexError with the code `network`. */
export interface Transport {
  /** Where it talks to, without any password. */
  place: string
  /** Brings all that the server's branches and tags lead to, and says what they are at. No ref of ours moves. */
  fetch(): Promise<Map<string, string>>
  /** Asks the server to set a ref. Returns null when it did, else why not. */
  push(push: RefPush): Promise<string | null>
}
