// Loader hooks for the worker that runs the mutants: types are stripped from TypeScript, "vitest" is replaced by tests.js, and a
// module imported with `?load=2` imports its own modules with it too: a fresh copy of the program.
import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'

const REGISTRY = new URL('./tests.js', import.meta.url).href
const stripped = new Map()

export async function resolve(specifier, context, next) {
  if (specifier === 'vitest') return { url: REGISTRY, shortCircuit: true }
  const resolved = await next(specifier, context)
  const load = /\?load=\d+$/.exec(context.parentURL ?? '')?.[0] ?? ''
  const isOurs = resolved.url.endsWith('.ts') && !resolved.url.includes('/node_modules/')
  return isOurs ? { ...resolved, url: resolved.url + load } : resolved
}

export async function load(url, context, next) {
  const file = url.replace(/\?load=\d+$/, '')
  if (!file.endsWith('.ts')) return next(url, context)
  if (!stripped.has(file)) stripped.set(file, withoutTypes(new URL(file)))
  return { format: 'module', source: await stripped.get(file), shortCircuit: true }
}

async function withoutTypes(file) {
  const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', target: 'node20' })
  return code
}
