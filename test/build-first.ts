import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { annexDone, home, TEMPLATES } from './scenarios/annex.ts'

/**
 * The scenarios run the program as users do, from dist/: it is built from the sources that are tested. Most begin with the
 * same two repositories: each is made once, by the program just built, and copied.
 */
export default function buildFirst(): () => void {
  for (const script of ['build/validators.js', 'build/bundle.js', 'build/library.js']) {
    execFileSync(process.execPath, [script], { cwd: home, stdio: 'inherit' })
  }
  const templates = mkdtempSync(join(tmpdir(), 'annex-templates-'))
  annexDone(home, 'init', join(templates, 'new'))
  spawnSync('cp', ['-a', join(templates, 'new'), join(templates, 'exercise')])
  annexDone(join(templates, 'exercise'), 'party', 'import', join(home, 'demo/exercise-parties.yaml'))
  process.env[TEMPLATES] = templates
  return () => rmSync(templates, { recursive: true, force: true })
}
