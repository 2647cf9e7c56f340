// Bundles what other programs import into dist/library.js, for Node and browsers: one ES module in which the packages it uses
// stay external. `--types` also writes the types, from the sources.
import { spawnSync } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const home = fileURLToPath(new URL('..', import.meta.url))

/** Writes dist/library.js. */
export async function bundleLibrary() {
  await build({
    absWorkingDir: home,
    entryPoints: { library: 'src/library/index.ts' },
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    legalComments: 'none',
    logLevel: 'warning',
  })
}

/** Writes dist/types/: one .d.ts file for each source file, with the docstrings. */
export async function writeTypes(folder = `${home}dist/types`) {
  await rm(folder, { recursive: true, force: true })
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const words = ['--project', `${home}build/types.tsconfig.json`, '--outDir', folder]
  const { status } = spawnSync(process.execPath, [compiler, ...words], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the types of the library could not be written')
  const generated = 'files/generated'
  await cp(`${home}src/${generated}`, `${folder}/${generated}`, {
    recursive: true,
    filter: (file) => !file.endsWith('.js'),
  })
  for (const name of await readdir(folder, { recursive: true })) {
    if (name.endsWith('.d.ts')) await nameScripts(`${folder}/${name}`)
  }
}

// The compiler keeps the file names of the sources (`./x.ts`) in import paths; programs expect `./x.js`.
async function nameScripts(file) {
  const types = await readFile(file, 'utf8')
  await writeFile(file, types.replaceAll(/(from '|import\(")(\.[^'"]*)\.ts(?=['"])/g, '$1$2.js'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleLibrary()
  if (process.argv.includes('--types')) await writeTypes()
}
