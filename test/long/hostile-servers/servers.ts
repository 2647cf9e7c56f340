import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import {
  commit,
  copies,
  FLUSH,
  made,
  type Packed,
  packed,
  packet,
  packHead,
  packOf,
  sideBand,
  tree,
  withChecksum,
} from './packs.ts'

/** What a hostile server does, and the one line that the program says. */
export interface HostileServer {
  does: string
  says: RegExp
  /** The refs that it advertises. Default: main, at the commit of `pack`. */
  refs?: (main: string) => [id: string, name: string][]
  capabilities?: string
  /** The objects that it sends; the last one is where main is. */
  objects?: (main: string) => readonly Packed[]
  /** The pack that it sends. */
  pack?: () => Buffer
  /** Its whole answer to the request for a pack. */
  answer?: (main: string) => Buffer
  /** Its whole list of refs. */
  list?: (main: string) => Buffer
  /** Answers one request in its own way. */
  serve?: (request: IncomingMessage, response: ServerResponse, main: string) => void
  /** Whether it is measured how much memory the program takes. */
  isBomb?: true
}

const SOME = '1234567890123456789012345678901234567890'
const BLOB = made('blob', 'words\n')

const withRef =
  (name: string) =>
  (main: string): [string, string][] => [
    [main, 'refs/heads/main'],
    [SOME, name],
  ]
const named = (does: string, name: string): HostileServer => ({
  does: `advertises ${does}`,
  refs: withRef(name),
  says: /is not a valid ref name/,
})

export const NAMES: readonly HostileServer[] = [
  named('a branch that leads out of the folder of refs', 'refs/heads/../../config'),
  named('a branch that leads out of the repository', 'refs/heads/../../../../evil'),
  named('a ref that leads out with its first folder', 'refs/../config'),
  named('an absolute name', '/etc/passwd'),
  named('a file of the git folder', 'config'),
  named('a name with an escape sequence', 'refs/heads/\u001b[31mred'),
  named('a name with a carriage return', 'refs/heads/a\rb'),
  named('a lock', 'refs/heads/main.lock'),
  named('a lock in capital letters', 'refs/heads/main.LOCK'),
  named('a name like an option', 'refs/heads/.hidden'),
  named('an empty part', 'refs/heads//main'),
  named('a name with a backslash', 'refs/heads/a\\..\\b'),
  named('a name of 1,100 letters', `refs/heads/${'a'.repeat(1100)}`),
  named('a peeled name that leads out', 'refs/tags/../../x^{}'),
  {
    does: 'advertises two names that differ only in case',
    refs: (main) => [
      [main, 'refs/heads/main'],
      [main, 'refs/heads/MAIN'],
    ],
    says: /differ only in case/,
  },
  {
    does: 'advertises two names that differ only in how an accent is written',
    refs: (main) => [
      [main, 'refs/tags/caf\u00e9'],
      [main, 'refs/tags/cafe\u0301'],
    ],
    says: /differ only in case/,
  },
  {
    does: 'advertises one name twice',
    refs: (main) => [
      [main, 'refs/heads/main'],
      [SOME, 'refs/heads/main'],
    ],
    says: /two refs with the name "refs\/heads\/main"/,
  },
  {
    does: 'advertises a branch and a branch below it',
    refs: (main) => [
      [main, 'refs/heads/main'],
      [main, 'refs/heads/main/x'],
    ],
    says: /cannot both exist/,
  },
  {
    does: 'advertises an id that is none',
    refs: () => [['../../../x'.padEnd(40, 'x'), 'refs/heads/main']],
    says: /is not a ref and its object/,
  },
  {
    does: 'advertises SHA-256',
    refs: withRef('refs/heads/a'),
    capabilities: 'object-format=sha256',
    says: /object-format=sha256, which is not supported/,
  },
  {
    does: 'is a shallow clone',
    list: (main) => lines([`${main} refs/heads/main\0`, `shallow ${main}`]),
    says: /shallow clone/,
  },
  {
    does: 'advertises 60,000 branches',
    refs: (main) => Array.from({ length: 60_000 }, (_, index) => [main, `refs/heads/b${index}`]),
    says: /more refs than 50000; .*git config annex\.maxRefs NUMBER/,
    isBomb: true,
  },
  {
    does: 'says an error with escape sequences',
    list: () => lines(['ERR \u001b[2Jnot \u0007here\u009b31m']),
    says: /refused the request: .*not .*here/,
  },
]

function lines(all: readonly string[]): Buffer {
  return Buffer.concat([packet('# service=git-upload-pack\n'), FLUSH, ...all.map((line) => packet(`${line}\n`)), FLUSH])
}

