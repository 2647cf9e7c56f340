import type { SchemaError, Validator } from '../generated/validators.js'
import * as compiled from '../generated/validators.js'
import { type DataOf, type FileKind, MAIN_LIST } from '../source.ts'

export type { SchemaError }

const VALIDATORS: Record<FileKind, Validator> = compiled

/** Checks a value against the schema of its kind. */
export function schemaErrors(kind: FileKind, value: unknown): readonly SchemaError[] {
  const validate = VALIDATORS[kind]
  return validate(value) ? [] : (validate.errors ?? [])
}

/**
 * Whether the value is what a file of that kind holds.
 * @param fresh the items of its main list to check, where the others are known to be sound
 */
export function isSound<K extends FileKind>(kind: K, value: unknown, fresh?: readonly unknown[]): value is DataOf<K> {
  const list = MAIN_LIST[kind]
  return VALIDATORS[kind](list && fresh ? { ...Object(value), [list]: fresh } : value)
}
