import type { Repository } from '../../git/index.ts'
import { changelogCommand, changelogMarkdown, readMade } from '../../render/index.ts'
import { type CalendarDay, type ChangelogAsked, isCalendarDay } from '../../treaty/index.ts'
import { changelogOf } from '../../workflows/index.ts'

/** Where a repository keeps its changelog, if it keeps one. */
export const KEPT_AT = 'annexes/CHANGELOG.md'

/** Whether the changelog kept is what the record says, for the day and with all else that it names. */
export interface KeptChangelog {
  fresh: boolean
  asOf: CalendarDay
  /** What writes it anew. */
  command: string
}

/**
 * @param given what is asked in place of what it says that it was made with
 * @returns null where it does not say as of which day it is
 */
export async function judgeKept(
  repository: Repository,
  text: string,
  given: ChangelogAsked = {},
): Promise<KeptChangelog | null> {
  const made = readMade(text)
  if (made === null || !isCalendarDay(made.asOf)) return null
  const asked = { ...made.asked, ...given }
  const { changelog, names } = await changelogOf(repository, { ...asked, asOf: made.asOf })
  const fresh = changelogMarkdown(changelog, names) === text
  return { fresh, asOf: made.asOf, command: rewriting(asked) }
}

/** The command that writes the changelog kept anew. */
export function rewriting(asked: ChangelogAsked = {}): string {
  return `${changelogCommand(asked)} -o ${KEPT_AT}`
}
