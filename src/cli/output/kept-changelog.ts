import type { Repository } from '../../git/index.ts'
import { changelogCommand, changelogMarkdown, readMade } from '../../render/index.ts'
import { type CalendarDay, type ChangelogRequest, isRecordableDay } from '../../treaty/index.ts'
import { changelogOf } from '../../workflows/index.ts'

/** The path where a repository may keep its changelog. */
export const CHANGELOG_PATH = 'annexes/CHANGELOG.md'

/** The state of a changelog that is kept in the repository. */
export interface KeptChangelog {
  /** Whether it equals what is generated now for the same day and flags. */
  fresh: boolean
  asOf: CalendarDay
  /** The command that regenerates it. */
  command: string
}

/**
 * Compares a kept changelog with what is generated now.
 * @param given replaces the flags that the changelog names
 * @returns null if the changelog does not name its day
 */
export async function compareKeptChangelog(
  repository: Repository,
  text: string,
  given: ChangelogRequest = {},
): Promise<KeptChangelog | null> {
  const made = readMade(text)
  if (made === null || !isRecordableDay(made.asOf)) return null
  const asked = { ...made.asked, ...given }
  const { changelog, names } = await changelogOf(repository, { ...asked, asOf: made.asOf })
  const fresh = changelogMarkdown(changelog, names) === text
  return { fresh, asOf: made.asOf, command: regenerateCommand(asked) }
}

/** Returns the command that regenerates the kept changelog. */
export function regenerateCommand(asked: ChangelogRequest = {}): string {
  return `${changelogCommand(asked)} -o ${CHANGELOG_PATH}`
}
