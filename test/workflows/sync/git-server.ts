import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { emptyFolder, git } from '../../git/fixture.ts'

/** A real git server on loopback: `git http-backend` behind node's HTTP, with ways to let it misbehave. */
export interface GitServer {
  url: string
  /** The bare repository's folder. */
  folder: string
  /** The next so many pushes lose their connection: before the server reads them, or after it took them. */
  dropPushes(count: number, when: 'before' | 'after'): void
  /** Asks for this password, of that user where one is named; null asks for none. */
  askFor(password: string | null, user?: string): void
  /** Sends whoever comes to `/old.git` on to where the repository is, as a host does after a repository was renamed. */
  oldUrl: string
  /** The users who said who they are, as often as they did. */
  introduced: string[]
  /** The `X-Office` headers that came. */
  offices: Set<string>
  close(): Promise<void>
}

export async function startGitServer(): Promise<GitServer> {
  const folder = emptyFolder()
  git(folder, 'init', '-q', '--bare', '--initial-branch=main', 'treaty.git')
  git(`${folder}/treaty.git`, 'config', 'http.receivepack', 'true')
  const mood = { drops: 0, when: 'before', password: null as string | null, user: undefined as string | undefined }
  const introduced: string[] = []
  const offices = new Set<string>()
  /** Notes who says what of himself, and whether that is enough. */
  const heard = ({ headers }: IncomingMessage): boolean => {
    offices.add(String(headers['x-office'] ?? ''))
    const [user, password] = saysOfItself(headers.authorization)
    if (user !== undefined) introduced.push(user)
    return mood.password === null || (password === mood.password && (mood.user ?? user) === user)
  }
  const server = createServer((request, response) => {
    const isPush = request.method === 'POST' && (request.url ?? '').endsWith('/git-receive-pack')
    const knows = heard(request)
    if (request.url?.startsWith('/old.git')) {
      response.writeHead(301, { Location: request.url.replace('/old.git', '/treaty.git') }).end()
    } else if (!knows) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="treaty"' }).end()
    } else if (isPush && mood.drops > 0 && mood.drops-- > 0) {
      if (mood.when === 'before') request.once('data', () => request.socket.destroy())
      else serve(folder, request, response, () => request.socket.destroy())
    } else serve(folder, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/treaty.git`,
    folder: `${folder}/treaty.git`,
    dropPushes: (count, when) => Object.assign(mood, { drops: count, when }),
    askFor: (password, user) => Object.assign(mood, { password, user }),
    oldUrl: `http://127.0.0.1:${port}/old.git`,
    introduced,
    offices,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function saysOfItself(authorization: string | undefined): (string | undefined)[] {
  if (authorization === undefined) return []
  return Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(/:(.*)/)
}

/** One request as CGI (RFC 3875). With `instead`, the answer is withheld and that is done in its place. */
function serve(root: string, request: IncomingMessage, response: ServerResponse, instead?: () => void): void {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      HTTP_GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'clerk',
    },
  })
  const parts: Buffer[] = []
  request.pipe(backend.stdin)
  backend.stdin.on('error', () => undefined)
  backend.stdout.on('data', (part: Buffer) => parts.push(part))
  backend.once('close', () => {
    if (instead) return instead()
    const all = Buffer.concat(parts)
    const end = all.indexOf('\r\n\r\n')
    const head = all.toString('latin1', 0, Math.max(end, 0)).split('\r\n')
    const headers = head.map((line) => line.split(/: (.*)/, 2)).filter(([name]) => name && name !== 'Status')
    const status = Number(/^Status: (\d+)/m.exec(head.join('\n'))?.[1] ?? 200)
    response.writeHead(status, Object.fromEntries(headers)).end(all.subarray(end + 4))
  })
}
