import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeConfiguration, makeFolder, replaceDurably, type Store } from '../../git/index.ts'

/** Settings for git's configuration, by key. */
export type Settings = Readonly<Record<string, string>>

/** The line of an attributes file that assigns the documents to the drivers. */
export const DOCUMENT_ATTRIBUTES = 'annexes/*.yaml merge=annex diff=annex'

/**
 * Sets up git's merge and diff drivers for documents in this clone: in its configuration, and in `.git/info/attributes` when
 * the committed `.gitattributes` does not have the line (gitattributes(5)).
 * @returns the attributes file that has the line
 */
export async function setUpDrivers(store: Store, settings: Settings): Promise<{ attributes: string }> {
  await changeConfiguration(store, settings)
  const committed = join(store.workTree, '.gitattributes')
  if (holdsAttributes(committed)) return { attributes: '.gitattributes' }
  const own = join(store.commonDirectory, 'info', 'attributes')
  if (!holdsAttributes(own)) {
    makeFolder(join(store.commonDirectory, 'info'))
    const before = existsSync(own) ? readFileSync(own, 'utf8').replace(/\n?$/, '\n') : ''
    replaceDurably(own, new TextEncoder().encode(`${before}${DOCUMENT_ATTRIBUTES}\n`))
  }
  return { attributes: '.git/info/attributes' }
}

function holdsAttributes(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').split('\n').includes(DOCUMENT_ATTRIBUTES)
}
