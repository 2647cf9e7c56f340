import { createHash } from 'node:crypto'
import fc from 'fast-check'

/** A place in bytes of any length: taken modulo it. */
const place = fc.nat({ max: 0xffff })

const NUMBERS = ['00', 'ff', '7f', '80', '00000000', 'ffffffff', '7fffffff', '80000000', 'fffffffe', '0000000000000000']

type Edit = (bytes: Buffer) => Buffer

function at(bytes: Buffer, where: number): number {
  return bytes.length === 0 ? 0 : where % (bytes.length + 1)
}

function splice(bytes: Buffer, where: number, removed: number, put: Uint8Array): Buffer {
  const start = at(bytes, where)
  return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + removed)])
}

/** A piece of what the format itself is made of, a number at the edge of its range, or a few bytes of chance. */
function pieces(tokens: readonly string[]): fc.Arbitrary<Buffer> {
  return fc.oneof(
    fc.constantFrom(...(tokens.length > 0 ? tokens : [''])).map((token) => Buffer.from(token)),
    fc.constantFrom(...NUMBERS).map((hex) => Buffer.from(hex, 'hex')),
    fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
  )
}

function edits(tokens: readonly string[]): fc.Arbitrary<Edit> {
  const piece = pieces(tokens)
  const length = fc.integer({ min: 1, max: 40 })
  return fc.oneof(
    fc.tuple(place, fc.nat({ max: 7 })).map(
      ([where, bit]): Edit =>
        (bytes) => {
          const flipped = Buffer.from(bytes)
          const index = where % Math.max(1, bytes.length)
          if (index < flipped.length) flipped.writeUInt8(flipped.readUInt8(index) ^ (1 << bit), index)
          return flipped
        },
    ),
    fc.tuple(place, piece).map(
      ([where, put]): Edit =>
        (bytes) =>
          splice(bytes, where, 0, put),
    ),
    fc.tuple(place, piece).map(
      ([where, put]): Edit =>
        (bytes) =>
          splice(bytes, where, put.length, put),
    ),
    fc.tuple(place, length).map(
      ([where, removed]): Edit =>
        (bytes) =>
          splice(bytes, where, removed, Buffer.alloc(0)),
    ),
    place.map(
      (where): Edit =>
        (bytes) =>
          bytes.subarray(0, at(bytes, where)),
    ),
    fc.tuple(place, place, length).map(
      ([from, to, many]): Edit =>
        (bytes) => {
          const start = at(bytes, from)
          return splice(bytes, to, 0, bytes.subarray(start, start + many))
        },
    ),
    // The same again and again: what costs the square of its length is found out.
    fc.tuple(place, piece, fc.constantFrom(3, 10, 30, 100, 300, 300, 1000, 9_000)).map(
      ([where, put, times]): Edit =>
        (bytes) =>
          splice(bytes, where, 0, Buffer.concat(Array<Buffer>(times).fill(put))),
    ),
  )
}

/** Valid bytes, edited a few times by chance or not at all. @param tokens what files of the format are made of */
export function mutatedBytes(valid: fc.Arbitrary<Buffer>, tokens: readonly string[] = []): fc.Arbitrary<Buffer> {
  const several = fc.array(edits(tokens), { maxLength: 5, size: 'max' })
  return fc.tuple(valid, several).map(([bytes, all]) => all.reduce((edited, edit) => edit(edited), bytes))
}

/** The same for text; bytes that are no UTF-8 become U+FFFD. */
export function mutatedText(valid: fc.Arbitrary<string>, tokens: readonly string[] = []): fc.Arbitrary<string> {
  return mutatedBytes(
    valid.map((text) => Buffer.from(text)),
    tokens,
  ).map((bytes) => bytes.toString('utf8'))
}

/** The bytes with the SHA-1 of all but the last twenty in their place, as git ends its files: more than the sum is tried then. */
export function withSum(bytes: Buffer): Buffer {
  const body = bytes.subarray(0, -20)
  return Buffer.concat([body, createHash('sha1').update(body).digest()])
}
