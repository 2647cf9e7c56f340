import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { annexBesideWith, copied, exerciseRepository, git, newFolder } from '../../scenarios/annex.ts'
import { startHostileServer } from './hostile-server.ts'
import { commit, made, tree } from './packs.ts'
import { ANSWERS, CONNECTIONS, type HostileServer, NAMES, PACKS, REDIRECTS, TREES } from './servers.ts'

/** The time in which each must end, and the memory that the program may take. */
const LONGEST = 30_000
const MOST_MEMORY = 500 * 1024 * 1024

let exercise: string
let meter: string

beforeAll(() => {
  exercise = exerciseRepository()
  git(exercise, 'switch', '-q', 'main')
  meter = join(newFolder(), 'meter.cjs')
  writeFileSync(
    meter,
    // The peak of the program itself: getrusage(2) would count the process that started it.
    `const fs = require('fs')\nprocess.on('exit', () => fs.writeFileSync(process.env.METER, /VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]))\n`,
  )
})

describe('annex sync with a server', () => {
  const groups: [string, readonly HostileServer[]][] = [
    ['that names refs', NAMES],
    ['that sends trees', TREES],
    ['that sends packs', PACKS],
    ['that answers', ANSWERS],
    ['that redirects', REDIRECTS],
    ['that is slow', CONNECTIONS],
  ]
  describe.each(groups)('%s:', (_, rows) => {
    it.each(rows)('$does', async (row) => {
      const folder = copied(exercise)
      const server = await startHostileServer(row, git(folder, 'rev-parse', 'main').trim())
      try {
        git(folder, 'remote', 'add', 'origin', server.url)
        await expectRefused(folder, row)
      } finally {
        await server.close()
      }
    })
  })

  it('that is honest: its commit is taken', async () => {
    const folder = copied(exercise)
    const main = git(folder, 'rev-parse', 'main').trim()
    const [words, root] = [made('blob', 'words\n'), git(folder, 'ls-tree', 'main').trim()]
    const entries = root.split('\n').map((line): [string, string, string] => {
      const [, mode = '', id = '', name = ''] = /^0*(\d+) \w+ (\w+)\t(.*)$/.exec(line) ?? []
      return [mode, name, id]
    })
    const top = tree(...[...entries, ['100644', 'zzz.txt', words.id] as [string, string, string]])
    const server = await startHostileServer(
      {
        does: '',
        says: /x/,
        objects: () => [words, top, commit(top.id, main)],
        capabilities: 'symref=HEAD:refs/../config',
      },
      main,
    )
    try {
      git(folder, 'remote', 'add', 'origin', server.url)
      // It takes no pushes, and this clone has tags to push.
      await annexBesideWith({}, folder, 'sync')
      expect(readFileSync(join(folder, 'zzz.txt'), 'utf8')).toBe('words\n')
      expect(git(folder, 'fsck', '--strict', '--no-dangling')).toBe('')
    } finally {
      await server.close()
    }
  })
})

/** One clear line in time, little memory, and no file changed, whether in the work tree or in the repository. */
async function expectRefused(folder: string, { says, isBomb }: HostileServer): Promise<void> {
  const before = filesIn(folder)
  const report = join(newFolder(), 'memory')
  const start = performance.now()
  const { status, stdout, stderr } = await annexBesideWith(
    { NODE_OPTIONS: `--require ${meter}`, METER: report },
    folder,
    'sync',
  )
  const took = performance.now() - start
  expect(stderr).toMatch(/^annex: [^\n]*; [^\n]*\n$/)
  expect(stderr).toMatch(says)
  expect(stderr).not.toMatch(/(?!\n)\p{Cc}/u)
  expect([stdout, status]).toEqual(['', 2])
  expect(took).toBeLessThan(LONGEST)
  const memory = Number(readFileSync(report, 'utf8')) * 1024
  if (isBomb) expect(memory).toBeLessThan(MOST_MEMORY)
  expect(filesIn(folder)).toEqual(before)
}

/** Every file with its mode and a digest, except the program's own locks; nothing that was received may be left there. */
function filesIn(folder: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const stats = lstatSync(path)
    if (stats.isDirectory() || (name.startsWith('.git/annex/') && !name.includes('incoming-'))) continue
    const bytes = stats.isSymbolicLink() ? readlinkSync(path) : readFileSync(path)
    found[name] = `${stats.mode} ${createHash('sha1').update(bytes).digest('hex')}`
  }
  return found
}
