import { namesAddress, type SignatureCheck } from '../../git/index.ts'
import { type Finding, isKnownError, type KnownError } from '../../treaty/index.ts'
import { KEYS } from './acts/judge-commit.ts'
import { type Audit, about, unreadable } from './audit.ts'
import { type MainCommit, named } from './main-history.ts'

/** A commit or tag that must be signed. */
interface Signed {
  object: string
  called: string
  /** The author's address; null for a tag. */
  author: string | null
  /** The commit whose file of keys says who may sign. */
  keysAt: string
}

/** How many signatures were checked; null if the repository has no keys. */
export interface SignaturesVerified {
  count: number | null
  findings: Finding[]
}

/**
 * Checks signatures once main has the file annexes/register/keys. Each commit that changes the record, and the tag of each edition, must
 * be signed by a key that the file listed one commit before. So no commit can authorize its own signature, except the one that
 * added the file.
 */
export async function verifySignatures(audit: Audit): Promise<SignaturesVerified> {
  const due = await mustBeSigned(audit)
  const findings = keysFindings(audit)
  if (due.length === 0) return { count: null, findings }
  for (const signed of due) {
    try {
      const keys = await audit.repository.at(signed.keysAt).readFile(KEYS)
      const check = await audit.repository.checkSignature(signed.object, keys ?? new Uint8Array())
      findings.push(...judge(signed, check))
    } catch (error) {
      if (!isKnownError(error)) throw error
      findings.push(error.code === 'not-found' ? notChecked(signed, error) : unreadable(error, KEYS))
    }
  }
  const leftOut = findings.filter(({ rule }) => rule === 'verify/signatures-left-out')
  return { count: due.length - leftOut.length, findings }
}

async function mustBeSigned({ history, repository, tags }: Audit): Promise<Signed[]> {
  const hasKeys = new Set<string>()
  for (const parent of history.commits.flatMap(({ parents }) => parents)) {
    if (history.believed.has(parent) && (await repository.at(parent).readFile(KEYS)) !== null) hasKeys.add(parent)
  }
  const due: Signed[] = []
  for (const { commit, parents, changes } of history.commits) {
    const change = changes.find(({ path }) => path === KEYS)
    const keysAt = parents.find((parent) => hasKeys.has(parent)) ?? (change?.after ? commit.id : undefined)
    if (keysAt === undefined) continue
    hasKeys.add(commit.id)
    if (changes.length === 0 && parents.length < 2) continue
    due.push({ object: commit.id, called: `Commit ${named(commit)}`, author: commit.author.email, keysAt })
  }
  const ofEditions = tags.filter(({ commit }) => hasKeys.has(commit))
  return [
    ...due,
    ...ofEditions.map(({ name, object, commit }) => ({
      object,
      called: `The tag ${name}`,
      author: null,
      keysAt: commit,
    })),
  ]
}

/** The file of keys is never removed, and never lets everybody sign. */
function keysFindings({ history, repository }: Audit): Finding[] {
  return history.commits.flatMap((main) => {
    const change = main.changes.find(({ path }) => path === KEYS)
    if (change === undefined) return []
    if (change.after === null) return [keysRemoved(main)]
    const text = Buffer.from(repository.readBlob(change.after.id)).toString('utf8')
    return namesEverybody(text) ? [keysForAll(main)] : []
  })
}

// The first field of a line lists principals, with wildcards. A pattern of wildcards alone fits every address.
function namesEverybody(text: string): boolean {
  const principals = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => (line.trim().split(/\s/)[0] ?? '').replaceAll('"', '').split(','))
  return principals.some((principal) => /^[*?@.]+$/.test(principal))
}

function keysRemoved(main: MainCommit): Finding {
  return about(main, 'verify/keys-removed', 'removed the file of keys', 'Restore it with git revert.', KEYS)
}

function keysForAll(main: MainCommit): Finding {
  const hint = 'Write the address of each signer: a pattern like * lets one key sign for everybody.'
  return about(main, 'verify/keys-open', 'lists a key for every address', hint, KEYS)
}

function judge({ called, author }: Signed, { state, signer }: SignatureCheck): Finding[] {
  if (state !== 'good') return [notSigned(called, state)]
  if (author === null || signer === null || namesAddress(signer, author)) return []
  return [
    {
      rule: 'verify/author-forged',
      level: 'error',
      message: `${called} names ${author} as its author, but is signed by ${signer}.`,
      hint: 'Ask both; whoever signs a record must be its author.',
      at: { file: KEYS },
    },
  ]
}

const STATES = {
  none: 'is not signed',
  unknown: `is signed by a key that ${KEYS} did not list then`,
  bad: 'has an invalid signature',
} as const

function notSigned(called: string, state: keyof typeof STATES): Finding {
  return {
    rule: 'verify/signature',
    level: 'error',
    message: `${called} ${STATES[state]}.`,
    hint: 'Sign records: git config commit.gpgSign true, tag.gpgSign true, gpg.format and user.signingKey.',
    at: { file: KEYS },
  }
}

function notChecked({ called }: Signed, error: KnownError): Finding {
  return {
    rule: 'verify/signatures-left-out',
    level: 'error',
    message: `The signature was not checked. ${called}: ${error.message}.`,
    hint: `To check it, ${error.remedy}.`,
    at: { file: KEYS },
  }
}
