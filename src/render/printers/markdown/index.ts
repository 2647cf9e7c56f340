// Markdown for git hosts.
export { changelogMarkdown } from './changelog-markdown.ts'
export { diffMarkdown } from './diff-markdown.ts'
export { documentMarkdown } from './document-markdown.ts'
