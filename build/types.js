// Writes src/treaty/generated/files.ts: the TypeScript types of every file kind, from the JSON Schemas in schemas/.
// A test fails if the committed file is out of date.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compile } from 'json-schema-to-typescript'
import { withoutSuggestions } from './suggestions.js'

const FILE_KINDS = [
  'document',
  'parties',
  'proposal',
  'event',
  'readings',
  'scenario',
  'rules',
  'policy',
  'approval',
  'change',
]
const SCHEMAS = new URL('../schemas/', import.meta.url)

/** @returns {Promise<string>} the TypeScript source */
export async function typesFromSchemas() {
  const definitions = {}
  for (const kind of ['common', ...FILE_KINDS]) {
    const {
      $id,
      $schema,
      examples,
      $defs = {},
      ...schema
    } = withoutSuggestions(JSON.parse(await readFile(new URL(`${kind}.schema.json`, SCHEMAS), 'utf8')))
    definitions[kind] = withLocalReferences(schema, kind)
    for (const [name, definition] of Object.entries($defs)) {
      definitions[`${kind}-${name}`] = withLocalReferences(definition, kind)
    }
  }
  const root = {
    title: 'Files',
    description: 'Every file kind by name.',
    type: 'object',
    additionalProperties: false,
    required: FILE_KINDS,
    properties: Object.fromEntries(FILE_KINDS.map((kind) => [kind, { $ref: `#/$defs/${kind}` }])),
    $defs: definitions,
  }
  const source = await compile(root, 'Files', {
    bannerComment: '// Generated from schemas/ by `npm run types`. Do not edit.',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  return onOneLine(source)
}

// Comments that fit on one line take one.
function onOneLine(source) {
  return source.replaceAll(/^( *)\/\*\*\n +\* (.*)\n +\*\/$/gm, (whole, indent, words) => {
    const line = `${indent}/** ${words} */`
    return line.length <= 120 ? line : whole
  })
}

// One type for each definition: keys next to a $ref only describe its use, and would make a second type.
function withLocalReferences(value, kind) {
  if (Array.isArray(value)) return value.map((item) => withLocalReferences(item, kind))
  if (value === null || typeof value !== 'object') return value
  if (typeof value.$ref === 'string') return { $ref: localReference(value.$ref, kind) }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withLocalReferences(item, kind)]))
}

function localReference(reference, kind) {
  const [file, pointer = ''] = reference.split('#')
  const owner = file === '' ? kind : file.replace('.schema.json', '')
  const name = pointer.replace('/$defs/', '')
  return `#/$defs/${name === '' ? owner : `${owner}-${name}`}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../src/treaty/generated/files.ts', import.meta.url), await typesFromSchemas())
}
