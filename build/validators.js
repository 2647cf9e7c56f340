// Writes src/files/generated/, which git ignores (its types are committed):
// validators.js, one ajv validator for each kind of file, compiled ahead of time so that the program starts without ajv;
// and key-orders.js, the order of keys in the schemas.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'
import { withoutSuggestions } from './suggestions.js'

const SCHEMAS = new URL('../schemas/', import.meta.url)
const TARGET = new URL('../src/files/generated/', import.meta.url)
const BANNER = '// Generated from schemas/ by `npm run build:validators`. Do not edit.'
const SHARED = ['common', 'change']
export const FILE_KINDS = [
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

/** @returns {Promise<object>} the schema of that name */
async function schemaOf(name) {
  return withoutSuggestions(JSON.parse(await readFile(new URL(`${name}.schema.json`, SCHEMAS), 'utf8')))
}

/** @returns {Promise<string>} an ES module that exports one validator for each kind of file and imports nothing */
export async function validatorsFromSchemas() {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    discriminator: true,
    strict: true,
    code: { source: true, esm: true },
  })
  addFormats(ajv, ['date'])
  const schemas = await Promise.all([...SHARED, ...FILE_KINDS].map(schemaOf))
  for (const schema of schemas) ajv.addSchema(schema)
  const validators = Object.fromEntries(FILE_KINDS.map((kind, index) => [kind, schemas[SHARED.length + index].$id]))
  const source = standaloneCode(ajv, validators)
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL('..', import.meta.url)), sourcefile: 'validators.js' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    banner: { js: BANNER },
  })
  return outputFiles[0].text
}

/** @returns {Promise<string>} an ES module that exports the keys of each object, by file kind and definition, in order */
export async function keyOrdersFromSchemas() {
  const orders = {}
  const collect = (name, { properties }) => {
    if (properties === undefined) return
    orders[name] = Object.keys(properties)
    for (const [key, value] of Object.entries(properties)) collect(`${name}/${key}`, value)
  }
  for (const kind of [...SHARED, ...FILE_KINDS]) {
    const { $defs = {}, ...schema } = await schemaOf(kind)
    collect(kind, schema)
    for (const [name, definition] of Object.entries($defs)) collect(`${kind}/${name}`, definition)
  }
  return `${BANNER}\nexport const KEY_ORDERS = ${JSON.stringify(orders, null, 2)}\n`
}

/** Writes both files. Each is replaced in one step, because a program may be reading it. */
export async function writeGenerated() {
  await mkdir(TARGET, { recursive: true })
  await replace('validators.js', await validatorsFromSchemas())
  await replace('key-orders.js', await keyOrdersFromSchemas())
}

async function replace(name, text) {
  const there = await readFile(new URL(name, TARGET), 'utf8').catch(() => undefined)
  if (there === text) return
  const beside = new URL(`${name}.${process.pid}`, TARGET)
  await writeFile(beside, text)
  await rename(beside, new URL(name, TARGET))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeGenerated()
