import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a build script, without types of its own
import { gradeOf } from '../../build/messages/grade.js'
// @ts-expect-error a build script, without types of its own
import { messagesInSources } from '../../build/messages/in-sources.js'
// @ts-expect-error a build script, without types of its own
import { messagesPage } from '../../build/messages/page.js'
import { ALL_RULE_PAGES } from '../../src/workflows/index.ts'
import { home } from '../scenarios/annex.ts'

interface Message {
  kind: 'stop' | 'finding'
  file: string
  id: string
  message: string
  hint: string
}

const messages: Message[] = messagesInSources()

describe('every message', () => {
  it('is clear, concise and actionable', () => {
    const weak = messages.filter((message) => Object.values(gradeOf(message)).includes(false))
    expect(weak.map(({ file, message, hint }) => `${file}: ${message}; ${hint}`)).toEqual([])
  })

  it('stands in docs/messages.md as it is (npm run docs:messages writes it anew)', () => {
    expect(readFileSync(join(home, 'docs/messages.md'), 'utf8')).toBe(messagesPage())
  })

  it('is found, whatever rule of law, words, facts or terms it is of', () => {
    const found = new Set(messages.map(({ id }) => id))
    // These are put together from tables, or from the messages of others.
    const together = /^(?:schema|verify)\/|^law\/(?:not-a-party|conflict)$/
    // These are in the table under ‹id›: the rule is named by a variable there.
    const byVariable = /^text\/(?:unknown-rule|noted-defect|unused-acceptance)$/
    const absent = ALL_RULE_PAGES.map(({ id }) => id).filter(
      (id) => !found.has(id) && !together.test(id) && !byVariable.test(id),
    )
    expect(absent).toEqual([])
  })
})

describe('the grades', () => {
  const good = { kind: 'finding', message: 'The id ‹id› is taken', hint: 'Choose another' }
  it.each([
    ['clear', { message: 'Invalid value' }],
    ['clear', { kind: 'stop', message: 'it is wrong.' }],
    ['concise', { message: `The ${'very '.repeat(40)}long` }],
    ['concise', { hint: 'Choose\nanother' }],
    ['actionable', { hint: 'It was a mistake' }],
  ])('%s is not said of %j', (grade, change) => {
    expect(gradeOf(good)[grade]).toBe(true)
    expect(gradeOf({ ...good, ...change })[grade]).toBe(false)
  })
})
