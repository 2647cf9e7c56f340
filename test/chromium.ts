import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of this machine; undefined where there is none. CHROMIUM names one. */
export const chromium = CANDIDATES.find((file) => file !== undefined && existsSync(file))

// A browser in a test talks to nobody.
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--virtual-time-budget=10000'],
]

/** Opens a page from a file, runs its scripts, and gives what the page then is, as HTML. */
export function pageAfterScripts(file: string, ...flags: string[]): string {
  const profile = mkdtempSync(join(tmpdir(), 'annex-profile-'))
  const words = [...FLAGS, ...flags, `--user-data-dir=${profile}`, '--dump-dom', pathToFileURL(file).href]
  return spawnSync(chromium ?? '', words, { encoding: 'utf8' }).stdout
}
