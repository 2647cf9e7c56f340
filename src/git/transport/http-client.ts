import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { pipeline, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { GitHttpRequest, GitHttpResponse, HttpFetch } from 'isomorphic-git/http/node'
import { systemCode } from '../disk/durable.ts'
import { badAnswer, type Server, SLOWEST } from '../receive/limits.ts'
import { limited, tooSlow } from '../receive/packets.ts'

/** Bytes of an answer to a push, which isomorphic-git keeps in memory: a list of refs, or a report. */
const LONGEST_REPORT = 32 * 1024 * 1024

/**
 * Returns a function that sends one HTTP request and does not follow redirects. The answer is read as fast as it is used, and
 * within the limits. It is decompressed where the server compressed it, although it was not asked to.
 * @param place returns the address for messages, which a redirect may change
 */
export function httpSender({ program, limits }: Omit<Server, 'place'>, place: () => string): HttpFetch {
  return async (request) => {
    const isPush = request.url.endsWith('git-receive-pack')
    const maxAnswer = isPush ? Math.min(limits.maxAnswer, LONGEST_REPORT) : limits.maxAnswer
    const server = { place: place(), program, limits: { ...limits, maxAnswer } }
    const message = await send(request, server)
    const chunks = decompressed(message, server)
    // A server may take long to check what was pushed. It sends an empty packet every five seconds then.
    const slowest = isPush ? 1 : SLOWEST
    const body = limited({ chunks, cancel: () => message.destroy(), slowest }, server)
    return {
      url: request.url,
      method: request.method ?? 'GET',
      statusCode: message.statusCode ?? 0,
      statusMessage: message.statusMessage ?? '',
      headers: firstValues(message),
      // isomorphic-git leaves answers unread, and the program would not end while their connections are open.
      body: isPush ? chunksOf(await collect(body)) : body,
    } satisfies GitHttpResponse
  }
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return chunks
}

async function* chunksOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  yield* chunks
}

/** Sends a request and waits for the head of the answer. */
async function send(
  { url, method = 'GET', headers = {}, body }: GitHttpRequest,
  server: Server,
): Promise<IncomingMessage> {
  const period = server.limits.maxSilence * 1000
  const sent = { ...headers, 'accept-encoding': 'identity' }
  return await new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? secureRequest : plainRequest)(url, { method, headers: sent })
    let timer: NodeJS.Timeout | undefined
    const stop = () => request.destroy(tooSlow(server))
    request.setTimeout(period, stop)
    request.once('finish', () => {
      timer = setTimeout(stop, period)
    })
    request.once('close', () => clearTimeout(timer))
    request.once('error', (cause) =>
      reject(isBadHttp(cause) ? badAnswer(server, 'it is not valid HTTP', { cause }) : cause),
    )
    request.once('response', (message) => {
      clearTimeout(timer)
      request.setTimeout(0)
      resolve(message)
    })
    if (body === undefined) request.end()
    else pipeline(Readable.from(body), request, () => undefined)
  })
}

/** Node's parser names its errors HPE_INVALID_CONSTANT, HPE_HEADER_OVERFLOW and so on. */
function isBadHttp(cause: unknown): boolean {
  return systemCode(cause).startsWith('HPE_')
}

const DECODERS = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** Returns the body, decompressed piece by piece as it is read. */
function decompressed(message: IncomingMessage, server: Server): AsyncIterable<Uint8Array> {
  const encoding = message.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return message
  const decoder = Object.entries(DECODERS).find(([name]) => name === encoding)?.[1]
  if (decoder === undefined) {
    message.destroy()
    throw badAnswer(server, 'it is compressed in a way that was not asked for')
  }
  const stream = decoder({ chunkSize: 64 * 1024 })
  pipeline(message, stream, () => undefined)
  return orDamaged(stream, server)
}

async function* orDamaged(stream: AsyncIterable<Uint8Array>, server: Server): AsyncGenerator<Uint8Array, void> {
  try {
    yield* stream
  } catch (cause) {
    if (isDisconnect(cause)) throw cause
    throw badAnswer(server, 'its compressed bytes are damaged', { cause })
  }
}

function isDisconnect(cause: unknown): boolean {
  return ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(systemCode(cause))
}

function firstValues({ headers }: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}
