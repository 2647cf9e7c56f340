// Writes docs/examples: the annexes, and the amendment of the demo, in each format for delegations. The bytes are the
// same each time: author and dates are fixed, and the configuration of the machine is not read.
// Usage: npm run examples [-- FOLDER]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const examples = process.argv[2] ?? join(home, 'docs/examples')
const place = mkdtempSync(join(tmpdir(), 'annex-examples-'))
const folder = join(place, 'convention')
const clerk = { NAME: 'Exercise Clerk', EMAIL: 'clerk@exercise.example', DATE: '2021-01-15T12:00:00Z' }
const environment = { ...process.env, HOME: place, XDG_CONFIG_HOME: place, GIT_CONFIG_NOSYSTEM: '1', TZ: 'UTC' }
for (const [key, value] of Object.entries(clerk)) {
  environment[`GIT_AUTHOR_${key}`] = value
  environment[`GIT_COMMITTER_${key}`] = value
}

/** Runs one command in a folder; any exit code other than 0 stops the script. */
function annexIn(where, ...words) {
  const run = spawnSync(process.execPath, [join(home, 'bin/run.js'), ...words], {
    cwd: where,
    env: environment,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`annex ${words.join(' ')} ended with ${run.status}\n${run.stdout}${run.stderr}`)
}

const annex = (...words) => annexIn(folder, ...words)
const example = (name) => join(examples, name)

mkdirSync(examples, { recursive: true })
annexIn(home, 'init', folder)
annex('party', 'import', join(home, 'demo/exercise-parties.yaml'))
annex(
  ...['proposal', 'new', 'add-budapest', '--basis', '70.1', '--document', 'annex-1', '--by', 'FRA'],
  ...['--title', 'Addition of the Convention on Cybercrime'],
  ...['--statement', 'Its offences, by means of computer systems, are directly related to international crime.'],
)
annex(
  ...['entry', 'add', 'annex-1', 'budapest-2001'],
  ...['--text', 'Convention on Cybercrime (Budapest, 23 November 2001)'],
  ...['--done-at', 'Budapest', '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional'],
)
annex('proposal', 'commit', '-m', 'Add the Convention on Cybercrime')
annex('proposal', 'circulate', 'add-budapest', '--on', '2021-01-15', '--ref', 'C.N.1.2021.TREATIES (exercise)')
annex(
  'proposal',
  'record',
  'add-budapest',
  'objection',
  '--party',
  'BRA',
  '--on',
  '2021-02-01',
  '--ref',
  'C.N.2.2021.TREATIES (exercise)',
)
annex('proposal', 'adopt', 'add-budapest', '--as-of', '2021-08-14')

/** A document at an edition, in each format that a file name ends with. */
function print(document, edition, name) {
  const at = ['--at', `${document}/${edition}`]
  annex('show', document, ...at, '--format', 'docx', '-o', example(`${name}.docx`))
  annex('export', document, ...at, '--as-of', '2021-08-14', '--format', 'akn', '-o', example(`${name}.akn.xml`))
}

for (const document of ['annex-1', 'technical-annex', 'article-4']) print(document, 'v1', document)
print('annex-1', 'v2', 'annex-1.v2')
for (const document of ['technical-annex', 'article-4']) {
  annex('export', document, '--as-of', '2021-08-14', '--format', 'skos', '-o', example(`${document}.skos.json`))
}
for (const format of ['html', 'md']) {
  annex(
    'diff',
    'annex-1/v1',
    'annex-1/v2',
    '--document',
    'annex-1',
    '--format',
    format,
    '-o',
    example(`add-budapest.redline.${format}`),
  )
  annex('changelog', '--as-of', '2021-08-14', '--format', format, '-o', example(`changelog.${format}`))
}
annex('proposal', 'diff', 'add-budapest', '--format', 'docx', '-o', example('add-budapest.redline.docx'))
annex('changelog', '--as-of', '2021-08-14', '--format', 'atom', '-o', example('changelog.atom.xml'))
