import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file anew, also where git had made it read-only. */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  rmSync(path, { force: true, recursive: true })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}
