import { isRefName } from '../disk/safe-name.ts'
import { GitError } from '../git-error.ts'
import { isObjectId } from '../objects/object.ts'
import { badAnswer, overLimit, type Server, wordsOf } from './limits.ts'
import type { PacketReader } from './packets.ts'

/** What a server says that it has. */
export interface Advertisement {
  /** Its branches and tags by full name, with their objects. */
  refs: Map<string, string>
  /** What it can do (gitprotocol-capabilities(5)). */
  capabilities: ReadonlySet<string>
}

const NO_REFS = 'capabilities^{}'

/**
 * Reads the refs that a server advertises (gitprotocol-pack(5), "Reference Discovery"), up to their flush packet. Refs other
 * than branches and tags are left out.
 * @throws GitError network when a name or an id is not valid
 */
export async function readAdvertisement(reader: PacketReader, server: Server): Promise<Advertisement> {
  const names = new Set<string>()
  const refs = new Map<string, string>()
  const [first, capabilities] = await readFirstLine(reader, server)
  for (let line = first; line !== null; line = await nextLine(reader, server)) {
    const [id, name] = readRef(line, server)
    if (name === NO_REFS || isPeeled(name, names)) continue
    if (names.has(name)) throw badAnswer(server, `it has two refs with the name ${quoted(name)}`)
    names.add(name)
    if (names.size > server.limits.maxRefs) throw overLimit(server, 'it has more refs than', 'maxRefs')
    if (/^refs\/(heads|tags)\//.test(name)) refs.set(name, id)
  }
  checkTogether(refs, server)
  return { refs, capabilities }
}

/** Returns the first ref, and the capabilities that follow it after a zero byte. */
async function readFirstLine(reader: PacketReader, server: Server): Promise<[string | null, ReadonlySet<string>]> {
  const line = await nextLine(reader, server)
  if (line?.startsWith('version ')) return await readFirstLine(reader, server)
  const [ref = '', given = ''] = line?.split('\0') ?? []
  return [line === null ? null : ref, readCapabilities(given, server)]
}

async function nextLine(reader: PacketReader, server: Server): Promise<string | null> {
  const packet = await reader.packet()
  if (packet === 'flush') return null
  const line = packet.toString('utf8').replace(/\n$/, '')
  if (line.startsWith('ERR ')) throw serverError(server, line.slice(4))
  if (line.startsWith('shallow ')) throw badAnswer(server, 'it is a shallow clone, and part of its history is missing')
  return line
}

/** Returns the error for a server that says what is wrong. */
export function serverError({ place }: Server, words: Uint8Array | string): GitError {
  const remedy = 'nothing was changed; check `git remote -v` and your permissions on the server'
  return new GitError('network', `${place} refused the request: ${wordsOf(words)}`, remedy)
}

function readCapabilities(text: string, server: Server): Set<string> {
  const capabilities = new Set(text.trim().split(' '))
  const format = [...capabilities].find((each) => each.startsWith('object-format='))
  if (format !== undefined && format !== 'object-format=sha1') {
    throw badAnswer(server, `it uses another ${wordsOf(format)}, which is not supported`)
  }
  return capabilities
}

function readRef(text: string, server: Server): [id: string, name: string] {
  const [id, name] = [text.slice(0, 40), text.slice(41)]
  if (!isObjectId(id) || text[40] !== ' ') throw badAnswer(server, `${quoted(text)} is not a ref and its object`)
  const plain = name.replace(/\^\{\}$/, '')
  const isKnown = plain === 'HEAD' || (plain.startsWith('refs/') && isRefName(plain)) || name === NO_REFS
  if (!isKnown) throw badAnswer(server, `${quoted(name)} is not a valid ref name`)
  return [id, name]
}

/** Returns whether the line gives the target of the annotated tag before it. */
function isPeeled(name: string, names: ReadonlySet<string>): boolean {
  return name.endsWith('^{}') && names.has(name.slice(0, -3))
}

/**
 * Refuses names that cannot exist next to each other: a ref is a file, and on many disks `Main` and `main` are one file. An
 * honest server has neither, or only by mistake.
 */
function checkTogether(refs: ReadonlyMap<string, string>, server: Server): void {
  const byFolded = new Map<string, string>()
  for (const name of refs.keys()) {
    const folded = name.normalize('NFC').toLowerCase()
    const other = byFolded.get(folded)
    if (other !== undefined) {
      throw badAnswer(
        server,
        `the names ${quoted(other)} and ${quoted(name)} differ only in case, which many disks ignore`,
      )
    }
    byFolded.set(folded, name)
  }
  for (const name of refs.keys()) {
    const above = folders(name).find((each) => refs.has(each))
    if (above !== undefined) throw badAnswer(server, `${quoted(above)} and ${quoted(name)} cannot both exist`)
  }
}

function folders(name: string): string[] {
  const parts = name.split('/')
  return parts.map((_, index) => parts.slice(0, index).join('/'))
}

function quoted(text: string): string {
  return JSON.stringify(wordsOf(text))
}
