import { formatMessage } from '../objects/commit.ts'

const TRAILER = /^[A-Za-z][A-Za-z0-9-]*: /
const REPLAYS = /^Replays: ([0-9a-f]{40})$/gm

/** Returns the ids of the commits that a commit replays, from the `Replays:` trailers of its message. */
export function replaysIn(message: string): string[] {
  return [...lastParagraph(message).matchAll(REPLAYS)].map(([, id = '']) => id)
}

/** Returns the message with a trailer that names the replayed commit. */
export function withReplays(message: string, id: string): string {
  const clean = formatMessage(message).trimEnd()
  const last = lastParagraph(clean)
  const hasTrailers = last !== clean && last.split('\n').every((line) => TRAILER.test(line))
  return `${clean}${hasTrailers ? '\n' : '\n\n'}Replays: ${id}\n`
}

function lastParagraph(message: string): string {
  return message.trimEnd().split('\n\n').at(-1) ?? ''
}
