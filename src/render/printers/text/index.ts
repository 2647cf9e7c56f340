// Text for a terminal. Each printer has a door of its own, so that a command loads only the printer of the format asked for.
export { diffText } from './diff-text.ts'
export { type DocumentTextOptions, documentText } from './document-text.ts'
