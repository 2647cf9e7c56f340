import { spawnSync } from 'node:child_process'
import { openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { home, newFolder } from '../scenarios/annex.ts'

it.each([['validate'], ['fmt', '--check']])('a file with 200,000 errors is reported to its end: %s', (...command) => {
  const folder = newFolder()
  const unknown = Array.from({ length: 200_000 }, (_, index) => `unknown${index}: 1\n`).join('')
  writeFileSync(join(folder, 'list.yaml'), `document: list\ntitle: {en: List}\nentries: []\n${unknown}`)
  const printed = join(folder, 'printed')
  const { status, stderr } = spawnSync(process.execPath, [`${home}bin/run.js`, ...command, 'list.yaml'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', openSync(printed, 'w'), 'pipe'],
  })
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(readFileSync(printed, 'utf8').trimEnd().split('\n').at(-1)).toContain('200000 errors')
})
