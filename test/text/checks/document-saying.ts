import type { Document, Entry } from '../../../src/treaty/index.ts'

const FIELDS = {
  'annex-1': ['title', 'title'],
  'technical-annex': ['name', 'description'],
  'article-4': ['term', 'definition'],
} as const

export type DocumentName = keyof typeof FIELDS

/** A document of two entries that say the one and the other, wherever words may stand. */
export function documentSaying(document: DocumentName, one: string, other: string): Document {
  const [first, second] = FIELDS[document]
  const text = { [second]: { en: other }, [first]: { en: one } }
  const facts = { done: { place: other, date: '1970-12-16' }, inForce: '1971-10-14' }
  const entry = (id: string, number: string): Entry => ({ id, number, text, ...(document === 'annex-1' && { facts }) })
  return { document, title: { en: other }, entries: [entry('one', '1'), entry('two', '2')] }
}
