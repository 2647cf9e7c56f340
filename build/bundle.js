// Bundles the program into dist/, one entry a command, so that a command loads only what it needs; then writes oclif's
// manifest, so that starting one command reads none of the others.
import { readdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Plugin } from '@oclif/core'
import { build } from 'esbuild'
import { pastDoors } from './past-doors.js'

const home = fileURLToPath(new URL('..', import.meta.url))

// Packages written as CommonJS ask for `require`; an ES module has none of its own.
const REQUIRE =
  "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);"

async function commandFiles() {
  const names = await readdir(`${home}src/cli/commands`, { recursive: true })
  return names.filter((name) => name.endsWith('.ts')).map((name) => `src/cli/commands/${name}`)
}

await rm(`${home}dist`, { recursive: true, force: true })
await build({
  absWorkingDir: home,
  // A thread starts from a file of its own.
  entryPoints: ['src/cli/main.ts', 'src/cli/complete.ts', 'src/cli/progress/drawer.ts', ...(await commandFiles())],
  outbase: 'src/cli',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  banner: { js: REQUIRE },
  // Only looked for by oclif when commands are run from TypeScript sources.
  external: ['typescript', 'ts-node', 'tsx'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [pastDoors],
})

const plugin = new Plugin({ root: home, ignoreManifest: true, errorOnManifestCreate: true, isRoot: true })
await plugin.load()
await writeFile(`${home}oclif.manifest.json`, `${JSON.stringify(plugin.manifest)}\n`)
