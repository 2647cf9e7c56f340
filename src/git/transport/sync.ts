import { setTimeout as pause } from 'node:timers/promises'
import { readConfiguration } from '../configuration/configuration.ts'
import { identify } from '../configuration/identity.ts'
import { GitError } from '../git-error.ts'
import { listRefs, resolveRef } from '../refs/read.ts'
import { type Context, writing } from '../repository/context.ts'
import type { SyncReport } from '../repository/repository.ts'
import { resolveRevision } from '../repository/revision.ts'
import { gitTransport } from './git-transport.ts'
import { isHaste } from './haste.ts'
import { httpTransport } from './http-transport.ts'
import { type Addresses, findRemote } from './remote-settings.ts'
import { ownCommits } from './replay.ts'
import { syncMain, syncProposal } from './sync-branch.ts'
import { noteRemoteRefs } from './sync-remote-refs.ts'
import { syncTags } from './sync-tags.ts'
import type { Syncing } from './syncing.ts'
import { isBrokenConnection, type RefPush, type Transport } from './transport.ts'

/** How long a push that others overtook, or a connection that broke, is tried again, in milliseconds; and how often at least. */
const PATIENCE = 120_000
const TRIES = 12

/**
 * Brings this clone and a server together: fetches, makes unshared records anew on top of the server's main, then pushes
 * main, proposals and tags. Until a push is taken nothing here is lost; a push that others overtook is tried again after a
 * fetch. No branch of a proposal is ever rewritten and no tag that was shared is ever moved.
 * @throws GitError network, not-found, moved-meanwhile, would-overwrite, not-allowed
 */
export async function sync(given: Syncing, mainBranch: string, name?: string): Promise<SyncReport> {
  const configuration = readConfiguration(given.folders)
  const { name: remote, ...addresses } = findRemote(configuration, mainBranch, name)
  const who = identify('committer', configuration)
  const leaveOut = given.leaveOut?.map((id) => resolveRevision(given.folders, given.objects, given.graph, id))
  const context = { ...given, leaveOut }
  const transport = transportFor(context, addresses)
  const report: SyncReport = {
    remote,
    url: transport.place,
    received: [],
    sent: [],
    replayed: 0,
    leftOut: [],
    disagreements: [],
  }
  const start = performance.now()
  for (let tries = 1; ; tries++) {
    const settings = { mainBranch, remote, who, isFirst: tries === 1 }
    const outcome = await tryOnce(context, settings, transport, report).catch((cause: unknown): Again => {
      if (!isBrokenConnection(cause) || tries === 1 || tries >= TRIES) throw cause
      return { trouble: cause.message }
    })
    if (outcome === 'done') return tidy(report)
    if (tries >= TRIES && performance.now() - start > PATIENCE) {
      throw overtaken(transport.place, tries, outcome.trouble)
    }
    await pause(20 * Math.min(tries, TRIES) * Math.random())
  }
}

interface Settings {
  mainBranch: string
  remote: string
  who: ReturnType<typeof identify>
  isFirst: boolean
}

/** What did not go well, and may go well if it is tried again: a connection that broke, or nothing but others' haste. */
interface Again {
  trouble: string
}

async function tryOnce(
  context: Syncing,
  { mainBranch, remote, who, isFirst }: Settings,
  transport: Transport,
  report: SyncReport,
): Promise<'done' | Again> {
  report.disagreements = []
  const refs = await transport.fetch()
  const pushes = await writing(context, async () => {
    if (isFirst) checkLeftOut(context, mainBranch, refs)
    await noteRemoteRefs(context, remote, refs, who)
    const main = await syncMain(context, mainBranch, refs, who, report)
    // Behind main at once: what may yet be refused, as a proposal's branch that is being edited, keeps no tag from its commit.
    const tags = await syncTags(context, mainBranch, refs, who, report)
    const aboutTags = report.disagreements.splice(0)
    const proposals = await syncProposals(context, refs, who, report)
    report.disagreements.push(...aboutTags)
    return [...main, ...proposals, ...tags]
  })
  let again: Again | null = null
  for (const push of pushes) {
    const outcome = await send(transport, push, report)
    if (outcome !== 'done') again = outcome
  }
  return again ?? 'done'
}

/** Only a record of main's that was not yet shared can be left out. */
function checkLeftOut(context: Syncing, mainBranch: string, refs: ReadonlyMap<string, string>): void {
  const ref = `refs/heads/${mainBranch}`
  const [ours, theirs] = [resolveRef(context.folders, ref), refs.get(ref)]
  const unshared = ours === null || theirs === undefined ? [] : ownCommits(context, ours, theirs).map(({ id }) => id)
  const other = context.leaveOut?.find((id) => !unshared.includes(id))
  if (other === undefined) return
  const message = `${other.slice(0, 12)} cannot be left out: it is no record of ${mainBranch} that the server does not have`
  throw new GitError('not-allowed', message, `see git log ${mainBranch}`)
}

async function syncProposals(
  context: Context,
  refs: ReadonlyMap<string, string>,
  who: Settings['who'],
  report: SyncReport,
): Promise<RefPush[]> {
  const pushes: RefPush[] = []
  for (const branch of proposalBranches(context, refs))
    pushes.push(...(await syncProposal(context, branch, refs, who, report)))
  return pushes
}

function proposalBranches({ folders }: Context, refs: ReadonlyMap<string, string>): string[] {
  const prefix = 'refs/heads/proposal/'
  const all = [...listRefs(folders, prefix).keys(), ...[...refs.keys()].filter((ref) => ref.startsWith(prefix))]
  return [...new Set(all)].sort().map((ref) => ref.slice('refs/heads/'.length))
}

async function send(transport: Transport, push: RefPush, report: SyncReport): Promise<'done' | Again> {
  const name = push.ref.replace(/^refs\/(heads|tags)\//, '')
  let refusal: string | null
  try {
    refusal = await transport.push(push)
  } catch (cause) {
    if (isBrokenConnection(cause)) return { trouble: cause.message }
    throw cause
  }
  if (refusal === null) {
    report.sent.push(name)
    return 'done'
  }
  if (isHaste(refusal)) return { trouble: `${name} was not taken: ${refusal}` }
  report.disagreements.push(`The server did not take ${name}: ${refusal}`)
  return 'done'
}

function transportFor(context: Syncing, { url, pushUrl }: Addresses): Transport {
  const to = (address: string) =>
    /^https?:\/\//i.test(address) ? httpTransport(context, address) : gitTransport(context, address)
  const asked = to(url)
  return pushUrl === url ? asked : { ...asked, push: to(pushUrl).push }
}

function tidy(report: SyncReport): SyncReport {
  return { ...report, received: [...new Set(report.received)].sort(), sent: [...new Set(report.sent)].sort() }
}

function overtaken(place: string, tries: number, trouble: string): GitError {
  const message = `${place} did not take our records in ${tries} tries; at last ${trouble}`
  return new GitError('network', message, 'run annex sync again; all records are kept here')
}
