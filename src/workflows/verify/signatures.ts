import { namesAddress, type SignatureCheck } from '../../git/index.ts'
import { type Finding, isKnownError, type KnownError } from '../../treaty/index.ts'
import { unreadable } from './guarded.ts'
import { named } from './main-history.ts'
import type { Subject } from './subject.ts'

const KEYS = 'annexes/register/keys'

/** What is to be signed: a commit or tag, by whom it says it is, and the commit whose keys say who may sign. */
interface Signed {
  object: string
  called: string
  author: string | null
  keysAt: string
}

/** How many signatures were looked at; null where the repository keeps no keys. */
export interface SignaturesVerified {
  count: number | null
  findings: Finding[]
}

/**
 * Since main has the file annexes/register/keys, each commit that touches annexes/ and each edition's tag is signed by a key that
 * stood in it one commit before; so no commit can vouch for itself, but the one that brought the file.
 */
export async function verifySignatures(subject: Subject): Promise<SignaturesVerified> {
  const due = dueFrom(subject)
  if (due === null) return { count: null, findings: [] }
  const findings: Finding[] = []
  for (const signed of due) {
    try {
      const keys = await subject.repository.at(signed.keysAt).readFile(KEYS)
      const check = await subject.repository.checkSignature(signed.object, keys ?? new Uint8Array())
      findings.push(...judge(signed, check))
    } catch (error) {
      if (!isKnownError(error)) throw error
      if (error.code === 'not-found') return { count: 0, findings: [leftOut(error)] }
      findings.push(unreadable(error, KEYS))
    }
  }
  return { count: due.length, findings }
}

function dueFrom({ main, byPath, tags }: Subject): Signed[] | null {
  const [brought] = byPath.get(KEYS) ?? []
  const since = brought === undefined ? undefined : main.places.get(brought.commit.id)
  if (since === undefined) return null
  const commits = main.steps.slice(since).filter(({ paths }) => paths.length > 0)
  return [
    ...commits.map(({ commit, parent }) => ({
      object: commit.id,
      called: `Commit ${named(commit)}`,
      author: commit.author.email,
      keysAt: commit === brought?.commit ? commit.id : (parent ?? commit.id),
    })),
    ...tags
      .filter(({ commit }) => (main.places.get(commit) ?? -1) >= since)
      .map(({ name, object, commit }) => ({ object, called: `The tag ${name}`, author: null, keysAt: commit })),
  ]
}

function judge({ called, author }: Signed, { state, signer }: SignatureCheck): Finding[] {
  if (state !== 'good') return [notSigned(called, state)]
  if (author === null || signer === null || namesAddress(signer, author)) return []
  return [
    {
      rule: 'verify/author-forged',
      level: 'error',
      message: `${called} names ${author} as its author, and is signed by ${signer}.`,
      hint: 'Ask both; whoever signs a record names himself as its author.',
      at: { file: KEYS },
    },
  ]
}

const SAYS = {
  none: 'is not signed',
  unknown: `is signed by a key that ${KEYS} did not name then`,
  bad: 'has a signature that does not fit it',
} as const

function notSigned(called: string, state: keyof typeof SAYS): Finding {
  return {
    rule: 'verify/signature',
    level: 'error',
    message: `${called} ${SAYS[state]}.`,
    hint: 'Sign records: git config commit.gpgSign true, tag.gpgSign true, gpg.format and user.signingKey.',
    at: { file: KEYS },
  }
}

function leftOut(error: KnownError): Finding {
  return {
    rule: 'verify/signatures-left-out',
    level: 'warning',
    message: `No signature was verified: ${error.message}.`,
    hint: `To verify them, ${error.remedy}.`,
    at: { file: KEYS },
  }
}
