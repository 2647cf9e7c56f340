import type { Snapshot } from '../../git/index.ts'
import { AnnexError, type ApprovalFile } from '../../treaty/index.ts'
import { soundFile } from '../record/sound-files.ts'
import { type Approvable, approvalPath } from './approvals.ts'
import { readKeyFiles } from './keys-file.ts'

/**
 * Returns what a commit on main writes that approves an act; nothing if main has this approval. Its signature counts, once the act
 * is made.
 * @param called the act, after "Approve": `the adoption of add-budapest`
 * @param by the address of who approves
 * @throws AnnexError not-allowed where main lists no keys
 */
export async function plannedApproval(
  snapshot: Snapshot,
  act: Approvable,
  called: string,
  by: string,
): Promise<{ files: Map<string, Uint8Array>; message: string }> {
  if ((await readKeyFiles(snapshot)).keys === '') {
    const remedy = 'list the keys first: annex keys add ADDRESS FILE.pub'
    throw new AnnexError('not-allowed', 'main lists no keys, so an approval proves nothing', remedy)
  }
  const approval: ApprovalFile = { ...act, by }
  const path = approvalPath(approval)
  const isThere = (await snapshot.readFile(path)) !== null
  const files = new Map(isThere ? [] : [[path, soundFile('approval', path, approval)]])
  return { files, message: `Approve ${called}\n\nDigest: ${act.digest}\n` }
}