/** A commit on main with this tree, and everything below it. */
const onTop = (main: string, top: { id: string }): Packed => commit(top.id, main)

const withTree = (does: string, says: RegExp, ...entries: [string, string, string][]): HostileServer => ({
  does: `sends a tree with ${does}`,
  objects: (main) => [BLOB, tree(...entries), onTop(main, tree(...entries))],
  says,
})

const linkTo = (does: string, target: string): HostileServer => {
  const link = made('blob', target)
  const folder = tree(['120000', 'link', link.id])
  const root = tree(['40000', 'folder', folder.id])
  return {
    does: `sends a symbolic link ${does}`,
    objects: (main) => [link, folder, root, onTop(main, root)],
    says: /symbolic link "folder\/link" leads out of the repository/,
  }
}

const NAMED = /has the name .*, which/

export const TREES: readonly HostileServer[] = [
  withTree('the name ..', NAMED, ['100644', '..', BLOB.id]),
  withTree('the name .', NAMED, ['100644', '.', BLOB.id]),
  withTree('the name .git', NAMED, ['40000', '.git', BLOB.id]),
  withTree('the name .GIT', NAMED, ['40000', '.GIT', BLOB.id]),
  withTree('the short name of .git', NAMED, ['40000', 'git~1', BLOB.id]),
  withTree('.git with an ignored letter', NAMED, ['40000', '.g\u200cit', BLOB.id]),
  withTree('.git as a stream', NAMED, ['40000', '.git::$INDEX_ALLOCATION', BLOB.id]),
  withTree('an absolute name', /is damaged/, ['100644', '/etc/passwd', BLOB.id]),
  withTree('a name with a drive', /the name "C:x" is absolute/, ['100644', 'C:x', BLOB.id]),
  withTree('a name with a slash', /is damaged/, ['100644', 'a/../../b', BLOB.id]),
  withTree('a name with a backslash', NAMED, ['100644', '..\\x', BLOB.id]),
  withTree('a name with an escape sequence', NAMED, ['100644', '\u001b[2Jx', BLOB.id]),
  withTree('an empty name', /is damaged/, ['100644', '', BLOB.id]),
  withTree('a name twice', /is damaged/, ['100644', 'a', BLOB.id], ['100644', 'a', BLOB.id]),
  withTree('a file and a folder of one name', /is damaged/, ['100644', 'a', BLOB.id], ['40000', 'a', BLOB.id]),
  withTree('its names out of order', /is damaged/, ['100644', 'b', BLOB.id], ['100644', 'a', BLOB.id]),
  withTree('an unknown mode', /unknown mode 170000/, ['170000', 'a', BLOB.id]),
  withTree('a file that is missing', /not complete: object \w+ is missing/, ['100644', 'a', SOME]),
  withTree('a folder that is missing', /not complete: object \w+ is missing/, ['40000', 'a', SOME]),
  withTree('a folder that is a file', /not complete: .* is a blob, not a tree/, ['40000', 'a', BLOB.id]),
  linkTo('to an absolute path', '/etc/passwd'),
  linkTo('out of the repository', '../../x'),
  linkTo('out of the repository by a detour', 'a/../../../x'),
  linkTo('to a drive', 'C:/x'),
  linkTo('out with backslashes', '..\\..\\x'),
]

const damage = (does: string, says: RegExp, pack: () => Buffer): HostileServer => ({
  does: `sends a pack ${does}`,
  refs: () => [[SOME, 'refs/heads/main']],
  pack,
  says,
})

const LARGE = Buffer.alloc(16 * 1024 * 1024 - 1)
const large = made('blob', LARGE)

/** A large object, and so many deltas that each restore it. */
function deltaBomb(deltas: number): Buffer {
  const base = packed(large)
  const each = deltas > 0 ? packed({ delta: copies(LARGE.length, 1), on: large.id }) : Buffer.alloc(0)
  return withChecksum(Buffer.concat([packHead(deltas + 1), base, ...Array<Buffer>(deltas).fill(each)]))
}

/** A chain: each delta is on the object before it. */
function chain(length: number): Buffer {
  const parts = [packed(BLOB)]
  let bytes = BLOB.bytes
  for (let index = 0; index < length; index++) {
    const text = `${index}`
    const delta = Buffer.concat([Buffer.from([bytes.length, text.length, text.length]), Buffer.from(text)])
    parts.push(packed({ delta, distance: parts.at(-1)?.length ?? 0 }))
    bytes = Buffer.from(text)
  }
  return withChecksum(Buffer.concat([packHead(parts.length), ...parts]))
}

