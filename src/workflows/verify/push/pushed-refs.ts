import { AnnexError } from '../../../treaty/index.ts'

/** One ref that a push sets, as git hands it to a pre-receive hook; null where it does not exist. */
export interface PushedRef {
  ref: string
  old: string | null
  now: string | null
}

const LINE = /^([0-9a-f]{40}) ([0-9a-f]{40}) (refs\/\S+)$/

/**
 * Reads the lines `OLD NEW REF` of a pre-receive hook's standard input (githooks(5)).
 * @throws AnnexError usage for any other line
 */
export function readPushedRefs(text: string): PushedRef[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const [, old = '', now = '', ref = ''] = LINE.exec(line) ?? []
    if (ref !== '') return { ref, old: objectOrNone(old), now: objectOrNone(now) }
    const message = `standard input has the line ${JSON.stringify(line.slice(0, 80))}, which is not \`OLD NEW REF\``
    throw new AnnexError('usage', message, 'run it in a pre-receive hook, which git gives these lines: see githooks(5)')
  })
}

function objectOrNone(id: string): string | null {
  return /^0+$/.test(id) ? null : id
}
