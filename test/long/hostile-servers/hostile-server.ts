import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FLUSH, packet, packOf, sideBand } from './packs.ts'
import type { HostileServer } from './servers.ts'

/** Starts a server on loopback that does what a row of the table says. */
export async function startHostileServer(
  row: HostileServer,
  main: string,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume()
    response.on('error', () => undefined)
    if (row.serve) row.serve(request, response, main)
    else answer(row, main, request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/treaty.git`, close: () => closed(server) }
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

function answer(row: HostileServer, main: string, request: IncomingMessage, response: ServerResponse): void {
  const kind = request.method === 'GET' ? 'advertisement' : 'result'
  const body = kind === 'advertisement' ? listOf(row, main) : packAnswerOf(row, main)
  response.writeHead(200, { 'content-type': `application/x-git-upload-pack-${kind}` }).end(body)
}

/** The list of refs, as git-upload-pack gives it to HTTP. */
export function listOf(row: HostileServer, main: string): Buffer {
  return row.list?.(main) ?? Buffer.concat([packet('# service=git-upload-pack\n'), FLUSH, refsOf(row, main)])
}

export function refsOf(row: HostileServer, main: string): Buffer {
  const last = row.objects?.(main).at(-1)
  const tip = last !== undefined && 'id' in last ? last.id : main
  const refs = row.refs?.(main) ?? [[tip, 'refs/heads/main']]
  const capabilities = `side-band-64k ofs-delta ${row.capabilities ?? ''}`.trim()
  const lines = refs.map(([id, name], index) => packet(`${id} ${name}${index === 0 ? `\0${capabilities}` : ''}\n`))
  return Buffer.concat([...lines, FLUSH])
}

/** The answer with the pack. */
export function packAnswerOf(row: HostileServer, main: string): Buffer {
  const pack = () => row.pack?.() ?? packOf(row.objects?.(main) ?? [])
  return row.answer?.(main) ?? Buffer.concat([packet('NAK\n'), sideBand(pack()), FLUSH])
}
