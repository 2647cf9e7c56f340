import { applyDelta, resultSizeOf } from '../objects/delta.ts'
import type { ObjectType } from '../objects/object.ts'
import { TYPES } from '../objects/pack.ts'
import { badAnswer, overLimit } from './limits.ts'
import { contentAt, type PackedObject, type PackReading } from './scan-pack.ts'

/** Bytes of restored objects that are kept because deltas are made from them. Others are restored again. */
const KEPT = 64 * 1024 * 1024

/** A restored object whose deltas come next; `bytes` is null when it has to be restored again. */
interface Waiting {
  number: number
  bytes: Buffer | null
}

/**
 * Restores the deltas of a pack, each after its base, and checks them. No object is restored with recursion: a chain may be
 * thousands of deltas long.
 * @throws GitError network when a base is missing (or two deltas are each other's base), and beyond a limit
 */
export function resolveDeltas(reading: PackReading, objects: readonly PackedObject[]): void {
  const family = familyOf(objects)
  for (const [number, { header }] of objects.entries()) {
    const type = TYPES[header.type]
    if (type !== undefined && family.hasDeltas(number)) restoreDeltasOn({ reading, objects, family, type }, number)
  }
  if (objects.some(({ id }) => id === '')) throw badAnswer(reading.server, 'a delta of the pack has no base in it')
}

/** The deltas that are made, one from the other, from complete objects of one type. */
interface Restoring {
  reading: PackReading
  objects: readonly PackedObject[]
  family: ReturnType<typeof familyOf>
  type: ObjectType
}

function restoreDeltasOn(restoring: Restoring, complete: number): void {
  const { reading, objects, family } = restoring
  const waiting: Waiting[] = [{ number: complete, bytes: null }]
  let kept = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const base = next.bytes ?? restore(reading, objects, next.number)
    kept -= next.bytes?.length ?? 0
    for (const number of family.deltasOn(next.number)) {
      const bytes = restoreOne(restoring, number, next.number, base)
      if (!family.hasDeltas(number)) continue
      const isKept = kept + bytes.length <= KEPT
      waiting.push({ number, bytes: isKept ? bytes : null })
      kept += isKept ? bytes.length : 0
    }
  }
}

/** Which deltas are made from an object: those that name its place, and those that name its id. */
function familyOf(objects: readonly PackedObject[]) {
  const byNumber = new Map<number, number[]>()
  const byId = new Map<string, number[]>()
  for (const [number, { base, header }] of objects.entries()) {
    if (base >= 0) add(byNumber, base, number)
    else if (header.baseId !== '') add(byId, header.baseId, number)
  }
  const deltasOn = (number: number): number[] => {
    const id = objects[number]?.id ?? ''
    return [...(byNumber.get(number) ?? []), ...(byId.get(id) ?? [])]
  }
  return { deltasOn, hasDeltas: (number: number) => deltasOn(number).length > 0 }
}

function add<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [number])
  else list.push(number)
}

function restoreOne({ reading, objects, type }: Restoring, number: number, baseNumber: number, base: Buffer): Buffer {
  const [object, below] = [objects[number], objects[baseNumber]]
  if (object === undefined || below === undefined) throw badAnswer(reading.server, 'a delta of the pack has no base')
  if (object.id !== '') throw badAnswer(reading.server, `the pack has object ${below.id} twice`)
  object.base = baseNumber
  object.depth = below.depth + 1
  const { server } = reading
  if (object.depth > server.limits.maxDepth) throw overLimit(server, 'a chain of deltas is longer than', 'maxDepth')
  const bytes = applyTo(reading, base, object)
  reading.restored(object, type, bytes)
  return bytes
}

function applyTo(reading: PackReading, base: Buffer, object: PackedObject): Buffer {
  const { server } = reading
  const delta = contentAt(reading, object)
  try {
    const size = resultSizeOf(delta)
    if (!(size <= server.limits.maxObject)) throw overLimit(server, 'an object has more than', 'maxObject', ' bytes')
    reading.spend('restored', size)
    return applyDelta(base, delta)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'network') throw cause
    throw badAnswer(server, 'a delta of the pack is damaged', { cause })
  }
}

/** Returns the bytes of an object whose base is known, from the complete object on. */
function restore(reading: PackReading, objects: readonly PackedObject[], number: number): Buffer {
  const chain: PackedObject[] = []
  for (let at = objects[number]; at !== undefined; at = objects[at.base]) chain.push(at)
  const first = chain.pop()
  if (first === undefined) throw badAnswer(reading.server, 'a delta of the pack has no base')
  return chain.reduceRight((base, object) => applyTo(reading, base, object), contentAt(reading, first))
}
