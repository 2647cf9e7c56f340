import type { DataPath, SchemaRuleId } from '../../treaty/index.ts'
import { FORMS, SAYS_SOMETHING, typesInWords, valueInWords } from './expectations.ts'
import { pathOfPointer, valueAt, withoutNoise } from './schema-errors.ts'
import type { SchemaError } from './validators.ts'

/** What the schema has against a file, before it is known where in the file that stands. */
export interface SchemaProblem {
  rule: SchemaRuleId
  message: string
  hint: string
  path: DataPath
  /** Whether the path's key is meant, not its value. */
  atKey?: boolean
}

type Told = Omit<SchemaProblem, 'path'> & { path?: DataPath }

/**
 * What ajv found, told to a person: which key, what was expected, what stands there.
 * @param data the value that was checked
 */
export function schemaProblems(errors: readonly SchemaError[], data: unknown): SchemaProblem[] {
  return withoutNoise(errors).map((error) => {
    const path = pathOfPointer(error.instancePath)
    const tell = TELLERS[error.keyword] ?? tellOther
    return { path, ...tell({ error, path, name: nameOf(path), value: valueAt(data, path) }) }
  })
}

interface About {
  error: SchemaError
  path: DataPath
  name: string
  value: unknown
}

const TELLERS: Readonly<Record<string, (about: About) => Told>> = {
  required: tellMissing,
  dependentRequired: tellMissing,
  additionalProperties: ({ error, path, name }) => ({
    rule: 'schema/unknown-key',
    message: `${name} has no key ${quoted(error.params.additionalProperty)}`,
    hint: 'Correct its spelling, or take it out',
    path: [...path, String(error.params.additionalProperty)],
    atKey: true,
  }),
  type: ({ error, name, value }) => ({
    rule: 'schema/wrong-type',
    message: `${name} must be ${typesInWords([error.params.type].flat())}, but is ${valueInWords(value)}`,
    hint: typeof value === 'number' ? `Put it in quotes: "${value}"` : 'Write the value that the schema asks for',
  }),
  pattern: (about) => (about.error.params.pattern === SAYS_SOMETHING ? tellNothing(about) : tellForm(about)),
  maxLength: ({ error, name }) => ({
    rule: 'schema/form',
    message: `${name} is longer than ${error.params.limit} characters`,
    hint: 'Shorten it',
  }),
  format: ({ name, value }) => ({
    rule: 'schema/day',
    message: `${name} must be a day of the calendar, but is ${valueInWords(value)}`,
    hint: 'Write year, month and day: 2031-01-15',
  }),
  enum: ({ error, name, value }) => tellValue(name, value, [error.params.allowedValues].flat()),
  const: ({ error, name, value }) => tellValue(name, value, [error.params.allowedValue]),
  minLength: tellNothing,
  minItems: tellNothing,
  minProperties: tellNothing,
  minimum: ({ error, name, value }) => ({
    rule: 'schema/value',
    message: `${name} must be at least ${error.params.limit}, but is ${value}`,
    hint: 'Correct the number',
  }),
  uniqueItems: ({ name }) => ({
    rule: 'schema/item-twice',
    message: `${name} holds the same item twice`,
    hint: 'Keep one of the two',
  }),
  discriminator: ({ error, path, name, value }) => ({
    ...tellValue(`${quoted(error.params.tag)} of ${name}`, valueAt(value, [String(error.params.tag)]), []),
    path: [...path, String(error.params.tag)],
  }),
}

function tellMissing({ error, name }: About): Told {
  const { missingProperty, property } = error.params
  const beside = property === undefined ? '' : ` beside ${quoted(property)}`
  return {
    rule: 'schema/missing-key',
    message: `${name} lacks ${quoted(missingProperty)}${beside}`,
    hint: `Add the key ${quoted(missingProperty)}`,
  }
}

function tellForm({ error, path, name, value }: About): Told {
  const wanted = FORMS[String(error.params.pattern)] ?? `of the form ${error.params.pattern}`
  const { propertyName } = error
  if (propertyName === undefined) {
    const message = `${name} must be ${wanted}, but is ${valueInWords(value)}`
    return { rule: 'schema/form', message, hint: 'Correct it' }
  }
  const message = `The key ${quoted(propertyName)} must be ${wanted}`
  return { rule: 'schema/form', message, hint: 'Correct the key', path: [...path, propertyName], atKey: true }
}

function tellValue(name: string, value: unknown, allowed: readonly unknown[]): Told {
  const choice = allowed.map((one) => valueInWords(one)).join(', ')
  const message = `${name} cannot be ${valueInWords(value)}`
  const hint = choice === '' ? 'Write one that the schema knows' : `Write one of ${choice}`
  return { rule: 'schema/value', message, hint }
}

function tellNothing({ name }: About): Told {
  return { rule: 'schema/nothing-in-it', message: `${name} has nothing in it`, hint: 'Fill it, or take the key out' }
}

function tellOther({ error, name }: About): Told {
  const message = `${name} is not what the schema asks for (${error.keyword})`
  return { rule: 'schema/invalid', message, hint: `See ${error.schemaPath}` }
}

function quoted(key: unknown): string {
  return `"${String(key)}"`
}

/** `"date" of entry 3`, as a person would point to it. */
function nameOf(path: DataPath): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  return /^\d+$/.test(String(last)) ? `Item ${Number(last) + 1} of ${quoted(path.at(-2) ?? '')}` : quoted(last)
}
