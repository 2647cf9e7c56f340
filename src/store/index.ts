// The only room that knows disk, git, YAML and ajv.
export * from './documents/index.ts'
export * from './entry-history/index.ts'
export { explainStorage, systemCode } from './git/durable.ts'
export * from './git/index.ts'
export * from './register/index.ts'
export { writeTextFile, writeWorkTreeFile } from './text-file.ts'
