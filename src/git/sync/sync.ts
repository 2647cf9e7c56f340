import { setTimeout as pause } from 'node:timers/promises'
import { readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { GitError } from '../git-error.ts'
import { checkContinued } from '../memory/check-continued.ts'
import { noteServerMain } from '../memory/known-main.ts'
import { receive } from '../receive/incoming.ts'
import { resolveRef } from '../refs/read.ts'
import { type SyncAttempt, type SyncContext, writing } from '../repository/context.ts'
import type { SyncReport } from '../repository/repository.ts'
import { resolveRevision } from '../repository/revision.ts'
import { gitTransport } from '../transport/git-transport.ts'
import { httpTransport } from '../transport/http-transport.ts'
import { type Addresses, findRemote } from '../transport/remote-settings.ts'
import { isBrokenConnection, isOvertaken, type RefPush, type Transport } from '../transport/transport.ts'
import { localCommits } from './replay-commits.ts'
import { syncMain, syncSharedBranches, updateRemoteRefs } from './sync-branches.ts'
import { syncTags } from './sync-tags.ts'

/** How long to try again, in milliseconds, and how often at least, when the server's refs keep moving. */
const PATIENCE = 120_000
const TRIES = 12
/** How many connections may break. */
const BREAKS = 5

/**
 * Synchronizes with a server: fetches, replays local commits on top of the remote's main, then pushes main, the shared
 * branches and the tags. A push that fails because the server's ref has moved since is tried again after a fetch. A shared
 * branch is never rewritten, and a tag that was shared is never moved.
 * @throws GitError network, not-found, moved-meanwhile, would-overwrite, not-allowed
 */
export async function sync(opened: SyncContext, mainBranch: string, name?: string): Promise<SyncReport> {
  const configuration = readConfiguration(opened.folders)
  const { name: remote, ...addresses } = findRemote(configuration, mainBranch, name)
  const who = identify('committer', configuration)
  const leaveOut = opened.options.leaveOut?.map((revision) => resolveRevision(opened, revision))
  const context = { ...opened, options: { ...opened.options, leaveOut } }
  const transport = transportFor(context, addresses)
  const report: SyncReport = {
    remote,
    url: transport.place,
    received: [],
    sent: [],
    replayed: 0,
    leftOut: [],
    disagreements: [],
    retries: [],
  }
  const start = performance.now()
  let breaks = 0
  for (let tries = 1; ; tries++) {
    const given = { ...context, mainBranch, who, report }
    const outcome = await tryOnce(given, transport, tries === 1).catch((cause: unknown): Retry => {
      if (!isBrokenConnection(cause) || tries === 1) throw cause
      return { reason: cause.message, isBroken: true }
    })
    if (outcome === 'done') return sorted(report)
    report.retries.push(outcome.reason)
    breaks += outcome.isBroken ? 1 : 0
    const isLate = tries >= TRIES && performance.now() - start > PATIENCE
    if (isLate || breaks >= BREAKS) throw gaveUp(context, transport, tries, outcome)
    await pause(20 * Math.min(tries, TRIES) * Math.random())
  }
}

/** Why an attempt failed that may succeed when it is made again. */
interface Retry {
  reason: string
  /** Whether the connection broke; otherwise the server's refs have moved. */
  isBroken: boolean
}

async function tryOnce(
  given: Omit<SyncAttempt, 'refs'>,
  transport: Transport,
  isFirst: boolean,
): Promise<'done' | Retry> {
  const { report } = given
  report.disagreements = []
  const incoming = await receive(given, given.mainBranch, transport.place, (quarantine) => transport.fetch(quarantine))
  const { refs } = incoming
  const pushes = await writing(given, async () => {
    incoming.takeIn()
    const attempt: SyncAttempt = { ...given, refs }
    checkContinued(attempt)
    if (isFirst) checkLeftOut(attempt)
    await updateRemoteRefs(attempt)
    const main = await syncMain(attempt)
    const theirs = refs.get(`refs/heads/${given.mainBranch}`)
    if (theirs !== undefined) await noteServerMain(given, report.url, theirs)
    // Directly after main: a shared branch may still be refused, and must not keep a tag from its replayed commit.
    const tags = await syncTags(attempt)
    const aboutTags = report.disagreements.splice(0)
    const shared = await syncSharedBranches(attempt)
    report.disagreements.push(...aboutTags)
    // Main may record a commit of a shared branch, so the server must have that branch first.
    return [...shared, ...main, ...tags]
  }).finally(() => incoming.discard())
  let retry: Retry | null = null
  for (const push of pushes) {
    const outcome = await send(transport, push, report)
    if (outcome === 'sent') await noteSent(given, push)
    else if (outcome !== 'rejected') retry = outcome
  }
  return retry ?? 'done'
}

async function noteSent(given: Omit<SyncAttempt, 'refs'>, { ref, to }: RefPush): Promise<void> {
  if (ref !== `refs/heads/${given.mainBranch}`) return
  await writing(given, () => noteServerMain(given, given.report.url, to))
}

/** Only a local commit of main that is not yet shared can be left out. */
function checkLeftOut({ mainBranch, refs, ...context }: SyncAttempt): void {
  const ref = `refs/heads/${mainBranch}`
  const [ours, theirs] = [resolveRef(context.folders, ref), refs.get(ref)]
  const unshared = ours === null || theirs === undefined ? [] : localCommits(context, ours, theirs).map(({ id }) => id)
  const other = context.options.leaveOut?.find((id) => !unshared.includes(id))
  if (other === undefined) return
  const message = `${other.slice(0, 12)} cannot be left out: it is not a commit of ${mainBranch} that only this clone has`
  throw new GitError('not-allowed', message, `see git log ${mainBranch}`)
}

async function send(transport: Transport, push: RefPush, report: SyncReport): Promise<'sent' | 'rejected' | Retry> {
  const name = push.ref.replace(/^refs\/(heads|tags)\//, '')
  let refusal: string | null
  try {
    refusal = await transport.push(push)
  } catch (cause) {
    if (isBrokenConnection(cause)) return { reason: cause.message, isBroken: true }
    throw cause
  }
  if (refusal === null) {
    report.sent.push(name)
    return 'sent'
  }
  if (isOvertaken(refusal)) return { reason: `${name} was rejected: ${refusal}`, isBroken: false }
  report.disagreements.push(`The server rejected ${name}: ${refusal}`)
  return 'rejected'
}

function transportFor(context: SyncContext, { url, pushUrl }: Addresses): Transport {
  const to = (address: string) =>
    /^https?:\/\//i.test(address) ? httpTransport(context, address) : gitTransport(context, address)
  const transport = to(url)
  return pushUrl === url ? transport : { ...transport, push: to(pushUrl).push }
}

function sorted(report: SyncReport): SyncReport {
  return { ...report, received: [...new Set(report.received)].sort(), sent: [...new Set(report.sent)].sort() }
}

function gaveUp({ folders }: SyncContext, { place }: Transport, tries: number, { reason }: Retry): GitError {
  const message = `could not push to ${place} in ${tries} tries; the last failed because ${reason}`
  return new GitError('network', message, `run ${folders.program} sync again; all commits are kept in this clone`)
}
