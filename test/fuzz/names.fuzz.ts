import { posix } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { documentPath, eventPath, proposalPath } from '../../src/files/index.ts'
import { checkPath, isRefName } from '../../src/git/disk/safe-name.ts'
import { daysAfter, isCalendarDay, isPartyCode, isSlug, monthsAfter, yearsAfter } from '../../src/treaty/index.ts'
import { expectPrintable, fuzz, unlessRefused } from './fuzz.ts'
import { mutatedText } from './mutate.ts'

const TOKENS = [
  ...[
    '/',
    '..',
    '.',
    '\\',
    '.git',
    '.GIT',
    'git~1',
    '.lock',
    '@{',
    '~',
    '^',
    ':',
    '-',
    '--',
    ' ',
    '\n',
    '\0',
    '\u202e',
  ],
  ...[
    '\u200c',
    '-02-29',
    '-00',
    '0000',
    '9999',
    '+',
    'T00:00',
    '[u-ca=hebrew]',
    '٢',
    'refs/heads/',
    'HEAD',
    'CON',
    '::$DATA',
  ],
]
const names = mutatedText(
  fc.constantFrom(
    'add-budapest',
    'FRA',
    '2021-01-15',
    '2024-02-29',
    '9999-12-31',
    'annexes/annex-1.yaml',
    'proposal/x',
    '',
  ),
  TOKENS,
)

fuzz('a name is safe in paths, refs and sums, or is none', names, (text) => {
  if (isSlug(text)) expect(isRefName(`refs/heads/proposal/${text}`)).toBe(true)
  for (const path of [documentPath, proposalPath]) expectInside(unlessRefused(() => path(text)))
  expectInside(unlessRefused(() => eventPath('x', { event: 'objection', on: text, party: 'FRA' }, [])))
  expectInside(unlessRefused(() => eventPath('x', { event: 'objection', on: '2021-01-15', party: text }, [])))
  if (isPartyCode(text)) expectInside(`annexes/${text}`)
  if (isRefName(text)) expectInside(text)
  if (unlessRefused(() => checkPath(text) ?? true)) expectInside(text)
  expectDay(text)
})

function expectInside(path: string | undefined): void {
  if (path === undefined) return
  expect(posix.normalize(path)).toBe(path)
  expect(path.startsWith('/') || path.split('/').includes('..')).toBe(false)
  expectPrintable(path.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''))
  expect(path.toLowerCase().split('/')).not.toContain('.git')
}

/** A day is one of the calendar as JavaScript's own dates know it; sums of days are days again, and later. */
function expectDay(text: string): void {
  const time = Date.parse(`${text}T00:00:00Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  expect(isCalendarDay(text)).toBe(isDay)
  if (!isCalendarDay(text)) return
  for (const after of [() => daysAfter(text, 30), () => monthsAfter(text, 6), () => yearsAfter(text, 5)]) {
    const later = unlessRefused(after)
    if (later === undefined) continue
    expect(later > text, `${later} after ${text}`).toBe(true)
    expect(isCalendarDay(later), later).toBe(true)
  }
}
