import fc from 'fast-check'
import { expect } from 'vitest'
import { isObjectId } from '../../src/git/objects/object.ts'
import { parseJournal } from '../../src/git/worktree/journal.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedText } from './mutate.ts'

const ID = '1'.repeat(40)
const VALID = [
  JSON.stringify({ gitDirectories: ['/a/.git'], from: null, to: ID }),
  JSON.stringify({ gitDirectories: ['/a/.git', '/b/.git'], from: ID, to: ID }),
]
const TOKENS = ['null', '{}', '[]', '"', ',', ':', '1', '"from"', '"to"', '"gitDirectories"', '\0', '\\u0000']

fuzz('a journal is followed, or passed over', mutatedText(fc.constantFrom(...VALID), TOKENS), (text) => {
  const journal = unlessRefused(() => parseJournal(text))
  if (!journal) return
  expect(isObjectId(journal.to)).toBe(true)
  expect(journal.from === null || isObjectId(journal.from)).toBe(true)
  for (const folder of journal.gitDirectories) expect(typeof folder).toBe('string')
})
