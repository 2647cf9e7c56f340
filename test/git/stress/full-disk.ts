// Runs in a mount namespace of its own (unshare -rm). Puts a repository on a small disk, fills it so that fewer and fewer
// bytes are left, has a clerk record once each time, and says as JSON how each ended and what git finds.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [repository = '', clerk = '', disk = '', steps = '1'] = process.argv.slice(2)
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk])
const folder = join(disk, 'repository')
const filler = join(disk, 'filler')

function git(...args: string[]): string {
  const { stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
  return (stdout + stderr).trim()
}

for (let step = 0; step < Number(steps); step++) {
  rmSync(folder, { recursive: true, force: true })
  rmSync(filler, { force: true })
  cpSync(repository, folder, { recursive: true })
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail - step) * bsize))
  const before = git('rev-parse', 'main')
  const full = spawnSync(process.execPath, [clerk, folder, 'full', '1'], { encoding: 'utf8' })
  const after = git('rev-parse', 'main')
  rmSync(filler)
  const next = spawnSync(process.execPath, [clerk, folder, 'next', '1'], { encoding: 'utf8' })
  const result = {
    pages: step,
    recorded: full.status === 0,
    said: full.stderr.trim(),
    moved: before !== after,
    nextSaid: next.stderr.trim(),
    fsck: git('fsck', '--strict', '--no-dangling'),
    status: git('status', '--porcelain'),
    reflog: git('reflog', 'main', '--format=%gs'),
    leftovers: execFileSync('find', [folder, '-name', '*.lock', '-o', '-name', 'tmp_obj_*'], { encoding: 'utf8' }),
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
