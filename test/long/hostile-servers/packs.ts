import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** One git object, with its id. */
export interface Made {
  type: 'commit' | 'tree' | 'blob' | 'tag'
  bytes: Buffer
  id: string
}

export function made(type: Made['type'], bytes: Buffer | string): Made {
  const all = Buffer.from(bytes)
  const id = createHash('sha1').update(`${type} ${all.length}\0`).update(all).digest('hex')
  return { type, bytes: all, id }
}

/** A tree with its lines as they are given, in any order. */
export function tree(...entries: [mode: string, name: string, id: string][]): Made {
  const lines = entries.map(([mode, name, id]) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
  )
  return made('tree', Buffer.concat(lines))
}

export function commit(treeId: string, ...parents: string[]): Made {
  const who = 'A Server <server@example.org> 1600000000 +0000'
  const lines = [`tree ${treeId}`, ...parents.map((id) => `parent ${id}`), `author ${who}`, `committer ${who}`]
  return made('commit', `${lines.join('\n')}\n\nServe\n`)
}

/** One object in a pack: complete, or a delta on the object at a distance, or on the one with an id. */
export type Packed = Made | { delta: Buffer; distance: number; size?: number } | { delta: Buffer; on: string }

const TYPES = { commit: 1, tree: 2, blob: 3, tag: 4 }

/** The bytes of one object in a pack. @param size what its header says */
export function packed(object: Packed, size?: number): Buffer {
  if ('bytes' in object)
    return Buffer.concat([head(TYPES[object.type], size ?? object.bytes.length), deflateSync(object.bytes)])
  const body = deflateSync(object.delta)
  if ('on' in object) return Buffer.concat([head(7, object.delta.length), Buffer.from(object.on, 'hex'), body])
  return Buffer.concat([head(6, object.delta.length), distanceBytes(object.distance), body])
}

function head(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size % 16)]
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80
    bytes.push(rest % 128)
  }
  return Buffer.from(bytes)
}

function distanceBytes(distance: number): Buffer {
  const bytes = [distance % 128]
  for (let rest = Math.floor(distance / 128); rest > 0; rest = Math.floor((rest - 1) / 128)) {
    bytes.unshift(((rest - 1) % 128) | 0x80)
    if (rest - 1 < 128) break
  }
  return Buffer.from(bytes)
}

/** A pack of version 2, with its checksum. @param count how many objects it says that it has */
export function packOf(objects: readonly Packed[], count = objects.length): Buffer {
  return withChecksum(Buffer.concat([packHead(count), ...objects.map((object) => packed(object))]))
}

export function packHead(count: number, version = 2): Buffer {
  const bytes = Buffer.from('PACK\0\0\0\0\0\0\0\0')
  bytes.writeUInt32BE(version, 4)
  bytes.writeUInt32BE(count, 8)
  return bytes
}

export function withChecksum(body: Buffer): Buffer {
  return Buffer.concat([body, createHash('sha1').update(body).digest()])
}

/** A delta that copies the whole base so many times. */
export function copies(base: number, times: number): Buffer {
  const copy = [0x80 | 0x70, base & 0xff, (base >> 8) & 0xff, (base >> 16) & 0xff]
  return Buffer.concat([number(base), number(base * times), ...Array<Buffer>(times).fill(Buffer.from(copy))])
}

function number(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) | (rest >= 128 ? 0x80 : 0))
    if (rest < 128) return Buffer.from(bytes)
  }
}

/** A packet of git. */
export function packet(...parts: (string | Uint8Array)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  return Buffer.concat([Buffer.from((body.length + 4).toString(16).padStart(4, '0')), body])
}

export const FLUSH = Buffer.from('0000')

/** A pack in packets of band 1. */
export function sideBand(pack: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < pack.length; at += 60_000) parts.push(packet(Buffer.from([1]), pack.subarray(at, at + 60_000)))
  return Buffer.concat(parts)
}
