import type { RulePage } from '../../treaty/index.ts'

export const RECTIFICATION_COMPLETE = {
  id: 'law/rectification-complete',
  level: 'error',
  title: 'A rectification says what it rectifies, what that should have said, why, and on whose word',
  why: 'The record is never edited. A rectification counts if readers can see from it what the record said before, what it should have said, and who says so.',
} as const satisfies RulePage

export const RECTIFICATION_OF_A_FILE = {
  id: 'law/rectification-of-a-file',
  level: 'error',
  title: 'A rectification names a file of the same proposal',
  why: 'A rectification of a file that does not exist, or of itself through others, changes nothing.',
} as const satisfies RulePage

export const RECTIFICATION_MATCHES = {
  id: 'law/rectification-matches',
  level: 'error',
  title: 'A rectification repeats what the file says that it rectifies',
  why: 'So a rectification is never applied to another record than the one it was made for.',
} as const satisfies RulePage

export const RECTIFIED_TWICE = {
  id: 'law/rectified-twice',
  level: 'warning',
  title: 'Two rectifications of one file say the same',
  why: 'Two offices may rectify one file at the same time. If they differ, the later one counts, by its day and then by its file name.',
} as const satisfies RulePage
