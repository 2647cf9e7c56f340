import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many records each office files: one objection on each of so many proposals. */
export const RECORDS = 20

const CLERK = {
  GIT_AUTHOR_NAME: 'Clerk',
  GIT_AUTHOR_EMAIL: 'clerk@example.org',
  GIT_COMMITTER_NAME: 'Clerk',
  GIT_COMMITTER_EMAIL: 'clerk@example.org',
}
Object.assign(process.env, CLERK)

// The Convention is in force with thirty Parties, so all of them are in the register.
const CODES =
  'FRA AUS AUT BEL BRA CAN CHL CHN COL CUB CZE DEU DNK EGY ESP EST FIN FJI GBR GHA GRC HUN IDN IND IRL ISL ITA JAM JPN KEN KOR LUX LVA MAR MEX MLT MYS NGA NLD NOR NZL PAK PER PHL POL PRT QAT ROU RWA SEN SGP SVK SVN SWE THA TON TUN TUR UGA UKR URY'.split(
    ' ',
  )

/** Makes a server's repository with proposals that run, and a clone for each office. */
export function prepare(home, folder, offices) {
  mkdirSync(folder, { recursive: true })
  const first = join(folder, 'first')
  const parties = CODES.slice(0, offices)
  if (parties.length < offices) throw new Error(`there are ${CODES.length} offices at most`)
  const run = (program, ...words) => {
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  }
  const annex = (...words) => run(process.execPath, join(home, 'bin/run.js'), ...words)
  annex('init', first)
  const register = CODES.map((code) => `  - {code: ${code}, instrument: ratification, deposited: 2017-03-01}`)
  writeFileSync(join(folder, 'parties.yaml'), `parties:\n${register.join('\n')}\n`)
  annex('party', 'import', join(folder, 'parties.yaml'), '--repo', first)
  for (let number = 1; number <= RECORDS; number += 1) circulate(annex, first, `p${number}`)
  run('git', '-C', first, 'switch', '-q', 'main')
  const server = join(folder, 'server.git')
  run('git', 'clone', '-q', '--bare', first, server)
  run('git', '-C', server, 'config', 'http.receivepack', 'true')
  const clones = parties.map((code) => {
    const clone = join(folder, code)
    run('git', 'clone', '-q', server, clone)
    return clone
  })
  return { server, clones, parties }
}

function circulate(annex, repo, id) {
  const where = ['--repo', repo]
  const statement = 'Directly related to international crime.'
  const about = ['--document', 'annex-1', '--by', 'FRA', '--title', `Proposal ${id}`, '--statement', statement]
  const facts = ['--done-at', 'Place', '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
  annex('proposal', 'new', id, '--basis', '70.1', ...about, ...where)
  annex('entry', 'add', 'annex-1', `entry-${id}`, '--text', `Convention ${id}`, ...facts, ...where)
  annex('proposal', 'commit', '-m', `Draft ${id}`, ...where)
  annex('proposal', 'circulate', id, '--on', '2021-01-15', '--ref', `C.N.${id}`, ...where)
}
