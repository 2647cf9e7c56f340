import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import type { FileKind } from '../../src/files/index.ts'

const home = fileURLToPath(new URL('../../', import.meta.url))

export const FILE_KINDS: readonly FileKind[] = [
  'document',
  'parties',
  'proposal',
  'event',
  'readings',
  'scenario',
  'rules',
  'policy',
  'approval',
]

/** What YAML is made of where it is hard to read. */
export const YAML_TOKENS = [
  ...' \n\t#:-,"\'{}[]&*!|>%@`?~0\\',
  ...['  ', '- ', ': ', ' #', '---\n', '...\n', '\n\n', '\r', '\r\n', '\ufeff', 'null', 'true', '~', '!!str ', '<<: '],
  ...['\u0000', '\u001b[31m', '\u0085', '\u2028', '\u202e', '\ud83d\udcdc', '"\\u0000"', '"\\x1b"', '\\', '""', "''"],
  ...['2021-02-29', '1e999', '0x1f', '.inf', '9007199254740993', '&a ', '*a', '__proto__: ', 'constructor: ', '? '],
]

/** Files of a kind that have nothing wrong with them: the examples of its schema, and those shipped. */
export function validFiles(kind: FileKind): string[] {
  const { examples = [] } = JSON.parse(readFileSync(join(home, `schemas/${kind}.schema.json`), 'utf8'))
  const written = examples.flatMap((example: unknown) => [stringify(example), JSON.stringify(example)])
  return [...written, ...shipped(kind)]
}

function shipped(kind: FileKind): string[] {
  if (kind === 'document') {
    return ['annex-1', 'technical-annex', 'article-4'].map((name) => beginningOf(`annexes/${name}.yaml`, 22))
  }
  if (kind === 'parties') return [beginningOf('demo/exercise-parties.yaml', 12)]
  return kind === 'readings' ? [beginningOf('annexes/readings.yaml', 12)] : []
}

function beginningOf(file: string, lines: number): string {
  return `${readFileSync(join(home, file), 'utf8').split('\n').slice(0, lines).join('\n')}\n`
}
