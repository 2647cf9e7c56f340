import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const home = fileURLToPath(new URL('../..', import.meta.url))
const shipped = join(home, 'docs/examples')

it('the examples are what the program writes now, to the byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annex-examples-'))
  const run = spawnSync(process.execPath, [join(home, 'build/examples.js'), folder], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  const names = readdirSync(shipped).filter((name) => name !== 'README.md')
  expect(readdirSync(folder).sort()).toEqual(names.sort())
  const stale = names.filter((name) => !readFileSync(join(folder, name)).equals(readFileSync(join(shipped, name))))
  expect(stale, 'run npm run examples').toEqual([])
  const told = readFileSync(join(shipped, 'README.md'), 'utf8')
  expect(names.filter((name) => !told.includes(`\`${name}\``))).toEqual([])
})
