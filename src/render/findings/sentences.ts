import type { Finding } from '../../treaty/index.ts'

/** A finding in one paragraph: its message with its provision, then its hint, each ended by one stop. */
export function inSentences({ message, hint, cite }: Finding): string {
  const [says, todo] = [message, hint].map((text) => text.replace(/\.$/, ''))
  return `${says}${cite === undefined ? '' : ` [${cite}]`}. ${todo}.`
}
