import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLERK, home, newFolder } from './annex.ts'

const README = readFileSync(join(home, 'README.md'), 'utf8')

/** The block of commands under a heading. */
function commandsUnder(heading: string): string {
  const [, section = ''] = README.split(`## ${heading}\n`)
  return /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? ''
}

describe('the README', () => {
  it('has commands for a first proposal that work as written', () => {
    const user = newFolder()
    const programs = join(user, 'programs')
    mkdirSync(programs)
    // What npm link would put on the PATH.
    writeFileSync(join(programs, 'annex'), `#!/bin/sh\nexec "${process.execPath}" "${home}bin/run.js" "$@"\n`, {
      mode: 0o755,
    })
    const script = commandsUnder('A first proposal of your own').replace('npm link && ', '')
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, ...CLERK, HOME: user, PATH: `${programs}:${process.env.PATH}` },
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('add-budapest (70.1), as of 2021-08-14: in force.')
  })

  it('gives the commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    for (const [, script = ''] of README.matchAll(/npm run ([a-z:]+)/g)) expect(scripts).toHaveProperty([script])
  })
})
