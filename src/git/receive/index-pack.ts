import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createDurably } from '../disk/durable.ts'
import type { ObjectDatabase } from '../objects/database.ts'
import { type ObjectType, objectIdOf } from '../objects/object.ts'
import { openWindows } from '../objects/pack-cache.ts'
import { troubleWithObject } from './check-object.ts'
import { badAnswer, FREE, overLimit, RATIOS, type Server } from './limits.ts'
import { formatPackIndex } from './pack-index-file.ts'
import { resolveDeltas } from './resolve-deltas.ts'
import { type PackedObject, type PackReading, scanPack } from './scan-pack.ts'

const CHECKSUM = 20

/**
 * Checks a pack that was received, restores each of its objects, and writes its index. Gives both files the pack's name.
 * @param known the objects of the repository: one with the same id must have the same bytes
 * @throws GitError network when the pack is damaged, refers to objects outside it, or exceeds a limit
 */
export function indexPack(path: string, server: Server, known: ObjectDatabase): void {
  const file = openSync(path, 'r')
  try {
    const size = fstatSync(file).size
    const checksum = checksumOf(file, size, server)
    const reading: PackReading = {
      server,
      windows: openWindows(file),
      end: size - CHECKSUM,
      spend: budget(size, server),
      restored: (object, type, bytes) => checkRestored(object, type, bytes, server, known),
    }
    const objects = scanPack(reading)
    resolveDeltas(reading, objects)
    checkDuplicates(objects, server)
    const name = join(dirname(path), `pack-${checksum.toString('hex')}`)
    createDurably(`${name}.idx`, formatPackIndex(objects, checksum), 0o444)
    renameSync(path, `${name}.pack`)
  } finally {
    closeSync(file)
  }
}

/** Returns the last twenty bytes, which must be the SHA-1 of all before them. */
function checksumOf(file: number, size: number, server: Server): Buffer {
  const hash = createHash('sha1')
  const part = Buffer.allocUnsafe(64 * 1024)
  for (let at = 0; at < size - CHECKSUM; ) {
    const read = readSync(file, part, 0, Math.min(part.length, size - CHECKSUM - at), at)
    hash.update(part.subarray(0, read))
    at += read
  }
  const checksum = Buffer.alloc(CHECKSUM)
  if (size > CHECKSUM) readSync(file, checksum, 0, CHECKSUM, size - CHECKSUM)
  if (hash.digest().equals(checksum)) return checksum
  throw badAnswer(server, 'the pack is damaged: its checksum is wrong')
}

/** Returns a function that counts bytes, and throws when they are too many. */
function budget(size: number, server: Server): PackReading['spend'] {
  const spent = { decompressed: 0, restored: 0 }
  return (kind, bytes) => {
    spent[kind] += bytes
    if (spent[kind] > server.limits.maxContent) {
      throw overLimit(server, 'its objects together have more than', 'maxContent', ' bytes')
    }
    if (spent[kind] > FREE + RATIOS[kind] * size) {
      throw badAnswer(server, `its objects are more than ${RATIOS[kind]} times as large as the pack`)
    }
  }
}

function checkRestored(
  object: PackedObject,
  type: ObjectType,
  bytes: Buffer,
  server: Server,
  known: ObjectDatabase,
): void {
  object.id = objectIdOf(type, bytes)
  const trouble = troubleWithObject(object.id, type, bytes)
  if (trouble !== null) throw badAnswer(server, trouble)
  if (known.has(object.id) && !known.read(object.id).bytes.equals(bytes)) {
    throw badAnswer(server, `object ${object.id} has other bytes than in this clone`)
  }
}

function checkDuplicates(objects: readonly PackedObject[], server: Server): void {
  const ids = new Set<string>()
  for (const { id } of objects) {
    if (ids.has(id)) throw badAnswer(server, `the pack has object ${id} twice`)
    ids.add(id)
  }
}
