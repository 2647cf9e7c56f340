/** Why the program cannot go on; scripts may tell them apart. */
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
 * Something that stops the program: exit code 2 and one line, `annex: what is wrong; what to do`. Nothing else is thrown
 * on purpose.
 */
export class AnnexError extends Error {
  override readonly name = 'AnnexError'

  /**
   * @param code what kind of trouble
   * @param message what is wrong, in one line without a full stop
   * @param remedy what to do about it, in one line without a full stop
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
 * Returns whether an error was thrown on purpose, by this program's rooms or by the git room.
 * @param code only errors with this code
 */
export function isKnownError(error: unknown, code?: AnnexErrorCode): error is KnownError {
  if (!(error instanceof Error && 'code' in error && 'remedy' in error && typeof error.remedy === 'string'))
    return false
  return code === undefined || error.code === code
}
