import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { escapeXml } from '../../escape.ts'
import { STYLE } from './style.ts'

/** A page's parts; `body` is HTML, all else is words. */
export interface Page {
  title: string
  language: string
  body: string
}

/**
 * One HTML file that needs no network and no script: its policy lets in nothing but its own style, known by its digest
 * (Content Security Policy Level 3).
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

/** ` dir="rtl"` for a language written from right to left, else nothing. */
export function direction(language: string): string {
  return RIGHT_TO_LEFT.test(language) ? ' dir="rtl"' : ''
}

/** ` lang="ar" dir="rtl"`: what an element says of words in a language other than those around it. */
export function languageOfBlock(language: string): string {
  return ` lang="${escapeXml(language)}"${direction(language) || ' dir="ltr"'}`
}

/** Words in a language other than those around them, in their line, so marked for readers and their voices. */
export function inLanguage(language: string, around: string, html: string): string {
  return language === around ? html : `<span${languageOfBlock(language)}>${html}</span>`
}

/** The same as a block of its own: only so does a line that is broken begin at its language's own side. */
export function blockInLanguage(language: string, around: string, html: string): string {
  return language === around ? html : `<div${languageOfBlock(language)}>${html}</div>`
}

/** Pieces of HTML one below the other: a block begins a line and ends it, between all others the line is broken. */
export function stacked(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .reduce((above, piece) => {
      const parted = above === '' || above.endsWith('</div>') || piece.startsWith('<div')
      return `${above}${parted ? '' : '<br>'}${piece}`
    }, '')
}
