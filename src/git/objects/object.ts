import { createHash } from 'node:crypto'

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag'

/** In bytes. A longer object is damaged, or made to exhaust memory. */
export const LONGEST_OBJECT = 2 ** 30

/** One git object: its type and the bytes after the header. */
export interface GitObject {
  type: ObjectType
  bytes: Buffer
}

/** Returns whether `text` is a complete object id: 40 small hexadecimal digits (SHA-1). */
export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text)
}

/** Returns whether `text` is one of git's four object types. */
export function isObjectType(text: string): text is ObjectType {
  return text === 'commit' || text === 'tree' || text === 'blob' || text === 'tag'
}

/** Returns `<type> <length>` and a zero byte: the bytes before the content when an object is hashed and stored. */
export function objectHeader(type: ObjectType, length: number): Buffer {
  return Buffer.from(`${type} ${length}\0`, 'latin1')
}

/** Returns the object's id: SHA-1 of header and bytes, 40 hexadecimal digits. */
export function objectIdOf(type: ObjectType, bytes: Uint8Array): string {
  return createHash('sha1').update(objectHeader(type, bytes.length)).update(bytes).digest('hex')
}
