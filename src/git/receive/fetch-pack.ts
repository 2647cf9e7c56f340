import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../disk/durable.ts'
import { share } from '../disk/sharing.ts'
import { readShallow } from '../history/graph.ts'
import { listRefs } from '../refs/read.ts'
import type { Context } from '../repository/context.ts'
import { type Advertisement, readAdvertisement, serverError } from './advertisement.ts'
import { indexPack } from './index-pack.ts'
import { badAnswer, type Server } from './limits.ts'
import type { PacketReader } from './packets.ts'

/** A connection to the `git-upload-pack` of a server. */
export interface UploadPack {
  server: Server
  /** Connects. The next packet is the first ref. */
  open(): Promise<PacketReader>
  /** Sends a request, and returns the answer. Without a request, tells the server that nothing is wanted. */
  request(body: Buffer | null): Promise<PacketReader>
  close(): Promise<void>
}

/**
 * Fetches all objects of a server's branches and tags that the repository does not have, as one pack into a quarantine folder,
 * with its index. Returns the server's refs.
 * @throws GitError network
 */
export async function fetchPack(
  context: Context,
  connection: UploadPack,
  quarantine: string,
): Promise<Map<string, string>> {
  const { server } = connection
  try {
    const { refs, capabilities } = await readAdvertisement(await connection.open(), server)
    const wanted = [...new Set(refs.values())].filter((id) => !context.objects.has(id))
    if (wanted.length === 0) {
      await connection.request(null)
      return refs
    }
    const reader = await connection.request(requestFor(context, { refs, capabilities }, wanted))
    const folder = join(quarantine, 'objects', 'pack')
    makeFolder(folder)
    const path = join(folder, 'received')
    await savePack(reader, path, server)
    indexPack(path, server, context.objects)
    return refs
  } finally {
    await connection.close()
  }
}

/** One round: what is wanted, all that both may have, and `done`. The remote branches as last fetched are the best guess. */
const MOST_HAVES = 5000

function requestFor({ folders, objects }: Context, { refs, capabilities }: Advertisement, wanted: string[]): Buffer {
  const asked = ['side-band-64k', 'ofs-delta', 'no-progress', 'object-format=sha1'].filter((each) =>
    capabilities.has(each),
  )
  const known = [...refs.values(), ...listRefs(folders, 'refs/').values()].filter((id) => objects.has(id))
  const lines = [
    ...wanted.map((id, index) => `want ${id}${index === 0 ? ` ${asked.join(' ')}` : ''}\n`),
    ...[...readShallow(folders.commonDirectory)].map((id) => `shallow ${id}\n`),
    null,
    ...[...new Set(known)].slice(0, MOST_HAVES).map((id) => `have ${id}\n`),
    'done\n',
  ]
  return Buffer.concat(lines.map(packet))
}

/** Returns a packet; for null, a flush packet. */
export function packet(text: string | null): Buffer {
  if (text === null) return Buffer.from('0000')
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
}

/** Writes the pack of an answer to a file. */
async function savePack(reader: PacketReader, path: string, server: Server): Promise<void> {
  await skipAcknowledgements(reader, server)
  const isPlain = (await reader.peek(4)).toString('latin1') === 'PACK'
  const file = openSync(path, 'wx', 0o444)
  share(path)
  try {
    for (;;) {
      const bytes = isPlain ? await reader.some() : await fromSideBand(reader, server)
      if (bytes === null || (isPlain && bytes.length === 0)) break
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    }
    if (!isPlain && (await reader.some()).length > 0) throw badAnswer(server, 'it goes on after its end')
  } finally {
    closeSync(file)
  }
}

async function skipAcknowledgements(reader: PacketReader, server: Server): Promise<void> {
  for (;;) {
    const next = (await reader.peek(8)).toString('latin1')
    if (/^....(?:ERR )/s.test(next)) throw serverError(server, (await packetIn(reader)).subarray(4))
    if (!/^....(?:NAK|ACK)/s.test(next)) return
    await reader.packet()
  }
}

async function packetIn(reader: PacketReader): Promise<Buffer> {
  const given = await reader.packet()
  return given === 'flush' ? Buffer.alloc(0) : given
}

const DATA = 1
const PROGRESS = 2
const ERROR = 3

/** Returns the next bytes of the pack; null at the end. Progress messages are not shown: they are the server's words. */
async function fromSideBand(reader: PacketReader, server: Server): Promise<Buffer | null> {
  for (;;) {
    const given = await reader.packet()
    if (given === 'flush') return null
    const band = given[0]
    if (band === DATA) return given.subarray(1)
    if (band === ERROR) throw serverError(server, given.subarray(1))
    if (band !== PROGRESS) throw badAnswer(server, 'it is not in the format of git')
  }
}
