import type { GitError } from '../git-error.ts'
import { badAnswer, overLimit, type Server } from './limits.ts'

/** Reads git's packets (gitprotocol-common(5), "pkt-line Format"), or the bytes between them. */
export interface PacketReader {
  /** The next packet; `flush` for 0000. @throws GitError network when it is not valid, or the answer ends */
  packet(): Promise<Buffer | 'flush'>
  /** The next bytes without removing them; fewer at the end. */
  peek(length: number): Promise<Buffer>
  /** The bytes that came next, as many as there are; an empty buffer at the end. */
  some(): Promise<Buffer>
  /** Closes the connection. */
  close(): Promise<void>
}

const NOTHING = Buffer.alloc(0)

class EndsEarly extends Error {}

/** Returns whether an answer ended in the middle: a program that was asked may have said why elsewhere. */
export function endsEarly(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof EndsEarly
}

/** @param chunks the bytes of a server; see `limited` */
export function readPackets(chunks: AsyncIterator<Uint8Array>, server: Pick<Server, 'place'>): PacketReader {
  let buffer: Buffer = NOTHING
  const peek = async (length: number): Promise<Buffer> => {
    const parts: Uint8Array[] = [buffer]
    let total = buffer.length
    while (total < length) {
      const { done, value } = await chunks.next()
      if (done) break
      parts.push(value)
      total += value.length
    }
    if (parts.length > 1) buffer = Buffer.concat(parts)
    return buffer.subarray(0, length)
  }
  const take = async (length: number): Promise<Buffer> => {
    const taken = await peek(length)
    if (taken.length < length) throw badAnswer(server, 'it ends too early', { cause: new EndsEarly() })
    buffer = buffer.subarray(length)
    return taken
  }
  return {
    peek,
    async packet() {
      const digits = (await take(4)).toString('latin1')
      if (!/^[0-9a-f]{4}$/i.test(digits)) throw badAnswer(server, 'it is not in the format of git')
      const length = Number.parseInt(digits, 16)
      if (length === 0) return 'flush'
      if (length < 4) throw badAnswer(server, 'it is not in the format of git')
      return await take(length - 4)
    },
    async some() {
      if (buffer.length === 0) await peek(1)
      const taken = buffer
      buffer = NOTHING
      return taken
    },
    close: async () => {
      await chunks.return?.()
    },
  }
}

/** Bytes from a server, and a way to stop them. */
export interface ByteStream {
  chunks: AsyncIterable<Uint8Array>
  /** Closes the connection. */
  cancel(): void
  /** Fewer bytes than this in `maxSilence` seconds are no progress. */
  slowest: number
  /** Whether a person may have to answer a prompt before the first bytes come. */
  mayPrompt?: boolean
}

const TOO_SLOW = Symbol('too slow')

/**
 * Passes bytes on, and closes the connection at the end.
 * @throws GitError network when there are too many, or too few in the time allowed
 */
export function limited(stream: ByteStream, server: Server): AsyncIterableIterator<Uint8Array> {
  const bytes = counted(stream, server)
  return {
    next: () => bytes.next(),
    // A generator that was never started does not reach its `finally`.
    async return() {
      stream.cancel()
      return await bytes.return()
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* counted(stream: ByteStream, server: Server): AsyncGenerator<Uint8Array, void> {
  const { maxAnswer, maxSilence } = server.limits
  const source = stream.chunks[Symbol.asyncIterator]()
  const clock = startClock(maxSilence * 1000, stream)
  let total = 0
  try {
    for (;;) {
      const result = await clock.race(source.next())
      if (result === TOO_SLOW) throw tooSlow(server)
      if (result.done) return
      total += result.value.length
      if (total > maxAnswer) throw overLimit(server, 'it has more than', 'maxAnswer', ' bytes')
      clock.count(result.value.length)
      yield result.value
    }
  } finally {
    clock.stop()
    stream.cancel()
  }
}

/** Returns the error for a server that sends nothing, or next to nothing. */
export function tooSlow(server: Server): GitError {
  return overLimit(server, 'no progress in', 'maxSilence', ' seconds')
}

/** Starts a clock that runs out when fewer than `slowest` bytes came in a period. */
function startClock(period: number, { slowest, mayPrompt = false }: ByteStream) {
  let came = 0
  let isWaiting = mayPrompt
  let runOut: (value: typeof TOO_SLOW) => void = () => undefined
  const timer = setInterval(() => {
    if (came < slowest && !isWaiting) runOut(TOO_SLOW)
    came = 0
  }, period)
  return {
    race<Value>(next: Promise<Value>): Promise<Value | typeof TOO_SLOW> {
      const slow = new Promise<typeof TOO_SLOW>((resolve) => {
        runOut = resolve
      })
      return Promise.race([next, slow])
    },
    count(bytes: number) {
      isWaiting = false
      came += bytes
    },
    stop: () => clearInterval(timer),
  }
}
