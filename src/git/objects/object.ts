import { createHash } from 'node:crypto'

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag'

/** In bytes; an object that says it is longer is damaged, or meant to use up the memory. */
export const LONGEST_OBJECT = 2 ** 30

/** One git object: its type and the bytes behind the header. */
export interface GitObject {
  type: ObjectType
  bytes: Buffer
}

/** Whether `text` is a whole object id: 40 small hexadecimal digits (SHA-1). */
export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text)
}

/** Whether `text` is one of git's four object types. */
export function isObjectType(text: string): text is ObjectType {
  return text === 'commit' || text === 'tree' || text === 'blob' || text === 'tag'
}

/** `<type> <length>` and a zero byte: what stands before the bytes when an object is hashed and stored. */
export function objectHeader(type: ObjectType, length: number): Buffer {
  return Buffer.from(`${type} ${length}\0`, 'latin1')
}

/** The object's id: SHA-1 of header and bytes, 40 hexadecimal digits. */
export function objectIdOf(type: ObjectType, bytes: Uint8Array): string {
  return createHash('sha1').update(objectHeader(type, bytes.length)).update(bytes).digest('hex')
}
