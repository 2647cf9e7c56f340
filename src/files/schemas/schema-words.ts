import { RECORDED_DAYS } from '../../treaty/index.ts'

/** The pattern of texts for people: more than blanks. */
export const NOT_BLANK = '\\S'

/** The pattern of days: no year before 1900 or after 2999. What is no date at all is found by its format. */
export const YEARS = '^(?!(?:0[0-9]|1[0-8]|[3-9][0-9])[0-9]{2}-)'

/** Each pattern of the schemas in words. A test checks that none is missing. */
export const FORMS: Readonly<Record<string, string>> = {
  [NOT_BLANK]: 'more than blanks',
  [YEARS]: `a day ${RECORDED_DAYS}`,
  '^(?:[A-Z][A-Z0-9]{1,11}|secretariat|commission|depositary)$':
    "a Party's code such as FRA, or secretariat, commission or depositary",
  '^[0-9]+(?:[ .]?(?:bis|ter|quater|[A-Za-z]))?(?:\\.[0-9]+)*$': 'a number as printed, such as "15", "15 bis" or "1.2"',
  '^[0-9a-f]{40}$': 'a git object id: 40 hexadecimal digits',
  '^[^/]+\\.yaml$': 'the name of a YAML file, such as 2021-02-01-objection-BRA.yaml',
  '^[A-Z][A-Z0-9]{1,11}$': "a Party's code: capital letters, such as FRA",
  '^[a-z0-9-]+/v[0-9]+$': 'an edition, such as annex-1/v2',
  '^[a-z0-9]+(?:-[a-z0-9]+)*$': 'lowercase letters, digits and single hyphens, such as hague-1970',
  '^[a-z]+/[a-z0-9-]+$': "a rule's id, such as text/number-unique",
  '^(?:text|facts|terms)/[a-z0-9-]{1,60}$':
    'the id of a rule text/, facts/ or terms/ (the severity of other rules is fixed)',
  '^[a-z][A-Za-z0-9]{0,39}$': 'the name of a field: a lowercase letter, then letters and digits',
  '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,6}$': 'the code of a language, such as en or fr',
  '^sha256:[0-9a-f]{64}$': 'sha256: and 64 hexadecimal digits',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping of keys to values',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
}

/** Names the types of a schema: `a list, or text`. */
export function typesInWords(types: readonly unknown[]): string {
  return types.map((type) => TYPES[String(type)] ?? String(type)).join(', or ')
}

/** Describes a value from a file for a message. @param written its source text, if it is known */
export function valueInWords(value: unknown, written?: string): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping of keys to values'
  const text = typeof value === 'string' ? JSON.stringify(value) : (written ?? String(value))
  if (text.length > 60) return `${text.slice(0, 57)}…`
  return typeof value === 'string' ? text : `${text}, ${typeof value === 'boolean' ? 'true or false' : 'a number'}`
}
