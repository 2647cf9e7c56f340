// Writes docs/rules/: a page for each group of rules, from the rules themselves. A test fails when a page is stale.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const CONTENTS = `
  export { RULE_PAGES } from './src/rules/index.ts'
  export { SCHEMA_RULE_PAGES } from './src/store/documents/schema-rules.ts'
  export { rulePagesMarkdown } from './src/render/rules/rule-pages.ts'
`

const { outputFiles } = await build({
  stdin: { contents: CONTENTS, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  write: false,
})
const source = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
const { RULE_PAGES, SCHEMA_RULE_PAGES, rulePagesMarkdown } = await import(source)

const pages = [...SCHEMA_RULE_PAGES, ...RULE_PAGES]
const folder = new URL('../docs/rules/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const group of new Set(pages.map(({ id }) => id.split('/')[0]))) {
  await writeFile(new URL(`${group}.md`, folder), rulePagesMarkdown(group, pages))
}
