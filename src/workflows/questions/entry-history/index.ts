// What changed an entry, and when it was recorded.
export { type EntryChange, entryChanges, lastChanges } from './entry-history.ts'
