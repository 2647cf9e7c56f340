/** The kind of an error, for scripts. */
export type AnnexErrorCode =
  | 'usage'
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

/**
 * An error that stops the program with exit code 2 and one line, `annex: what is wrong; what to do`. Outside the git room, nothing
 * else is thrown on purpose.
 */
export class AnnexError extends Error {
  override readonly name = 'AnnexError'

  /**
   * @param code the kind of error
   * @param message what is wrong, in one line without a full stop
   * @param remedy what the user can do, in one line without a full stop
   */
  constructor(
    readonly code: AnnexErrorCode,
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** An error that says what is wrong and what to do: an AnnexError, or a GitError, which has the same fields. */
export interface KnownError extends Error {
  readonly code: AnnexErrorCode
  readonly remedy: string
}

/**
 * Returns whether an error was thrown on purpose: an AnnexError or a GitError.
 * @param code only errors with this code
 */
export function isKnownError(error: unknown, code?: AnnexErrorCode): error is KnownError {
  if (!(error instanceof Error && 'code' in error && 'remedy' in error && typeof error.remedy === 'string'))
    return false
  return code === undefined || error.code === code
}
