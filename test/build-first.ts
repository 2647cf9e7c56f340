import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The scenarios run the program as users do, from dist/: it is built from the sources that are tested. */
export default function buildFirst(): void {
  const home = fileURLToPath(new URL('..', import.meta.url))
  for (const script of ['build/validators.js', 'build/bundle.js', 'build/library.js']) {
    execFileSync(process.execPath, [script], { cwd: home, stdio: 'inherit' })
  }
}
