// The life of one proposal from start to end, with the program's own commands, in a temporary folder that is kept.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'

const home = fileURLToPath(new URL('..', import.meta.url))
const folder = join(mkdtempSync(join(tmpdir(), 'annex-demo-')), 'convention')

// The clerk of this exercise. Otherwise the name comes from git's configuration.
const environment = {
  ...process.env,
  GIT_AUTHOR_NAME: 'Exercise Clerk',
  GIT_AUTHOR_EMAIL: 'clerk@exercise.example',
  GIT_COMMITTER_NAME: 'Exercise Clerk',
  GIT_COMMITTER_EMAIL: 'clerk@exercise.example',
}

let step = 0
function chapter(title, ...lines) {
  step += 1
  const heading = `${step}. ${title}`
  console.log(`\n${styleText('bold', heading)}\n${'─'.repeat(heading.length)}`)
  if (lines.length > 0) console.log(lines.join('\n'))
}

const shown = (word) => (/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

/** Runs one command of the program; `expect` is the exit code that this step is meant to give. */
function annex(words, { expect = 0, quiet = false } = {}) {
  if (!quiet) console.log(`\n${styleText('cyan', `$ annex ${words.map(shown).join(' ')}`)}`)
  const run = spawnSync(process.execPath, [join(home, 'bin/run.js'), ...words], {
    cwd: step > 1 ? folder : home,
    env: environment,
    encoding: 'utf8',
  })
  if (!quiet) process.stdout.write(run.stdout)
  if (run.status === expect) return run.stdout
  process.stderr.write(run.stderr)
  console.error(`The demo stops: annex ${words.join(' ')} ended with ${run.status}, not ${expect}. See ${folder}`)
  process.exit(1)
}

const say = (...lines) => console.log(`\n${lines.join('\n')}`)

console.log(`This is an exercise. The Parties, their dates and their objections are made up; the Convention's words, its rules
and the Convention on Cybercrime are real.`)

chapter('A repository with the Convention’s own text')
annex(['init', folder])

chapter(
  'Thirty-six Parties',
  'The register of Parties is a file; here it is filled from a list made up for this exercise.',
)
annex(['party', 'import', join(home, 'demo/exercise-parties.yaml')])

chapter(
  'France proposes an addition to Annex 1',
  'Article 70, paragraph 1: any State Party may propose amendments to the list.',
)
annex([
  'proposal',
  'new',
  'add-budapest',
  '--basis',
  '70.1',
  '--document',
  'annex-1',
  '--by',
  'FRA',
  '--title',
  'Addition of the Convention on Cybercrime',
  '--statement',
  'The Convention on Cybercrime makes offences of acts against and by means of computer systems, and is open to States of every region; its offences are directly related to international crime.',
])

chapter(
  'A first draft is refused',
  'The draft names a convention for which no entry into force is recorded. Article 70, paragraph 3 requires one.',
)
annex([
  'entry',
  'add',
  'annex-1',
  'malabo-2014',
  '--text',
  'African Union Convention on Cyber Security and Personal Data Protection (Malabo, 27 June 2014)',
  '--done-at',
  'Malabo',
  '--done-on',
  '2014-06-27',
  '--scope',
  'regional',
])
annex(['proposal', 'check', 'add-budapest', '--as-of', '2021-01-15'], { expect: 1 })
say('Exit code 1: there are findings. Nothing was sent to anybody. The entry is removed.')
annex(['entry', 'remove', 'annex-1', 'malabo-2014'])

chapter(
  'The right draft passes',
  'The Convention on Cybercrime: Budapest, 23 November 2001, in force since 1 July 2004, regional, open to others.',
)
annex([
  'entry',
  'add',
  'annex-1',
  'budapest-2001',
  '--text',
  'Convention on Cybercrime (Budapest, 23 November 2001)',
  '--done-at',
  'Budapest',
  '--done-on',
  '2001-11-23',
  '--in-force',
  '2004-07-01',
  '--scope',
  'regional',
])
annex(['proposal', 'check', 'add-budapest', '--as-of', '2021-01-15'])
annex(['proposal', 'commit', '-m', 'Add the Convention on Cybercrime to the list'])

chapter('The redline')
annex(['proposal', 'diff', 'add-budapest'])

chapter(
  'The Secretary-General sends it out',
  'From this day the text is frozen, and six months run in which a third of the Parties can stop it (Article 70, paragraph 4).',
)
annex(['proposal', 'circulate', 'add-budapest', '--on', '2021-01-15', '--ref', 'EXERCISE-2021-1'])

const OBJECTING = ['ARG', 'BRA', 'CHL', 'CIV', 'CRI', 'EGY', 'GHA', 'IDN', 'IND', 'KEN', 'MEX', 'PER']
chapter('Twelve Parties object', 'Twelve of thirty-six is exactly one third.')
for (const [place, party] of OBJECTING.entries()) {
  const day = `2021-0${2 + Math.floor(place / 4)}-${String(3 + (place % 4) * 6).padStart(2, '0')}`
  annex(
    [
      'proposal',
      'record',
      'add-budapest',
      'objection',
      '--party',
      party,
      '--on',
      day,
      '--ref',
      `EXERCISE-2021-${place + 2}`,
    ],
    { quiet: place > 0 && place < 11 },
  )
  if (place === 1) say('… ten more objections …')
}

chapter(
  'Status',
  'No decision is final before the period ends. If it ended now, the objections would stop the amendment.',
)
annex(['proposal', 'status', 'add-budapest', '--as-of', '2021-03-01'])
annex(['proposal', 'status', 'add-budapest', '--as-of', '2021-07-16'])

chapter(
  'One objection is withdrawn on the last day',
  'The Convention has no rule on withdrawal. The program takes a reading, says which, and what another reading would change.',
)
annex([
  'proposal',
  'record',
  'add-budapest',
  'objection-withdrawn',
  '--party',
  'PER',
  '--on',
  '2021-07-15',
  '--ref',
  'EXERCISE-2021-14',
])
annex(['proposal', 'status', 'add-budapest', '--as-of', '2021-07-16'])
annex(['proposal', 'status', 'add-budapest', '--as-of', '2021-08-14'])

chapter(
  'Brazil accepts later',
  'Article 70, paragraph 7: thirty days after it notifies, never before the amendment itself.',
)
annex([
  'proposal',
  'record',
  'add-budapest',
  'acceptance',
  '--party',
  'BRA',
  '--on',
  '2021-08-02',
  '--ref',
  'EXERCISE-2021-15',
])

chapter('Adoption', 'The change is merged into main and the new edition gets its tag.')
annex(['proposal', 'adopt', 'add-budapest', '--as-of', '2021-08-14'])

chapter('The changelog')
annex(['changelog', '--as-of', '2021-08-14'])

chapter(
  'So there is no single Annex 1',
  'On 14 August 2021 France, which did not object, is bound by seventeen items; Brazil, which objected, still by sixteen.',
)
annex(['show', 'annex-1', '--for', 'FRA', '--as-of', '2021-08-14'])
annex(['show', 'annex-1', '--for', 'BRA', '--as-of', '2021-08-14'])
say('On 1 September 2021, thirty days after it accepted, Brazil is bound too:')
annex(['show', 'annex-1', '--for', 'BRA', '--as-of', '2021-09-01'])

say(
  styleText('bold', 'Done.'),
  `The repository is left in ${folder}`,
  'Look around in it with plain git:',
  `  cd ${folder}`,
  '  git log --graph --oneline --all',
  '  git show annex-1/v2',
  '  git diff annex-1/v1 annex-1/v2',
)
