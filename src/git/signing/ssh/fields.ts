/** The error for bytes that are not in SSH's format (RFC 4251, section 5). */
export class Malformed extends Error {}

/** Reads fields one after another. Each function throws Malformed when the bytes end too early. */
export interface Fields {
  /** Reads a string: its length in four bytes, then its bytes. */
  bytes(): Uint8Array
  /** Reads a string as UTF-8. */
  text(): string
  uint32(): number
  uint64(): bigint
  /** Reads so many bytes. */
  take(length: number): Uint8Array
  /** Returns all bytes that were read so far. */
  before(): Uint8Array
  isAtEnd(): boolean
}

/** Reads SSH's wire format. */
export function readFields(all: Uint8Array): Fields {
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  let at = 0
  const advance = (length: number): number => {
    if (length > all.length - at) throw new Malformed('the bytes end too early')
    at += length
    return at - length
  }
  const take = (length: number) => {
    const from = advance(length)
    return all.subarray(from, at)
  }
  const uint32 = () => view.getUint32(advance(4))
  const bytes = () => take(uint32())
  return {
    bytes,
    text: () => new TextDecoder().decode(bytes()),
    uint32,
    uint64: () => view.getBigUint64(advance(8)),
    take,
    before: () => all.subarray(0, at),
    isAtEnd: () => at === all.length,
  }
}

/** Returns the field for a string. */
export function stringField(value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
  const field = new Uint8Array(4 + bytes.length)
  new DataView(field.buffer).setUint32(0, bytes.length)
  field.set(bytes, 4)
  return field
}

/** Returns the bytes that base64 with padding stands for; null for other text. White space is skipped. */
export function fromBase64(text: string): Uint8Array | null {
  const digits = text.replace(/[ \t\r\n]/g, '')
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(digits)) return null
  return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0))
}
