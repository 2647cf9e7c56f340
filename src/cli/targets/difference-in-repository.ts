import { openRepository } from '../../git/index.ts'
import type { Difference } from '../../treaty/index.ts'
import { differenceBetween } from '../../workflows/index.ts'

/** The difference of two revisions; a file of its own, so that whoever compares two files loads nothing of git. */
export async function differenceInRepository(
  { repo = '.', document }: { repo?: string; document?: string },
  from = 'HEAD',
  to?: string,
): Promise<Difference> {
  return differenceBetween(await openRepository(repo), from, to ?? null, document)
}
