import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { readConfiguration } from '../../src/git/configuration/configuration.ts'
import { parseDate } from '../../src/git/configuration/identity.ts'
import { parseConfig } from '../../src/git/configuration/parse.ts'
import { fuzz, unlessRefused } from './fuzz.ts'
import { mutatedText } from './mutate.ts'
import { replaceFile } from './replace-file.ts'
import { gitOrNull, newFolder } from './repository.ts'

const VALID = [
  '[core]\n\trepositoryformatversion = 0\n\tbare = false\n[user]\n\tname = "A Clerk" ; who\n\temail=clerk@depositary.example\n',
  '[remote "origin"]\n\turl = https://example.org/a.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[commit] gpgSign\n',
  '[includeIf "gitdir:~/work/"]\n\tpath = other\n[alias]\n\tx = "a \\"b\\" \\\n  c"\n[a.B "c.D"]\n\te = 1 # 2\n',
]
const TOKENS = [
  ...'[]"\\=#;\n\t .*?',
  '\r\n',
  '\\\n',
  '[a "b"]',
  '[include]\npath=config\n',
  '**/',
  '\ufeff',
  '\0',
  '\\n',
]

const folder = newFolder()
const file = join(folder, 'config')
const folders = { workTree: folder, gitDirectory: folder, commonDirectory: folder }

fuzz(
  'a configuration is read as git reads it, where git does',
  mutatedText(fc.constantFrom(...VALID), TOKENS),
  (text) => {
    replaceFile(file, text)
    const own = parseConfig(text)
    unlessRefused(() => readConfiguration(folders, { HOME: folder }).keys(''))
    unlessRefused(() => parseDate(text))
    // For git a text ends at a zero byte.
    const words = ['config', '--file', 'config', '--no-includes', '--list', '-z']
    const listed = text.length > 2_000 || text.includes('\0') ? null : gitOrNull(folder, ...words)
    if (listed === null) return
    // What stands before the first section belongs to none, and is nothing that is asked for.
    const settings = listed.split('\0').slice(0, -1).map(settingOf)
    const asked = settings.filter(({ key }) => key.includes('.'))
    expect(own.map(withPlainSpaces)).toEqual(asked.map(withPlainSpaces))
  },
)

/** Until 2.45 git made spaces of the tabs and carriage returns inside a value. */
function withPlainSpaces({ key, value }: { key: string; value: string }): string {
  return `${key}=${value.replace(/[\t\r]/g, ' ')}`
}

/** One setting as `git config --list -z` gives it: the value behind a line feed, or none at all. */
function settingOf(text: string): { key: string; value: string } {
  const end = text.indexOf('\n')
  return end < 0 ? { key: text, value: 'true' } : { key: text.slice(0, end), value: text.slice(end + 1) }
}
