import { run } from '@oclif/core/run'
import { isClosedPipe, reportStop } from './terminal/stop.ts'

/**
 * Runs one command line to its end. Never throws: what stops the program is said in one line, with exit code 2.
 *
 * @param words the words behind the program's name
 * @param home the folder of this package's package.json
 */
export async function main(words: string[], home: string): Promise<void> {
  process.stdout.on('error', (error) => {
    if (!isClosedPipe(error)) throw error
  })
  try {
    await run(words, { root: home, ignoreManifest: false })
  } catch (error) {
    if (!isExit(error)) reportStop(error, words)
  }
}

// oclif ends a help page by throwing.
function isExit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIT'
}
