import { AnnexError } from '../treaty/index.ts'
import { wantsJson } from './output/write.ts'

/** Commands of two words begin with one of these. */
export const TOPICS: ReadonlySet<string> = new Set(['entry', 'party', 'proposal'])

/**
 * A topic by itself prints its help, which is no JSON document.
 * @throws AnnexError usage where one is asked for
 */
export function refuseTopic(words: readonly string[]): void {
  const [topic = '', next = '-'] = words
  const asksForHelp = words.includes('--help') || words.includes('-h')
  if (!TOPICS.has(topic) || !next.startsWith('-') || asksForHelp || !wantsJson(words)) return
  throw new AnnexError('usage', `${topic} is no command by itself`, `see annex ${topic} --help`)
}
