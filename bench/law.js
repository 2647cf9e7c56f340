// What binds one Party on one day, in a treaty of the size of the CITES appendices: core time after loading, and heap.
// Ends with 1 if the slowest takes more than a second. Usage: npm run bench:law [-- RUNS]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = await mkdtemp(join(tmpdir(), 'annex-bench-'))
try {
  const outfile = join(folder, 'probe.mjs')
  const probe = fileURLToPath(new URL('./law/probe.ts', import.meta.url))
  await build({ entryPoints: [probe], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
  await import(outfile)
} finally {
  await rm(folder, { recursive: true })
}
