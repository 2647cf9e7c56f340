import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that wants to know who one is, and has nothing for anybody. */
export interface ServerThatAsks {
  address: string
  close(): void
}

/** @param milliseconds how long it takes over each answer */
export async function serverThatAsks(milliseconds: number): Promise<ServerThatAsks> {
  const server = createServer((request, response) => {
    const isIntroduced = request.headers.authorization !== undefined
    setTimeout(() => {
      if (isIntroduced) response.writeHead(500)
      else response.writeHead(401, { 'www-authenticate': 'Basic realm="records"' })
      response.end()
    }, milliseconds)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/records`, close: () => void server.close() }
}