const [ONE, OTHER] = [made('blob', 'one'), made('blob', 'two')]
const DELTA = Buffer.from([3, 3, 0x90, 3])

export const PACKS: readonly HostileServer[] = [
  damage('that is none', /not a pack of version 2/, () =>
    withChecksum(Buffer.from('RIFF____________________________')),
  ),
  damage('of version 9', /not a pack of version 2/, () => withChecksum(Buffer.concat([packHead(1, 9), packed(BLOB)]))),
  damage('with a wrong checksum', /checksum is wrong/, () =>
    Buffer.concat([packOf([BLOB]).subarray(0, -20), Buffer.alloc(20)]),
  ),
  damage('of four thousand million objects', /more objects than 500000; .*annex\.maxObjects/, () =>
    packOf([BLOB], 0xffffffff),
  ),
  damage('with fewer objects than it says', /shorter than it says/, () => packOf([BLOB], 2)),
  damage('with more objects than it says', /goes on after its last object/, () => packOf([BLOB, ONE], 1)),
  damage('with bytes at its end', /goes on after its last object/, () =>
    withChecksum(Buffer.concat([packHead(1), packed(BLOB), Buffer.alloc(30)])),
  ),
  damage('with an object of 1 TB', /an object has more than 33554432 bytes; .*annex\.maxObject/, () =>
    withChecksum(Buffer.concat([packHead(1), packed(BLOB, 2 ** 40)])),
  ),
  damage('with an object longer than it says', /an object of the pack is damaged/, () =>
    withChecksum(Buffer.concat([packHead(1), packed(BLOB, 3)])),
  ),
  damage('with an object shorter than it says', /an object of the pack is damaged/, () =>
    withChecksum(Buffer.concat([packHead(1), packed(BLOB, 30)])),
  ),
  damage('with damaged compression', /an object of the pack is damaged/, () =>
    withChecksum(Buffer.concat([packHead(1), Buffer.from([0x35, 1, 2, 3, 4, 5, 6, 7, 8, 9])])),
  ),
  damage('with one object twice', /the pack has object \w+ twice/, () => packOf([BLOB, BLOB])),
  damage('with a commit that is damaged', /commit \w+ is damaged/, () => packOf([made('commit', 'tree x\n\n')])),
  damage('with a tag that is damaged', /tag \w+ is damaged/, () => packOf([made('tag', 'object x\n')])),
  damage('with a delta without a base', /no base in it/, () => packOf([{ delta: DELTA, on: SOME }])),
  damage('with a delta on a place without an object', /is damaged|has no base/, () =>
    packOf([BLOB, { delta: DELTA, distance: 2 }]),
  ),
  damage('with a delta on itself', /is damaged|has no base/, () => packOf([BLOB, { delta: DELTA, distance: 0 }])),
  damage('with a delta on a place before the pack', /is damaged|has no base/, () =>
    packOf([BLOB, { delta: DELTA, distance: 9999 }]),
  ),
  damage('with deltas on each other', /no base in it/, () =>
    packOf([
      { delta: DELTA, on: OTHER.id },
      { delta: DELTA, on: ONE.id },
    ]),
  ),
  damage('with a delta that copies too much', /a delta of the pack is damaged/, () =>
    packOf([ONE, { delta: Buffer.from([3, 9, 0x90, 9]), on: ONE.id }]),
  ),
  damage('with a delta that is cut off', /a delta of the pack is damaged/, () =>
    packOf([ONE, { delta: Buffer.from([3, 9, 0x90]), on: ONE.id }]),
  ),
  damage('with a delta of 1 GB', /an object has more than 33554432 bytes/, () =>
    packOf([ONE, { delta: Buffer.from([3, 0x80, 0x80, 0x80, 0x80, 4]), on: ONE.id }]),
  ),
  damage('with a chain of 5,000 deltas', /a chain of deltas is longer than 4095/, () => chain(5000)),
  {
    ...damage(
      'with 2,000 deltas that restore 16 MiB each',
      /the pack has object \w+ twice|objects together|times as large/,
      () => deltaBomb(2000),
    ),
    isBomb: true,
  },
  {
    ...damage('with 20 objects of 16 MiB, compressed', /times as large as the pack|twice/, () =>
      packOf(Array.from({ length: 20 }, (_, index) => made('blob', Buffer.alloc(LARGE.length, index)))),
    ),
    isBomb: true,
  },
  {
    ...damage('with an object of 40 MiB, compressed', /an object has more than/, () =>
      packOf([made('blob', Buffer.alloc(40 * 1024 * 1024))]),
    ),
    isBomb: true,
  },
  {
    does: 'sends a pack without the commit that it advertises',
    refs: () => [[SOME, 'refs/heads/main']],
    pack: () => packOf([BLOB]),
    says: /not complete: object 1234\w+ is missing/,
  },
  {
    does: 'sends a commit without its parent',
    objects: () => [BLOB, tree(['100644', 'a', BLOB.id]), commit(tree(['100644', 'a', BLOB.id]).id, SOME)],
    says: /not complete: object 1234\w+ is missing/,
  },
  {
    does: 'advertises a branch that is a file',
    objects: () => [BLOB],
    says: /the branch "main" is a blob, not a commit/,
  },
]

