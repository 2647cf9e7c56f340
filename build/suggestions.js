// What an editor suggests in maps with free keys: the readings with their options, the rules with their severities. It is
// written into schemas/ from the readings and the rules; a test fails if it is out of date. It forbids nothing, because
// `additionalProperties` has the same schema for every key, so types and validators are made without it.
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const CONTENTS = `
  export { readings } from './src/law/index.ts'
  export { RULE_PAGES } from './src/text/index.ts'
`

/** @returns {object} the schema without the keys that are only for editors */
export function withoutSuggestions(value) {
  if (Array.isArray(value)) return value.map(withoutSuggestions)
  if (value === null || typeof value !== 'object') return value
  const { properties, ...rest } = value
  const kept = properties !== undefined && typeof rest.additionalProperties === 'object' ? rest : value
  return Object.fromEntries(Object.entries(kept).map(([key, item]) => [key, withoutSuggestions(item)]))
}

/** @returns {Promise<Record<string, object>>} the schemas with suggestions, by name */
export async function schemasWithSuggestions() {
  const { readings, RULE_PAGES } = await rulesAndReadings()
  const common = await schemaOf('common')
  common.$defs.readingChoice.properties = Object.fromEntries(readings.map(suggestedReading))
  const rules = await schemaOf('rules')
  rules.properties.levels.properties = Object.fromEntries(RULE_PAGES.map(suggestedRule))
  return { common, rules }
}

function suggestedReading({ id, question, options }) {
  const offered = options.map((option) => `${option.id}: ${option.says}`)
  return [
    id,
    {
      $ref: '#/$defs/slug',
      description: [question, ...offered].join('\n\n'),
      examples: options.map((option) => option.id),
    },
  ]
}

function suggestedRule({ id, title, level }) {
  return [id, { description: `${title}. Default severity: ${level}.`, enum: ['error', 'warning', 'note'] }]
}

async function rulesAndReadings() {
  const { outputFiles } = await build({
    stdin: { contents: CONTENTS, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

const fileOf = (name) => fileURLToPath(new URL(`../schemas/${name}.schema.json`, import.meta.url))
const schemaOf = async (name) => JSON.parse(await readFile(fileOf(name), 'utf8'))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url))
  for (const [name, schema] of Object.entries(await schemasWithSuggestions())) {
    await writeFile(fileOf(name), JSON.stringify(schema))
    spawnSync(process.execPath, [biome, 'format', '--write', fileOf(name)])
  }
}
