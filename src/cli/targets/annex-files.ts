import { relative, resolve } from 'node:path'
import { directorySnapshot } from '../../git/index.ts'
import { isAnnexFile, isWithin } from '../../workflows/index.ts'
import type { NamedFolders } from './folders-named.ts'
import { folderWithAnnexes } from './place.ts'

/** The files under annexes/ that the program knows, as paths from the folder the user stands in. */
export async function annexFiles(repo: string | undefined): Promise<string[]> {
  return annexFilesIn({ root: folderWithAnnexes(repo ?? '.'), within: [''] })
}

/** Those of them in the folders named. */
export async function annexFilesIn({ root, within }: NamedFolders): Promise<string[]> {
  const files = (await directorySnapshot(root).listFiles('annexes')).filter(isAnnexFile)
  return files.filter((file) => isWithin(file, within)).map((file) => relative(process.cwd(), resolve(root, file)))
}
