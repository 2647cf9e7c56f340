import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../../src/text/index.ts'
import type { Document, Remark } from '../../../src/treaty/index.ts'

const doubled = (note?: Remark[]): Document => ({
  document: 'list',
  title: { en: 'List' },
  entries: [
    { id: 'one', number: '1', text: { title: { en: 'One' } } },
    { id: 'two', number: '1', text: { title: { en: 'Two' } }, ...(note && { note }) },
  ],
})

const told = (document: Document) => checkDocument(document).map(({ rule, level }) => `${level} ${rule}`)

describe('a remark', () => {
  it('makes the finding that it accepts a note, and explains it', () => {
    const remark = { says: 'The treaty prints two items 1', accepts: 'text/number-unique', by: 'A. Clerk' }
    const [finding, ...others] = checkDocument(doubled([remark]))
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      level: 'note',
      message: 'An earlier entry has the number 1 too. The treaty prints two items 1',
      hint: 'Known and accepted by A. Clerk',
    })
  })

  it('does not accept a finding on another entry', () => {
    const document = doubled()
    const [one, two] = document.entries
    if (!one || !two) throw new Error('two entries are there')
    const moved = { ...document, entries: [{ ...one, note: [{ says: 'No', accepts: 'text/number-unique' }] }, two] }
    expect(told(moved)).toEqual(['error text/number-unique', 'warning text/unused-acceptance'])
  })

  it('on the document does not accept findings in its entries', () => {
    const document = { ...doubled(), note: [{ says: 'All of them', accepts: 'text/number-unique' }] }
    expect(told(document)).toEqual(['error text/number-unique', 'warning text/unused-acceptance'])
  })

  it('cannot accept findings of the law or of a schema', () => {
    const remarks = ['law/70-3', 'schema/day', 'text/no-such-rule'].map((accepts) => ({ says: 'No', accepts }))
    const [, ...others] = told(doubled([{ says: 'Yes', accepts: 'text/number-unique' }, ...remarks]))
    expect(others).toEqual(Array(3).fill('warning text/unused-acceptance'))
  })
})
