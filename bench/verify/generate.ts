import { join } from 'node:path'
import { parseFile } from '../../src/files/index.ts'
import { directorySnapshot } from '../../src/git/index.ts'
import { CONVENTION_DOCUMENTS, filesUnder } from '../../src/workflows/index.ts'
import { fastImport } from './fast-import.ts'
import { History } from './history.ts'
import { makeRandom } from './random.ts'

/**
 * Makes a repository whose main has that many commits and proposals, from a seed.
 * @param home the folder of package.json
 */
export async function generate(
  folder: string,
  { home, commits, proposals, seed }: { home: string; commits: number; proposals: number; seed: number },
): Promise<void> {
  const bytes = await filesUnder(directorySnapshot(home), ['annexes', 'schemas'])
  const files = new Map([...bytes].map(([path, content]) => [path, new TextDecoder().decode(content)]))
  const path = join('annexes', 'annex-1.yaml')
  const annex = parseFile('document', { file: path, bytes: bytes.get(path) ?? new Uint8Array() }).data
  if (annex === null) throw new Error(`${path} cannot be read`)
  const git = fastImport(folder)
  const history = new History(git, makeRandom(seed), files, annex)
  await history.begin(files, CONVENTION_DOCUMENTS)
  // The last proposals run at the end.
  const due = () => Math.min(proposals, Math.ceil((proposals * history.commits) / (commits * 0.98)))
  while (history.commits < commits) await history.act(history.proposals < due())
  await git.end()
}
