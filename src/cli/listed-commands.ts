import { readFileSync } from 'node:fs'
import type { ListedCommands } from './completion/command-line.ts'

/** The commands and their flags, as oclif's manifest lists them. @param home the folder of this package's package.json */
export function listedCommands(home: string): ListedCommands {
  return JSON.parse(readFileSync(`${home}oclif.manifest.json`, 'utf8')).commands
}
