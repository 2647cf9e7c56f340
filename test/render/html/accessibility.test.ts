import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diffHtml, documentHtml } from '../../../src/render/index.ts'
import { chromium, pageAfterScripts } from '../../chromium.ts'
import { documents, everyKind } from '../change-set.ts'

/** The rules of axe-core that a page breaks, run in a real browser. The page's own policy would let no script in, so it is lifted. */
function violations(html: string, ...flags: string[]): unknown {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const run = `axe.run().then(({ violations }) => { document.title = 'axe:' + encodeURIComponent(JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html]))) })`
  const folder = mkdtempSync(join(tmpdir(), 'annex-page-'))
  const file = join(folder, 'page.html')
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  writeFileSync(
    file,
    open.replace('</body>', () => `<script>${axe}</script><script>${run}</script></body>`),
  )
  const page = pageAfterScripts(file, ...flags)
  const result = /<title>axe:([^<]*)<\/title>/.exec(page)?.[1]
  if (result === undefined) throw new Error(`axe-core did not run: ${page.slice(0, 500)}`)
  return JSON.parse(decodeURIComponent(result))
}

describe.skipIf(chromium === undefined)(
  'pages in a browser (left out where there is no Chromium; CHROMIUM names one)',
  () => {
    it.each([
      ['a redline', diffHtml(everyKind())],
      ['a table', documentHtml(documents.amendedTools, { heading: ['As of 2021-08-14'] })],
    ])('of %s break no rule of axe-core', (_, html) => {
      expect(violations(html)).toEqual([])
    })

    it('break none in the dark either', () => {
      expect(violations(diffHtml(everyKind()), '--blink-settings=preferredColorScheme=0')).toEqual([])
    })

    it('of an image without words break one', () => {
      expect(
        violations('<!doctype html><html lang="en"><title>x</title><body><img src="x.png"></body></html>'),
      ).not.toEqual([])
    })
  },
)
