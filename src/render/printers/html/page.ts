import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { escapeXml } from '../../escape.ts'

/** The parts of a page; `body` is HTML, the others are plain words. */
export interface Page {
  title: string
  language: string
  body: string
}

/**
 * Returns one HTML file that needs no network and no script. Its policy allows only its own style, identified by a digest (Content
 * Security Policy Level 3).
 */
export function htmlPage({ title, language, body }: Page): string {
  const policy = `default-src 'none'; style-src 'sha256-${base64(sha256(utf8ToBytes(STYLE)))}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${escapeXml(language)}"${direction(language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

const RIGHT_TO_LEFT = /^(?:ar|arc|dv|fa|he|ku|ps|sd|ug|ur|yi)(?:-|$)/

/** Returns ` dir="rtl"` for a language written from right to left, else nothing. */
export function direction(language: string): string {
  return RIGHT_TO_LEFT.test(language) ? ' dir="rtl"' : ''
}

/** Returns ` lang="ar" dir="rtl"`: the attributes of an element in another language than the text around it. */
export function languageOfBlock(language: string): string {
  return ` lang="${escapeXml(language)}"${direction(language) || ' dir="ltr"'}`
}

/** Marks words inside a line that are in another language than the text around them, for screen readers too. */
export function inLanguage(language: string, around: string, html: string): string {
  return language === around ? html : `<span${languageOfBlock(language)}>${html}</span>`
}

/** Does the same with a block: only in a block do broken lines begin on the side of their language. */
export function blockInLanguage(language: string, around: string, html: string): string {
  return language === around ? html : `<div${languageOfBlock(language)}>${html}</div>`
}

/** Puts pieces of HTML on lines of their own; a block has its own line already, other pieces need a line break. */
export function stacked(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .reduce((above, piece) => {
      const parted = above === '' || above.endsWith('</div>') || piece.startsWith('<div')
      return `${above}${parted ? '' : '<br>'}${piece}`
    }, '')
}

/** The style of every page: readable, narrow and wide, light and dark, on screen and on paper. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --faint: #595959; --line: #c9c9c9;
  --came: #0b5d1e; --came-paper: #e3f5e6; --went: #8f1414; --went-paper: #fbe6e6; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --faint: #b0b0b0; --line: #4a4d52;
  --came: #8fe3a1; --came-paper: #12301a; --went: #ffb0b0; --went-paper: #3d1717; --link: #9cc9ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem; color: var(--ink); background: var(--paper);
  font: 1.05rem/1.55 Georgia, "Times New Roman", "Noto Serif", serif; overflow-wrap: break-word; }
h1, h2, h3, nav, .facts, table { font-family: system-ui, "Helvetica Neue", Arial, sans-serif; line-height: 1.3; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin-bottom: .4rem; }
a { color: var(--link); }
ins { color: var(--came); background: var(--came-paper); text-decoration: underline; text-underline-offset: .15em; }
del { color: var(--went); background: var(--went-paper); text-decoration: line-through; }
ol, ul { padding-inline-start: 1.4rem; } ol.numbered { list-style: none; padding: 0; }
ol.numbered > li { display: grid; grid-template-columns: minmax(3.6rem, auto) 1fr; column-gap: .6rem; margin: .5rem 0; }
.facts, .why { color: var(--faint); font-size: .9rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { border: 1px solid var(--line); padding: .4rem .55rem; text-align: start; vertical-align: top; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.lines { white-space: pre-line; }
@page { margin: 2cm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } a { color: inherit; }
  h1, h2, h3 { break-after: avoid; } thead { display: table-header-group; } .scroll { overflow: visible; }
  li, tr { break-inside: avoid; } :root { --ink: #000; --paper: #fff; --faint: #333; --came: #0b5d1e; --came-paper: #fff;
  --went: #8f1414; --went-paper: #fff; } }
`
