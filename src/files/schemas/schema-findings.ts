import type { DataPath, SchemaRuleId } from '../../treaty/index.ts'
import type { SchemaError } from '../generated/validators.js'
import { pathOfPointer, usefulErrors, valueAt } from './schema-errors.ts'
import { FORMS, NOT_BLANK, typesInWords, valueInWords, YEARS } from './schema-words.ts'

/** What is wrong with a value by its schema; the position in the file is not known yet. */
interface SchemaProblem {
  rule: SchemaRuleId
  message: string
  hint: string
  path: DataPath
  /** Whether the key at the end of the path is meant, not its value. */
  isAtKey?: boolean
}

type Description = Omit<SchemaProblem, 'path'> & { path?: DataPath }

/**
 * Describes the validator's errors for a person: which key, what is allowed, what the value is.
 * @param data the value that was checked
 * @param writtenAt returns the source text of a value: 1.10 is read as 1.1
 */
export function schemaProblems(
  errors: readonly SchemaError[],
  data: unknown,
  writtenAt: (path: DataPath) => string | undefined = () => undefined,
): SchemaProblem[] {
  return usefulErrors(errors).map((error) => {
    const path = pathOfPointer(error.instancePath)
    const describe = DESCRIBERS[error.keyword] ?? describeOther
    const value = valueAt(data, path)
    const written = typeof value === 'string' || typeof value === 'object' ? undefined : writtenAt(path)
    return { path, ...describe({ error, path, name: nameOf(path), value, written }) }
  })
}

interface SchemaErrorContext {
  error: SchemaError
  path: DataPath
  name: string
  value: unknown
  /** The source text of a number, true or false, if it is known. */
  written: string | undefined
}

const DESCRIBERS: Readonly<Record<string, (context: SchemaErrorContext) => Description>> = {
  required: describeMissing,
  dependentRequired: describeMissing,
  additionalProperties: ({ error, path, name }) => ({
    rule: 'schema/unknown-key',
    message: `${name} has an unknown key ${quoted(error.params.additionalProperty)}`,
    hint: 'Correct its spelling, or remove it',
    path: [...path, String(error.params.additionalProperty)],
    isAtKey: true,
  }),
  type: ({ error, name, value, written }) => {
    const types = [error.params.type].flat()
    const isText = types.includes('string') && ['number', 'boolean'].includes(typeof value)
    return {
      rule: 'schema/wrong-type',
      message: `${name} must be ${typesInWords(types)}, but is ${valueInWords(value, written)}`,
      hint: isText ? `Put it in quotes: "${written ?? String(value)}"` : `Write ${typesInWords(types)}`,
    }
  },
  pattern: describePattern,
  maxLength: ({ error, name }) => ({
    rule: 'schema/form',
    message: `${name} is longer than ${error.params.limit} characters`,
    hint: 'Shorten it',
  }),
  format: ({ name, value }) => ({
    rule: 'schema/day',
    message: `${name} must be a valid date, but is ${valueInWords(value)}`,
    hint: 'Write it as YYYY-MM-DD, for example 2021-01-15',
  }),
  enum: ({ error, name, value, written }) =>
    describeValue(name, valueInWords(value, written), [error.params.allowedValues].flat()),
  const: ({ error, name, value, written }) =>
    describeValue(name, valueInWords(value, written), [error.params.allowedValue]),
  minLength: describeEmpty,
  minItems: describeEmpty,
  minProperties: describeEmpty,
  minimum: ({ error, name, value, written }) => ({
    rule: 'schema/value',
    message: `${name} must be at least ${error.params.limit}, but is ${written ?? value}`,
    hint: `Write ${error.params.limit} or more`,
  }),
  uniqueItems: ({ name }) => ({
    rule: 'schema/item-twice',
    message: `${name} contains the same item twice`,
    hint: 'Remove one of the two',
  }),
  discriminator: ({ error, path, name, value }) => ({
    ...describeValue(
      `${quoted(error.params.tag)} of ${name}`,
      valueInWords(valueAt(value, [String(error.params.tag)])),
      [],
    ),
    path: [...path, String(error.params.tag)],
  }),
}

function describeMissing({ error, name }: SchemaErrorContext): Description {
  const { missingProperty, property } = error.params
  return {
    rule: 'schema/missing-key',
    message:
      property === undefined
        ? `${name} lacks the required key ${quoted(missingProperty)}`
        : `${name} lacks the key ${quoted(missingProperty)}, which ${quoted(property)} requires`,
    hint: `Add the key ${quoted(missingProperty)}`,
  }
}

function describePattern(context: SchemaErrorContext): Description {
  const { pattern } = context.error.params
  if (pattern === NOT_BLANK) return describeEmpty(context)
  const described = describeForm(context)
  return pattern === YEARS ? { ...described, rule: 'schema/day', hint: 'Check the year' } : described
}

function describeForm({ error, path, name, value }: SchemaErrorContext): Description {
  const wanted = FORMS[String(error.params.pattern)] ?? `of the form ${error.params.pattern}`
  const { propertyName } = error
  if (propertyName === undefined) {
    const message = `${name} must be ${wanted}, but is ${valueInWords(value)}`
    return { rule: 'schema/form', message, hint: 'Correct the value' }
  }
  const message = `The key ${quoted(propertyName)} must be ${wanted}`
  return { rule: 'schema/form', message, hint: 'Correct the key', path: [...path, propertyName], isAtKey: true }
}

function describeValue(name: string, value: string, allowed: readonly unknown[]): Description {
  const choice = allowed.map((one) => valueInWords(one)).join(', ')
  const message = `${name} cannot be ${value}`
  const hint = choice === '' ? 'Write a value that the schema allows' : `Write one of ${choice}`
  return { rule: 'schema/value', message, hint }
}

function describeEmpty({ name }: SchemaErrorContext): Description {
  return { rule: 'schema/nothing-in-it', message: `${name} is empty`, hint: 'Give it a value, or remove the key' }
}

function describeOther({ error, name }: SchemaErrorContext): Description {
  const message = `${name} is invalid by the schema (${error.keyword})`
  return { rule: 'schema/invalid', message, hint: `See ${error.schemaPath} in the schema` }
}

function quoted(key: unknown): string {
  return `"${String(key)}"`
}

/** Returns how a message names the value: `"date"`, `Item 3 of "parties"`, or `The file`. */
function nameOf(path: DataPath): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  return /^\d+$/.test(String(last)) ? `Item ${Number(last) + 1} of ${quoted(path.at(-2) ?? '')}` : quoted(last)
}
