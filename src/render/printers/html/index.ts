// HTML pages without scripts.
export { changelogHtml } from './changelog-html.ts'
export { diffHtml } from './diff-html.ts'
export { documentHtml } from './document-html.ts'
