import type { DataPath } from '../../treaty/index.ts'
import type { SchemaError } from './validators.ts'

/** Keys and indexes of a JSON Pointer (RFC 6901). */
export function pathOfPointer(pointer: string): DataPath {
  if (pointer === '') return []
  const steps = pointer.slice(1).split('/')
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value at `path`, or undefined. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

/**
 * Of the errors of a schema's alternatives, keeps those that a person can act on: where the value has the type of one
 * alternative, what that one misses; where it has the type of none, a single error naming the types asked for.
 */
export function withoutNoise(errors: readonly SchemaError[]): SchemaError[] {
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
