import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The command that starts this program from a shell, and whether it is found on the PATH, so that it survives an upgrade. */
export interface ShellCommand {
  command: string
  isOnPath: boolean
}

/**
 * Returns `annex` if the PATH leads to this installation, else the absolute paths of node and of the program.
 * @param home the folder of this package's package.json
 */
export function shellCommand(home: string, path = process.env.PATH ?? ''): ShellCommand {
  const program = join(home, 'bin', 'run.js')
  if (path.split(delimiter).some((folder) => leadsTo(folder, program))) return { command: 'annex', isOnPath: true }
  return { command: [process.execPath, program].map(quoted).join(' '), isOnPath: false }
}

// A folder of packages is on the PATH only while npm or npx runs.
function leadsTo(folder: string, program: string): boolean {
  const command = join(folder, 'annex')
  if (folder === '' || /node_modules[\\/]\.bin[\\/]?$/.test(folder) || !existsSync(command)) return false
  if (realpathSync(command) === realpathSync(program)) return true
  // On Windows, npm writes a script that starts the program.
  return (
    statSync(command).size < 4096 &&
    /node_modules[\\/]treaty-annex[\\/]bin[\\/]run\.js/.test(readFileSync(command, 'utf8'))
  )
}

// git runs the line in a shell.
function quoted(word: string): string {
  const path = word.replaceAll('\\', '/')
  return /^[\w/.:@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
