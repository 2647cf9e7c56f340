import { run } from '@oclif/core/run'
import { settings } from '@oclif/core/settings'
import { isClosedPipe, reportError } from './output/report-error.ts'
import { refuseTopicAsJson } from './output/usage-error.ts'

/**
 * Runs one command line. Never throws: an error is reported in one line, with exit code 2.
 *
 * @param words the command line after the program's name
 * @param home the folder of this package's package.json
 */
export async function main(words: string[], home: string): Promise<void> {
  process.stdout.on('error', (error) => {
    if (!isClosedPipe(error)) throw error
  })
  // With NODE_ENV=test or development oclif looks for TypeScript, and warns when it finds none.
  settings.enableAutoTranspile = false
  const asked = forHelp(words)
  try {
    refuseTopicAsJson(asked)
    await run(asked, { root: home, ignoreManifest: false })
  } catch (error) {
    if (!isExit(error)) reportError(error, asked, home)
  }
}

// `annex help validate` means `annex validate --help`.
function forHelp(words: string[]): string[] {
  const [first, ...about] = words
  return first === 'help' ? [...about.filter((word) => word !== 'help'), '--help'] : words
}

// oclif throws after it has printed a help page.
function isExit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIT'
}
