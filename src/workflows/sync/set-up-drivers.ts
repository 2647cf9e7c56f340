import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Folders } from '../../git/index.ts'
import { changeConfiguration, makeFolder, replaceDurably } from '../../git/index.ts'

/** What plain git is told of this program: one key of its configuration each. */
export type Settings = Readonly<Record<string, string>>

/** The line of an attributes file that gives the documents to the drivers. */
export const DOCUMENT_ATTRIBUTES = 'annexes/*.yaml merge=annex diff=annex'

/**
 * Tells git, in this clone alone, how to merge and compare documents: configuration, and attributes in
 * `.git/info/attributes` where the committed `.gitattributes` does not hold them (gitattributes(5)).
 * @returns the file of attributes that holds them
 */
export async function setUpDrivers(folders: Folders, settings: Settings): Promise<{ attributes: string }> {
  await changeConfiguration(folders.commonDirectory, settings)
  const committed = join(folders.workTree, '.gitattributes')
  if (holdsAttributes(committed)) return { attributes: '.gitattributes' }
  const own = join(folders.commonDirectory, 'info', 'attributes')
  if (!holdsAttributes(own)) {
    makeFolder(join(folders.commonDirectory, 'info'))
    const before = existsSync(own) ? readFileSync(own, 'utf8').replace(/\n?$/, '\n') : ''
    replaceDurably(own, new TextEncoder().encode(`${before}${DOCUMENT_ATTRIBUTES}\n`))
  }
  return { attributes: '.git/info/attributes' }
}

function holdsAttributes(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').split('\n').includes(DOCUMENT_ATTRIBUTES)
}
