// Writes docs/rules/: a page for each group of rules, from the rules themselves. A test fails if a page is out of date.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const CONTENTS = `
  export { ALL_RULE_PAGES } from './src/workflows/validate/rule-pages.ts'
  export { rulePagesMarkdown } from './src/render/findings/rule-pages.ts'
`

const { outputFiles } = await build({
  stdin: { contents: CONTENTS, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
})
const source = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
const { ALL_RULE_PAGES, rulePagesMarkdown } = await import(source)

const folder = new URL('../docs/rules/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const group of new Set(ALL_RULE_PAGES.map(({ id }) => id.split('/')[0]))) {
  await writeFile(new URL(`${group}.md`, folder), rulePagesMarkdown(group, ALL_RULE_PAGES))
}
