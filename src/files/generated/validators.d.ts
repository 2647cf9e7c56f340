// The types of what `npm run build:validators` writes beside this file from schemas/.

/** One thing ajv found; `messages` are off, the words are ours. */
export interface SchemaError {
  /** JSON Pointer (RFC 6901) of the value. */
  instancePath: string
  schemaPath: string
  keyword: string
  params: Readonly<Record<string, unknown>>
  /** The key that is wrong, where a key is. */
  propertyName?: string
}

/** Whether the value is of the kind; the errors of the last call stand on the function. */
export interface Validator {
  (value: unknown): boolean
  errors?: SchemaError[] | null
}

export const document: Validator
export const parties: Validator
export const proposal: Validator
export const event: Validator
export const readings: Validator
export const scenario: Validator
export const rules: Validator
export const policy: Validator
export const approval: Validator
