import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { git } from '../scenarios/annex.ts'

function idOf(folder: string, revision: string): string {
  return git(folder, 'rev-parse', revision).trim()
}

/** Puts the bytes of another blob into the loose file of an object. */
export function writeLoose(folder: string, revision: string, text: string): void {
  const id = idOf(folder, revision)
  const file = join(folder, '.git/objects', id.slice(0, 2), id.slice(2))
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  writeFileSync(file, deflateSync(Buffer.from(`blob ${Buffer.byteLength(text)}\0${text}`)))
}

/** Packs the repository, and exchanges in the index of the pack where two objects are. */
export function swapInPack(folder: string, one: string, other: string): void {
  const ids = [idOf(folder, one), idOf(folder, other)]
  git(folder, 'gc', '-q')
  const packs = join(folder, '.git/objects/pack')
  const name = readdirSync(packs).find((file) => file.endsWith('.idx')) ?? ''
  const index = readFileSync(join(packs, name))
  const count = index.readUInt32BE(8 + 255 * 4)
  const [first = 0, second = 0] = ids.map((id) => {
    const at = Array.from({ length: count }, (_, each) => each).find(
      (each) => index.toString('hex', 1032 + each * 20, 1032 + each * 20 + 20) === id,
    )
    return 1032 + count * 24 + (at ?? 0) * 4
  })
  const [firstOffset, secondOffset] = [index.readUInt32BE(first), index.readUInt32BE(second)]
  index.writeUInt32BE(secondOffset, first)
  index.writeUInt32BE(firstOffset, second)
  rmSync(join(packs, name))
  writeFileSync(join(packs, name), index)
}

/** Commits to main a tree that has a second entry with the name of a file. */
export function nameTwice(folder: string, path: string, text: string): void {
  const write = (type: string, bytes: Buffer) =>
    execFileSync('git', ['hash-object', '-t', type, '--literally', '-w', '--stdin'], { cwd: folder, input: bytes })
      .toString()
      .trim()
  const treeAt = (place: string) => execFileSync('git', ['cat-file', 'tree', `main:${place}`], { cwd: folder })
  const name = path.slice(path.lastIndexOf('/') + 1)
  const own = Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(write('blob', Buffer.from(text)), 'hex')])
  let place = dirname(path)
  const [tree] = [treeAt(place)]
  const at = tree.indexOf(`100644 ${name}\0`)
  let id = write('tree', Buffer.concat([tree.subarray(0, at), own, tree.subarray(at)]))
  for (; place !== '.'; place = dirname(place)) {
    const above = dirname(place) === '.' ? '' : dirname(place)
    const entries = treeAt(above)
    const old = Buffer.from(idOf(folder, `main:${place}`), 'hex')
    Buffer.from(id, 'hex').copy(entries, entries.indexOf(old))
    id = write('tree', entries)
  }
  git(folder, 'update-ref', 'refs/heads/main', git(folder, 'commit-tree', id, '-p', 'main', '-m', 'Object').trim())
}
