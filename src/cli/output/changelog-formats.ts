import { changelogHtml, changelogMarkdown, jsonText, type Names } from '../../render/index.ts'
import type { Changelog } from '../../treaty/index.ts'

/** The forms in which a changelog comes out. */
export const CHANGELOG_FORMATS = ['md', 'html', 'json', 'atom'] as const
export type ChangelogFormat = (typeof CHANGELOG_FORMATS)[number]

/** A changelog in the form asked for. */
export function renderChangelog(changelog: Changelog, names: Names, format: Exclude<ChangelogFormat, 'atom'>): string {
  if (format === 'json') return `${jsonText(changelog)}\n`
  if (format === 'html') return changelogHtml(changelog, names)
  return changelogMarkdown(changelog, names)
}
