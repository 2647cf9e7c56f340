// Writes src/store/documents/generated/validators.js: one ajv validator a file kind, compiled ahead of time and bundled
// with what it needs, so that the program starts without ajv. Git ignores the file; its types stand beside it.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'

const SCHEMAS = new URL('../schemas/', import.meta.url)
const TARGET = new URL('../src/store/documents/generated/validators.js', import.meta.url)
const SHARED = ['common', 'change']
export const FILE_KINDS = ['document', 'parties', 'proposal', 'event', 'readings', 'scenario']

/** @returns {Promise<object>} the schema of that name */
async function schemaOf(name) {
  return JSON.parse(await readFile(new URL(`${name}.schema.json`, SCHEMAS), 'utf8'))
}

/** @returns {Promise<string>} an ES module that exports one validator a file kind and imports nothing */
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
    banner: { js: '// Generated from schemas/ by `npm run build:validators`. Do not edit.' },
  })
  return outputFiles[0].text
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(new URL('.', TARGET), { recursive: true })
  await writeFile(TARGET, await validatorsFromSchemas())
}
