import { spawn } from 'node:child_process'
import { createServer } from 'node:http'

/** Starts a git server on loopback: `git http-backend` as CGI (RFC 3875) for the repositories in a folder. */
export async function startServer(root) {
  let count = 0
  const server = createServer((request, response) => {
    count += 1
    serve(root, request, response)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${server.address().port}/server.git`,
    requests: () => count,
    close: () =>
      new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      }),
  }
}

function serve(root, request, response) {
  const [path = '', query = ''] = request.url.split('?')
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      HTTP_GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
      REMOTE_USER: 'clerk',
    },
  })
  const parts = []
  request.pipe(backend.stdin)
  // An office that was killed closes its connection.
  for (const stream of [backend.stdin, request, response]) stream.on('error', () => undefined)
  backend.stdout.on('data', (part) => parts.push(part))
  backend.once('close', () => {
    const all = Buffer.concat(parts)
    const end = Math.max(0, all.indexOf('\r\n\r\n'))
    const lines = all
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => line.split(/: (.*)/, 2))
    const status = Number(lines.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200)
    const headers = Object.fromEntries(lines.filter(([name]) => name !== '' && name !== 'Status'))
    response.writeHead(status, headers).end(all.subarray(end + 4))
  })
}
