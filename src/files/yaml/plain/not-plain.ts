/**
 * Says that a text goes beyond plain YAML, the part of YAML that canonical files are written in; the yaml package then
 * reads it. Never an error by itself.
 */
export const NOT_PLAIN = Symbol('not plain YAML')

/** A value, or that it could not be read plainly. */
export type Plainly<T> = T | typeof NOT_PLAIN
