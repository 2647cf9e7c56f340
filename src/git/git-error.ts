/** The kinds of error. */
export type GitErrorCode =
  | 'not-found'
  | 'not-a-repository'
  | 'unsupported-repository'
  | 'unknown-revision'
  | 'unreadable'
  | 'invalid'
  | 'would-overwrite'
  | 'locked'
  | 'moved-meanwhile'
  | 'already-exists'
  | 'not-allowed'
  | 'storage'
  | 'network'

/** An expected error: it says what is wrong and what to do. Anything else that is thrown in this room is a bug. */
export class GitError extends Error {
  override readonly name = 'GitError'

  /**
   * @param code the kind of error, for programs
   * @param message what is wrong, in one line without a full stop
   * @param remedy what to do, in one line without a full stop
   */
  constructor(
    readonly code: GitErrorCode,
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
