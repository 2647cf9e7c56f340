import type { SchemaError, Validator } from './generated/validators.js'
import * as compiled from './generated/validators.js'
import type { DataOf, FileKind } from './source.ts'

export type { SchemaError }

const VALIDATORS: Record<FileKind, Validator> = compiled

/** Checks a value against the schema of its kind. */
export function schemaErrors(kind: FileKind, value: unknown): readonly SchemaError[] {
  const validate = VALIDATORS[kind]
  return validate(value) ? [] : (validate.errors ?? [])
}

/** Whether the value is what a file of that kind holds. */
export function isOfKind<K extends FileKind>(kind: K, value: unknown): value is DataOf<K> {
  return VALIDATORS[kind](value)
}