const answers = (does: string, says: RegExp, answer: () => Buffer): HostileServer => ({
  does: `answers ${does}`,
  refs: () => [[SOME, 'refs/heads/main']],
  answer,
  says,
})

const listed = (does: string, says: RegExp, list: () => Buffer): HostileServer => ({
  does: `lists ${does}`,
  list,
  says,
})
const TYPE = { 'content-type': 'application/x-git-upload-pack-advertisement' }

function endless(response: ServerResponse, piece: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  }
  response.on('drain', more)
  more()
}

const isList = ({ method }: IncomingMessage) => method === 'GET'

/** Answers the request for a pack, or the list of refs, without an end. */
const endlessPack = (does: string, says: RegExp, head: Record<string, string>, piece: () => Buffer): HostileServer => ({
  does,
  says,
  isBomb: true,
  serve(request, response) {
    if (isList(request)) response.writeHead(200, TYPE).end(lines([`${SOME} refs/heads/main\0side-band-64k`]))
    else {
      response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result', ...head })
      response.write(head['content-encoding'] === undefined ? packet('NAK\n') : '')
      endless(response, piece())
    }
  },
})

const ZEROS = packet(Buffer.concat([Buffer.from([1]), Buffer.alloc(60_000)]))
function* bomb(): Generator<Buffer> {
  yield packet('NAK\n')
  for (let sent = 0; sent < 10_000; sent++) yield ZEROS
}

