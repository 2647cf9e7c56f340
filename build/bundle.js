// Bundles the program into dist/, one entry a command, so that a command loads only what it needs; then writes oclif's
// manifest, so that starting one command reads none of the others.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Plugin } from '@oclif/core'
import { build } from 'esbuild'
import { pastDoors } from './past-doors.js'

const home = fileURLToPath(new URL('..', import.meta.url))

// Packages written as CommonJS ask for `require`; an ES module has none of its own.
const REQUIRE =
  "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);"

// oclif derives a command's id from its path in dist/commands. A folder in src/cli/commands is part of the id only if it is a
// topic (`proposal check`); other folders only group files.
async function commandFiles() {
  const { oclif } = JSON.parse(await readFile(`${home}package.json`, 'utf8'))
  const names = (await readdir(`${home}src/cli/commands`, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const entries = names.map((name) => {
    const { dir, name: command } = parse(name)
    return { in: `src/cli/commands/${name}`, out: join('commands', dir in oclif.topics ? dir : '', command) }
  })
  const ids = new Set(entries.map(({ out }) => out))
  if (ids.size < entries.length) throw new Error('two files in src/cli/commands have the same command id')
  return entries
}

const shared = {
  absWorkingDir: home,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [pastDoors],
}

await rm(`${home}dist`, { recursive: true, force: true })
await build({
  ...shared,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'main' },
    { in: 'src/cli/completion/complete.ts', out: 'complete' },
    ...(await commandFiles()),
  ],
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  banner: { js: REQUIRE },
  // Only looked for by oclif when commands are run from TypeScript sources.
  external: ['typescript', 'ts-node', 'tsx'],
})
// One file: to open a dozen takes longer than to read this one.
await build({
  ...shared,
  entryPoints: [{ in: 'src/cli/drivers/main.ts', out: 'drivers' }],
  banner: { js: REQUIRE },
  metafile: true,
}).then(({ metafile }) => process.env.META && writeFile(process.env.META, JSON.stringify(metafile)))

const plugin = new Plugin({ root: home, ignoreManifest: true, errorOnManifestCreate: true, isRoot: true })
await plugin.load()
await writeFile(`${home}oclif.manifest.json`, `${JSON.stringify(plugin.manifest)}\n`)
