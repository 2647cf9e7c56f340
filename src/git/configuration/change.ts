import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GitError } from '../git-error.ts'
import { lockFile } from '../locks/file-lock.ts'
import { inTurn } from '../locks/turn.ts'
import type { Store } from '../repository/repository.ts'
import { normalKey, parseConfig } from './parse.ts'

/**
 * Writes settings to a repository's own configuration, under git's lock on it. The rest of the file stays as it is.
 * @param settings values by key, such as `merge.NAME.driver`
 * @throws GitError locked, not-allowed when the file is a symbolic link
 */
export async function changeConfiguration(store: Store, settings: Readonly<Record<string, string>>): Promise<void> {
  const path = join(store.commonDirectory, 'config')
  if (lstatSync(path).isSymbolicLink()) {
    throw new GitError('not-allowed', `${path} is a symbolic link`, 'replace the link with the file itself')
  }
  await inTurn(store, async () => {
    const lock = await lockFile(store, path)
    try {
      const before = readFileSync(path, 'utf8')
      const after = Object.entries(settings).reduce((text, [key, value]) => withSetting(text, key, value), before)
      if (after !== before) lock.publish(Buffer.from(after))
    } finally {
      lock.release()
    }
  })
}

/**
 * Returns a configuration file's text with one setting changed: in the line that has it, else at the end of its section,
 * else in a new section at the end of the file.
 */
export function withSetting(text: string, key: string, value: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const line = `\t${key.slice(key.lastIndexOf('.') + 1)} = ${quoted(value)}`
  const tries = [() => text, () => inItsLine(lines, key, line), () => inItsSection(lines, key, line)]
  // Only a text that reads back the value is used: continued lines and lines next to a section header are not edited.
  const found = tries.map((attempt) => attempt()).find((each) => valueIn(each, key) === value)
  return found ?? `${text.replace(/\n?$/, '\n')}${headerOf(key)}\n${line}\n`
}

function valueIn(text: string, key: string): string | undefined {
  return parseConfig(text).findLast((setting) => setting.key === normalKey(key))?.value
}

function inItsLine(lines: readonly string[], key: string, line: string): string {
  const name = key.slice(key.lastIndexOf('.') + 1).toLowerCase()
  const at = lines.findLastIndex((each, index) => isNamed(each, name) && sectionAt(lines, index) === headerOf(key))
  return at === -1 ? '' : textOf(lines.with(at, line))
}

function inItsSection(lines: readonly string[], key: string, line: string): string {
  const at = lines.findLastIndex((each, index) => each.trim() !== '' && sectionAt(lines, index) === headerOf(key))
  return at === -1 ? '' : textOf(lines.toSpliced(at + 1, 0, line))
}

function isNamed(line: string, name: string): boolean {
  return /^\s*([A-Za-z0-9-]+)\s*=/.exec(line)?.[1]?.toLowerCase() === name
}

/** Returns the section header above a line. */
function sectionAt(lines: readonly string[], index: number): string | undefined {
  return lines
    .slice(0, index + 1)
    .findLast((line) => line.trimStart().startsWith('['))
    ?.trim()
}

function headerOf(key: string): string {
  const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')]
  const inner = key.slice(first + 1, last).replace(/["\\]/g, '\\$&')
  return first === last ? `[${key.slice(0, first)}]` : `[${key.slice(0, first)} "${inner}"]`
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function quoted(value: string): string {
  const escaped = value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
  return escaped === value && !/[#;]|^\s|\s$/.test(value) ? value : `"${escaped}"`
}
