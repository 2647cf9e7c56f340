import type { Difference, Summary } from '../../treaty/index.ts'
import { otherDocumentsInWords } from './other-document.ts'
import { carriedAlong } from './section-ids.ts'

const NAMES: readonly (readonly [keyof Summary, string, string])[] = [
  ['added', 'added', 'added'],
  ['removed', 'removed', 'removed'],
  ['renamed', 'renamed', 'renamed'],
  ['moved', 'moved', 'moved'],
  ['renumbered', 'renumbered', 'renumbered'],
  ['reworded', 'reworded', 'reworded'],
  ['facts', 'with other facts', 'with other facts'],
  ['notes', 'with another note', 'with other notes'],
  ['titles', 'title changed', 'titles changed'],
  ['sections', 'list of sections changed', 'lists of sections changed'],
]

/** `1 added, 2 renumbered`; first, where that is so, that it is another document; `no difference` where there is none. */
export function summaryInWords({ summary, documents }: Pick<Difference, 'summary' | 'documents'>): string {
  const carried = documents.reduce((sum, each) => sum + carriedAlong(each).size, 0)
  const told = { ...summary, moved: summary.moved - carried }
  const counted = NAMES.filter(([kind]) => told[kind] > 0).map(
    ([kind, one, several]) => `${told[kind]} ${told[kind] === 1 ? one : several}`,
  )
  const parts = [...otherDocumentsInWords(documents), ...counted]
  return parts.length === 0 ? 'no difference' : parts.join(', ')
}
