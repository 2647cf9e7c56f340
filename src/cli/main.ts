import { run } from '@oclif/core/run'
import { isClosedPipe, reportStop } from './output/stop.ts'
import { refuseTopic } from './topics.ts'

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
  const asked = forHelp(words)
  try {
    refuseTopic(asked)
    await run(asked, { root: home, ignoreManifest: false })
  } catch (error) {
    if (!isExit(error)) reportStop(error, asked, home)
  }
}

// `annex help validate` asks what `annex validate --help` does.
function forHelp(words: string[]): string[] {
  const [first, ...about] = words
  return first === 'help' ? [...about.filter((word) => word !== 'help'), '--help'] : words
}

// oclif ends a help page by throwing.
function isExit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIT'
}
