import { relative, resolve } from 'node:path'
import { isAnnexFile } from '../proceedings/index.ts'
import { directorySnapshot } from '../store/index.ts'
import { folderWithAnnexes } from './place.ts'

/** The files under annexes/ that the program knows, as paths from the folder the user stands in. */
export async function annexFiles(repo: string | undefined): Promise<string[]> {
  const folder = folderWithAnnexes(repo ?? '.')
  const files = (await directorySnapshot(folder).listFiles('annexes')).filter(isAnnexFile)
  return files.map((file) => relative(process.cwd(), resolve(folder, file)))
}
