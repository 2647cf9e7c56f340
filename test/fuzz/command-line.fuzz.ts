import { execFile } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { annexDone, home, newFolder } from '../scenarios/annex.ts'
import { expectPrintable, fuzzSlowly } from './fuzz.ts'
import { mutatedText } from './mutate.ts'

const folder = join(newFolder(), 'convention')
annexDone(home, 'init', folder)

const VALID = [
  '2021-01-15',
  'annex-1',
  'hague-1970',
  'main',
  'annex-1/v1',
  'FRA',
  'annexes/annex-1.yaml',
  '70.1',
  'text',
]
const TOKENS = [
  '-',
  '--',
  '--json',
  '=',
  '/',
  '..',
  '~',
  '^',
  '\n',
  ' ',
  '\u001b[2J',
  '\u202e',
  '@',
  '"',
  "'",
  '\ud83d',
  '0',
]
const word = mutatedText(fc.constantFrom(...VALID), TOKENS).map((text) => text.replaceAll('\0', '').slice(0, 2_000))
const COMMANDS = [
  ...[
    ['show'],
    ['validate'],
    ['fmt', '--check'],
    ['diff'],
    ['log'],
    ['readings'],
    ['rules'],
    ['deadlines'],
    ['changelog'],
  ],
  ...[
    ['proposal', 'status'],
    ['proposal', 'check'],
    ['proposal', 'list'],
    ['explain'],
    ['simulate'],
    ['party', 'list'],
  ],
]
const FLAGS = ['--as-of', '--for', '--at', '--format', '--reading', '--repo', '--document']
const commandLines = fc
  .tuple(
    fc.constantFrom(...COMMANDS),
    fc.array(fc.oneof(word, fc.tuple(fc.constantFrom(...FLAGS), word)), { maxLength: 3 }),
  )
  .map(([command, words]) => [...command, ...words.flat()])

fuzzSlowly('a command line is answered, or refused in one line', commandLines, async (words) => {
  const { status, stdout, stderr } = await run(words)
  expect([0, 1, 2], stderr).toContain(status)
  expectPrintable(stdout)
  expectPrintable(stderr)
  expect(stderr).not.toMatch(/^ +at /m)
  expect(stderr).not.toMatch(/please report it/)
  if (status === 2) expect(stderr).toMatch(/^annex: [^\n]+; [^\n]+\n$/)
})

function run(words: readonly string[]): Promise<{ status: number | string; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const program = [join(home, 'bin/run.js'), ...words]
    const options = { cwd: folder, encoding: 'utf8', timeout: 20_000, maxBuffer: 2 ** 26 } as const
    execFile(process.execPath, program, options, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : (error.code ?? error.signal ?? 'killed'), stdout, stderr })
    }).stdin?.end()
  })
}
