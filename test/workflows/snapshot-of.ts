import type { Snapshot } from '../../src/git/index.ts'
import type { Finding } from '../../src/treaty/index.ts'

/** Returns a snapshot with these files. */
export function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  const texts = new Map(Object.entries(files))
  return {
    listFiles: async (folder) => [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
    readFile: async (path) => {
      const text = texts.get(path)
      return text === undefined ? null : new TextEncoder().encode(text)
    },
  }
}

/** A finding in a line: `error law/two-instruments annexes/register/parties.yaml:3:5`. */
export function inALine({ rule, level, at }: Finding): string {
  return `${level} ${rule} ${at?.file}:${at?.position?.line}:${at?.position?.column}`
}
