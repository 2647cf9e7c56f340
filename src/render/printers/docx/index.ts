// Word files. A door of its own: the zip library behind it is loaded only where a Word file is asked for.
export { diffDocx, documentDocx } from './diff-docx.ts'
