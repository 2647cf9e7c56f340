import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a build script, without types of its own
import { schemasWithSuggestions } from '../../build/suggestions.js'
import { home } from '../scenarios/annex.ts'

interface Schema {
  $id?: string
  $ref?: string
  description?: string
  properties?: Record<string, Schema>
  [keyword: string]: unknown
}

const json = (file: string) => JSON.parse(readFileSync(join(home, file), 'utf8'))
const FILES = readdirSync(join(home, 'schemas')).filter((name) => name.endsWith('.schema.json'))

/** What these say of themselves is true wherever they stand, and so says too little of any one place. */
const SHARED = /#\/\$defs\/(?:slug|day|words|count|objectId|partyCode)$/

/** Every property of a schema, wherever in it, with the way to it. */
function* propertiesIn(schema: unknown, way: string): Generator<[string, Schema]> {
  if (schema === null || typeof schema !== 'object') return
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'examples' || key === 'const' || key === 'enum') continue
    if (key === 'properties') for (const [name, one] of Object.entries<Schema>(value)) yield [`${way} ${name}`, one]
    yield* propertiesIn(value, key === 'properties' ? way : `${way} ${key}`)
  }
}

function definitionAt(file: string, reference: string): Schema {
  const [other, pointer = ''] = reference.split('#')
  const steps = pointer.split('/').filter((step) => step !== '')
  return steps.reduce((schema, step) => schema[step], json(`schemas/${other === '' ? file : other}`))
}

/** What an editor shows for a property. */
function shownFor(file: string, { description, $ref }: Schema): string {
  if (description !== undefined) return description
  return $ref === undefined || SHARED.test($ref) ? '' : shownFor(file, definitionAt(file, $ref))
}

describe.each(FILES)('%s', (file) => {
  it('says of the file, of each definition and of each property what a hover is to show', () => {
    const schema = json(`schemas/${file}`)
    const definitions = Object.entries<Schema>(schema.$defs ?? {})
    const all = [['file', schema] as const, ...definitions, ...propertiesIn(schema, '')]
    for (const [way, one] of all) expect(shownFor(file, one), way).toMatch(/^[\p{L}\p{N}`].{12,}[.?]$/su)
  })
})

it('what an editor offers are the readings and the rules there are (npm run types writes them)', async () => {
  for (const [name, schema] of Object.entries(await schemasWithSuggestions())) {
    expect(json(`schemas/${name}.schema.json`)).toEqual(schema)
  }
})

describe("schemas/catalog.json, in the form of the JSON Schema Store's catalogue", () => {
  const catalog: { version: number; schemas: Record<string, unknown>[] } = json('schemas/catalog.json')
  const shared = ['change.schema.json', 'common.schema.json']

  it('names every kind of file once, by the address that its schema bears', () => {
    expect(catalog.version).toBe(1)
    const kinds = FILES.filter((file) => !shared.includes(file)).map((file) => json(`schemas/${file}`))
    expect(catalog.schemas.map(({ url }) => url).sort()).toEqual(kinds.map(({ $id }) => $id).sort())
    for (const { url, description, name } of catalog.schemas) {
      expect(name).toMatch(/\S/)
      expect(description).toBe(kinds.find(({ $id }) => $id === url)?.description)
    }
  })

  it('matches the same files as the settings that annex init writes', () => {
    const settings = json('templates/vscode-settings.json')['yaml.schemas']
    const matched = catalog.schemas.map(({ url, fileMatch }) => [
      `./schemas/${String(url).split('/').at(-1)}`,
      fileMatch,
    ])
    expect(Object.fromEntries(matched)).toEqual(settings)
  })
})
