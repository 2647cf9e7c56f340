import type { DataPath } from '../../treaty/index.ts'
import type { SchemaError, Validator } from '../generated/validators.js'
import * as compiled from '../generated/validators.js'
import { type DataOf, type FileKind, MAIN_LIST } from '../source.ts'

const VALIDATORS: Record<FileKind, Validator> = compiled

/** Returns what the schema of its kind finds wrong with a value, in the validator's words. */
export function schemaErrors(kind: FileKind, value: unknown): readonly SchemaError[] {
  const validate = VALIDATORS[kind]
  return validate(value) ? [] : (validate.errors ?? [])
}

/**
 * Returns whether a value is valid by the schema of its kind.
 * @param newItems the items of its main list to check, where the others are known to be valid
 */
export function isValid<K extends FileKind>(
  kind: K,
  value: unknown,
  newItems?: readonly unknown[],
): value is DataOf<K> {
  const list = MAIN_LIST[kind]
  return VALIDATORS[kind](list && newItems ? { ...Object(value), [list]: newItems } : value)
}

/** Returns the keys and indexes of a JSON Pointer (RFC 6901). */
export function pathOfPointer(pointer: string): DataPath {
  if (pointer === '') return []
  const steps = pointer.slice(1).split('/')
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Returns the value at `path`, or undefined. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

/**
 * Reduces the errors of alternatives (`oneOf`) to those that a person can act on: where the value has the type of one
 * alternative, the errors of that one; where it has the type of none, a single error with the types allowed.
 */
export function usefulErrors(errors: readonly SchemaError[]): SchemaError[] {
  const choices = errors.filter((error) => error.keyword === 'oneOf')
  const named = errors.filter((error) => error.keyword !== 'propertyNames')
  return choices.reduce(settleChoice, named)
}

function settleChoice(errors: SchemaError[], choice: SchemaError): SchemaError[] {
  const here = choice.instancePath
  const wrongType = errors.filter((error) => error.instancePath === here && error.keyword === 'type')
  const others = errors.filter((error) => error !== choice && !wrongType.includes(error))
  const inside = others.some((error) => error.instancePath === here || error.instancePath.startsWith(`${here}/`))
  if (inside) return others
  const types = wrongType.map((error) => error.params.type)
  return [...others, { ...choice, keyword: 'type', params: { type: types } }]
}
