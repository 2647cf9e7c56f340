import { type Finding, isKnownError, type KnownError } from '../../treaty/index.ts'

/** Makes a check. What cannot be read is itself something found: the other checks go on. */
export async function guarded(check: () => Promise<Finding[]>, file?: string): Promise<Finding[]> {
  try {
    return await check()
  } catch (error) {
    if (!isKnownError(error)) throw error
    return [unreadable(error, file)]
  }
}

/** What to say of something that stopped a check. */
export function unreadable({ message, remedy }: KnownError, file?: string): Finding {
  const at = file === undefined ? {} : { at: { file } }
  return { rule: 'verify/unreadable', level: 'error', message: `${message}.`, hint: `${remedy}.`, ...at }
}
