import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { annexDone, CLERK, exerciseRepository, git, newFolder } from './annex.ts'

/** A repository whose own configuration and files name programs wherever git or this program could look for one. */
export interface HostileRepository {
  folder: string
  /** Returns which of its programs have run since the last call. */
  haveRun(): string[]
}

/** Settings that name a program, or something that runs one (git-config(1)). */
export const PROGRAMS = [
  ...['core.fsmonitor', 'core.editor', 'core.pager', 'core.askPass', 'core.sshCommand', 'core.gitProxy'],
  ...[
    'core.alternateRefsCommand',
    'sequence.editor',
    'pager.log',
    'pager.diff',
    'pager.show',
    'interactive.diffFilter',
  ],
  ...['gpg.program', 'gpg.openpgp.program', 'gpg.ssh.program', 'gpg.x509.program', 'gpg.ssh.defaultKeyCommand'],
  ...['credential.helper', 'credential.https://treaty.example.helper', 'diff.external', 'diff.trap.command'],
  ...['diff.trap.textconv', 'merge.trap.driver', 'merge.tool', 'mergetool.trap.cmd', 'difftool.trap.cmd'],
  ...['filter.trap.clean', 'filter.trap.smudge', 'filter.trap.process', 'diff.annex.textconv', 'merge.annex.driver'],
  ...['remote.origin.uploadpack', 'remote.origin.receivepack', 'remote.origin.vcs', 'uploadpack.packObjectsHook'],
  ...[
    'trailer.trap.cmd',
    'trailer.trap.command',
    'web.browser',
    'browser.trap.cmd',
    'man.trap.cmd',
    'log.showSignature',
  ],
  ...['alias.log', 'alias.credential', 'alias.verify-commit', 'ssh.variant', 'instaweb.httpd', 'init.templateDir'],
] as const

const HOOKS = [
  ...['applypatch-msg', 'pre-applypatch', 'post-applypatch', 'pre-commit', 'pre-merge-commit', 'prepare-commit-msg'],
  ...['commit-msg', 'post-commit', 'pre-rebase', 'post-checkout', 'post-merge', 'pre-push', 'pre-receive', 'update'],
  ...['proc-receive', 'post-receive', 'post-update', 'reference-transaction', 'push-to-checkout', 'pre-auto-gc'],
  ...['post-rewrite', 'sendemail-validate', 'fsmonitor-watchman', 'post-index-change'],
] as const

/** Programs that this one, or a program that it runs, looks up by name. */
const NAMES = [
  'git',
  'gpg',
  'gpg2',
  'gpgconf',
  'ssh',
  'ssh-keygen',
  'sh',
  'less',
  'more',
  'vi',
  'node',
  'npm',
  'npx',
  'annex',
]

/** The folders of the repository that contain programs with such names. */
export const OWN_FOLDERS = ['.', 'bin', 'node_modules/.bin']

/** Makes the exercise's repository with a circulated proposal, then sets every trap. */
export function hostileRepository(): HostileRepository {
  const folder = exerciseRepository()
  addProposal(folder)
  addSignatures(folder)
  const marks = newFolder()
  const trap = (name: string, into = newFolder()): string => {
    const file = join(into, name.replace(/[^\w.-]/g, '-'))
    writeFileSync(file, `#!/bin/sh\n: > '${join(marks, name.replaceAll('/', '-'))}'\nexit 0\n`)
    chmodSync(file, 0o755)
    return file
  }
  const included = join(folder, '.git', 'included')
  for (const [index, key] of PROGRAMS.entries()) {
    git(folder, 'config', '--file', index % 2 === 0 ? included : '.git/config', key, trap(key))
  }
  for (const [key, value] of Object.entries(otherSettings(folder))) git(folder, 'config', key, value)
  for (const hook of HOOKS) trap(hook, join(folder, '.git', 'hooks'))
  for (const own of OWN_FOLDERS) {
    mkdirSync(join(folder, own), { recursive: true })
    for (const name of NAMES) trap(name, join(folder, own))
  }
  writeFileSync(join(folder, '.git', 'info', 'attributes'), '* filter=trap diff=trap merge=trap text\n')
  const haveRun = () => {
    const names = readdirSync(marks).sort()
    for (const name of names) rmSync(join(marks, name))
    return names
  }
  return { folder, haveRun }
}

/** Settings that lead to files of the repository, or turn a protection off. */
function otherSettings(folder: string): Record<string, string> {
  return {
    'include.path': 'included',
    'core.hooksPath': join(folder, '.git', 'hooks'),
    'core.attributesFile': join(folder, '.git', 'info', 'attributes'),
    'gpg.ssh.allowedSignersFile': join(folder, 'everybody'),
    'gpg.ssh.revocationFile': join(folder, 'nobody'),
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
    'safe.directory': '*',
    'remote.origin.url': `ext::${join(folder, 'bin', 'git')}`,
    'http.proxy': 'http://127.0.0.1:9',
    'http.sslVerify': 'false',
    'log.showSignature': 'true',
    'merge.verifySignatures': 'true',
    'commit.gpgSign': 'true',
  }
}

function addProposal(folder: string): void {
  const proposal = ['new', 'add-budapest', '--basis', '70.1', '--document', 'annex-1', '--by', 'FRA']
  const words = ['--title', 'Addition', '--statement', 'Its offences are directly related to international crime.']
  annexDone(folder, 'proposal', ...proposal, ...words)
  const text = ['--text', 'Convention on Cybercrime (Budapest, 23 November 2001)', '--done-at', 'Budapest']
  const facts = ['--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']
  annexDone(folder, 'entry', 'add', 'annex-1', 'budapest-2001', ...text, ...facts)
  annexDone(folder, 'proposal', 'commit', '-m', 'Add it')
  annexDone(folder, 'proposal', 'circulate', 'add-budapest', '--on', '2021-01-15', '--ref', 'C.N.1')
  git(folder, 'switch', '-q', 'main')
}

/** Names two keys, and adds a commit with an OpenPGP signature that is none: gpg has to be asked. */
function addSignatures(folder: string): void {
  const key = join(newFolder(), 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
  const keys = join(folder, 'annexes/register/keys')
  const [who, openpgp] = [CLERK.GIT_AUTHOR_EMAIL, `openpgp4fpr:${'A'.repeat(40)}`]
  writeFileSync(keys, `${who} ${readFileSync(`${key}.pub`, 'utf8')}${who} ${openpgp}\n`)
  git(folder, 'add', '.')
  git(folder, '-c', 'gpg.format=ssh', '-c', `user.signingKey=${key}`, 'commit', '-q', '-S', '-m', 'Name the keys')
  writeFileSync(keys, `# Two keys\n${readFileSync(keys, 'utf8')}`)
  git(folder, 'commit', '-qam', 'Say how many')
  const commit = git(folder, 'cat-file', 'commit', 'main')
  const forged = ['-----BEGIN PGP SIGNATURE-----', '', 'iHUEABYKAB0WIQ==', '-----END PGP SIGNATURE-----'].join('\n ')
  const input = commit.replace('\n\n', `\ngpgsig ${forged}\n\n`)
  const id = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
    cwd: folder,
    input,
    encoding: 'utf8',
  })
  git(folder, 'update-ref', 'refs/heads/main', id.trim())
}
