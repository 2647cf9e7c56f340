import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { chromium, pageAfterScripts } from '../chromium.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

const PARTIES = Array.from(
  { length: 36 },
  (_, index) =>
    `  - {code: A${String.fromCharCode(65 + (index % 26), 65 + Math.floor(index / 26))}, instrument: accession, deposited: 2017-03-01}`,
)

const GIVEN = {
  annex: readFileSync(join(home, 'annexes/annex-1.yaml'), 'utf8'),
  scenario: [
    'name: silence',
    'asOf: 2021-08-14',
    'basis: "70.1"',
    'by: FRA',
    'parties:',
    '  - {code: FRA, instrument: ratification, deposited: 2017-03-01}',
    ...PARTIES,
    'events:',
    '  - {on: 2021-01-15, event: circulated}',
    '',
  ].join('\r\n'),
  broken: 'document: d\nentries: &a []\n',
}

/** The page's script with all that it imports, and the packages that came along. A module of Node's would fail the build. */
async function bundle(
  format: 'esm' | 'iife',
  platform: 'browser' | 'node',
): Promise<{ script: string; packages: string[] }> {
  const contents = `import { answers } from './test/library/page.js'
    const result = answers(${JSON.stringify(GIVEN)})
    ${platform === 'browser' ? "document.title = 'answers:' + encodeURIComponent(JSON.stringify(result))" : ''}
    ${format === 'esm' ? 'export default result' : ''}`
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: home },
    absWorkingDir: home,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format,
    platform,
    logLevel: 'silent',
  })
  const files = Object.keys(metafile.inputs).map(
    (file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? 'ours',
  )
  return { script: outputFiles[0]?.text ?? '', packages: [...new Set(files)].sort() }
}

describe('the library, bundled by someone else', () => {
  let inNode: Record<string, unknown>

  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'annex-library-')), 'page.mjs')
    writeFileSync(file, (await bundle('esm', 'node')).script)
    inNode = (await import(file)).default
  })

  it('parses, validates, compares, applies, merges, replays, decides, explains and renders', () => {
    expect(inNode).toMatchObject({
      changes: ['reworded hague-1970'],
      applied: true,
      replayed: [],
      conflicts: [],
      redline: [
        { kind: 'same', words: 'a ' },
        { kind: 'deleted', words: 'b' },
        { kind: 'inserted', words: 'd' },
        { kind: 'same', words: ' c' },
      ],
      status: 'in-force',
      bound: 37,
      binds: true,
      html: true,
      broken: ['schema/alias 2'],
    })
  })

  it('needs no Node: it bundles for a browser, without git and without a command line', async () => {
    const { packages } = await bundle('iife', 'browser')
    expect(packages).toEqual([
      '@noble/hashes',
      'diff',
      'get-east-asian-width',
      'ours',
      'temporal-polyfill',
      'temporal-utils',
      'yaml',
    ])
  })

  it.skipIf(chromium === undefined)(
    'answers in a browser as it answers in Node (left out where there is no Chromium; CHROMIUM names one)',
    async () => {
      const file = join(mkdtempSync(join(tmpdir(), 'annex library ')), 'page.html')
      const script = (await bundle('iife', 'browser')).script.replaceAll('</script', '<\\/script')
      writeFileSync(file, `<!doctype html><meta charset="utf-8"><title>none</title><script>${script}</script>`)
      const shown = /<title>answers:([^<]*)<\/title>/.exec(pageAfterScripts(file))?.[1] ?? ''
      expect(JSON.parse(decodeURIComponent(shown))).toEqual(JSON.parse(JSON.stringify(inNode)))
    },
  )
})