export const ANSWERS: readonly HostileServer[] = [
  answers('with a web page', /not a pack of version 2|not in the format of git/, () =>
    Buffer.from('<html>not found</html>'),
  ),
  answers('with nothing', /ends too early/, () => Buffer.alloc(0)),
  answers('with half a packet', /ends too early/, () => Buffer.concat([packet('NAK\n'), Buffer.from('ffff\u0001PA')])),
  answers('with an unknown band', /not in the format of git/, () =>
    Buffer.concat([packet('NAK\n'), packet('\u0007x'), FLUSH]),
  ),
  answers('with an error that holds escape sequences', /refused the request: .*go away/, () =>
    Buffer.concat([packet('NAK\n'), packet('\u0003\u001b]0;title\u0007go away\n'), FLUSH]),
  ),
  answers('with messages that hold escape sequences', /not a pack|checksum/, () =>
    Buffer.concat([
      packet('NAK\n'),
      packet('\u0002\u001b[2J\u001b[31mfree money\r'),
      sideBand(withChecksum(Buffer.alloc(40))),
      FLUSH,
    ]),
  ),
  answers('and goes on after the end', /goes on after its end/, () =>
    Buffer.concat([packet('NAK\n'), sideBand(packOf([BLOB])), FLUSH, Buffer.from('and more')]),
  ),
  answers('with ERR', /refused the request: too busy/, () => packet('ERR too busy\n')),
  listed('nothing', /ends too early/, () => Buffer.alloc(0)),
  listed('another service', /not from a git server/, () =>
    Buffer.concat([packet('# service=git-receive-pack\n'), FLUSH, FLUSH]),
  ),
  listed('words', /not in the format of git/, () => Buffer.from('hello, this is no list')),
  listed('bytes after the end', /goes on after its end/, () =>
    Buffer.concat([lines([`${SOME} refs/heads/main\0side-band-64k`]), Buffer.from('more')]),
  ),
  listed('without an end of the packets', /ends too early/, () => lines([`${SOME} refs/heads/main\0`]).subarray(0, -4)),
  endlessPack(
    'sends a pack without an end',
    /more than 536870912 bytes; .*git config annex\.maxAnswer NUMBER/,
    {},
    () => ZEROS,
  ),
  endlessPack('sends messages without an end', /more than 536870912 bytes/, {}, () =>
    packet(Buffer.concat([Buffer.from([2]), Buffer.alloc(60_000, 'x')])),
  ),
  {
    does: 'sends 600 MB of zeros in gzip',
    says: /more than 536870912 bytes/,
    isBomb: true,
    serve: compressed('gzip'),
  },
  {
    does: 'sends 600 MB of zeros in brotli',
    says: /more than 536870912 bytes/,
    isBomb: true,
    serve: compressed('br'),
  },
  {
    does: 'lists branches without an end',
    says: /more refs than 50000|more than/,
    isBomb: true,
    serve: endlessList(false),
  },
  {
    does: 'sends one line without an end',
    says: /not a ref and its object|not in the format/,
    isBomb: true,
    serve: endlessList(true),
  },
  {
    does: 'compresses in a way of its own',
    says: /compressed in a way that was not asked for/,
    serve: (_, response) => void response.writeHead(200, { ...TYPE, 'content-encoding': 'zstd' }).end('x'),
  },
  {
    does: 'says gzip and sends none',
    says: /compressed bytes are damaged/,
    serve: (_, response) => void response.writeHead(200, { ...TYPE, 'content-encoding': 'gzip' }).end('hello'),
  },
  {
    does: 'answers with a web page',
    says: /not from a git server/,
    serve: (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in'),
  },
]

function compressed(encoding: 'gzip' | 'br'): NonNullable<HostileServer['serve']> {
  return (request, response) => {
    if (isList(request))
      return void response.writeHead(200, TYPE).end(lines([`${SOME} refs/heads/main\0side-band-64k`]))
    response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result', 'content-encoding': encoding })
    const compress =
      encoding === 'gzip'
        ? createGzip({ level: 1 })
        : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
    pipeline(Readable.from(bomb()), compress, response, () => undefined)
  }
}

function endlessList(isOneLine: boolean): NonNullable<HostileServer['serve']> {
  return (_, response) => {
    response.writeHead(200, TYPE)
    response.write(Buffer.concat([packet('# service=git-upload-pack\n'), FLUSH]))
    if (isOneLine) return endless(response, packet('x'.repeat(60_000)))
    let number = 0
    const more = () => {
      while (!response.destroyed && response.write(packet(`${SOME} refs/heads/b${number++}\n`)));
    }
    response.on('drain', more)
    more()
  }
}

/** Each of these takes the whole time without progress that is allowed. */
export const CONNECTIONS: readonly HostileServer[] = [
  { does: 'never answers', says: /no progress in 20 seconds; .*annex\.maxSilence/, serve: () => undefined },
  {
    does: 'stops in the middle',
    says: /no progress in 20 seconds/,
    serve: (_, response) => void response.writeHead(200, TYPE).write('001e# service'),
  },
  {
    does: 'sends a byte a second',
    says: /no progress in 20 seconds/,
    serve(_, response) {
      response.writeHead(200, TYPE).write(Buffer.concat([packet('# service=git-upload-pack\n'), FLUSH]))
      const timer = setInterval(() => response.write('f'), 1000)
      response.on('close', () => clearInterval(timer))
    },
  },
]

const redirect = (does: string, says: RegExp, location: (request: IncomingMessage) => string): HostileServer => ({
  does: `redirects ${does}`,
  says,
  serve: (request, response) => void response.writeHead(302, { location: location(request) }).end(),
})

export const REDIRECTS: readonly HostileServer[] = [
  redirect(
    'to a file',
    /redirects to file:.*, which is not followed/,
    () => 'file:///etc/passwd/info/refs?service=git-upload-pack',
  ),
  redirect('to a program', /which is not followed/, () => 'ext::sh/info/refs?service=git-upload-pack'),
  redirect('to an invalid address', /redirects to an invalid address/, () => 'http://[/info/refs'),
  redirect('in a circle', /which is not followed/, ({ url }) => url ?? ''),
  redirect('to another page', /which is not followed/, () => 'http://127.0.0.1:1/login'),
  {
    does: 'says that it is broken, in escape sequences',
    says: /500/,
    serve: (_, response) => void response.writeHead(500, 'x\u00ff').end('\u001b[2J'),
  },
  { does: 'is not there', says: /repository not found/, serve: (_, response) => void response.writeHead(404).end() },
  {
    does: 'sends a head of 1 MB',
    says: /not valid HTTP/,
    serve: (_, response) => void response.writeHead(200, { ...TYPE, 'x-large': 'x'.repeat(1_000_000) }).end(),
  },
  { does: 'speaks no HTTP', says: /not valid HTTP/, serve: (request) => void request.socket.end('SSH-2.0-hello\r\n') },
]
