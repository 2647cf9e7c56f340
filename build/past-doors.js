// In the sources a room is imported by its index.ts. A bundler that splits a program assumes that whoever imports an index.ts
// needs every file that it exports; so in the bundle each name is imported from the file that defines it.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'

const DOOR = /import (type )?\{([^}]*)\} from '(\.[^']*\/index\.ts)'/g
const DYNAMIC = /const \{ (\w+) \} = await import\('(\.[^']*\/index\.ts)'\)/g
const exportsOfDoors = new Map()

/** @type {import('esbuild').Plugin} */
export const pastDoors = {
  name: 'past-doors',
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => ({
      contents: straight(await readFile(path, 'utf8'), dirname(path)),
      loader: 'ts',
    }))
  },
}

function straight(source, folder) {
  const homeOf = (name, door, whole) => {
    const home = exportsOf(resolve(folder, door)).get(name)
    if (home === undefined) throw new Error(`${door} does not export ${name}: ${whole}`)
    return { name: home.name, path: pathFrom(folder, home.file) }
  }
  return source
    .replaceAll(DOOR, (whole, isType, names, door) => {
      if (isType !== undefined) return ''
      const imports = namesIn(names).map(({ from, as }) => {
        const { name, path } = homeOf(from, door, whole)
        return `import { ${name} as ${as} } from '${path}'`
      })
      return imports.join(';')
    })
    .replaceAll(DYNAMIC, (whole, as, door) => {
      const { name, path } = homeOf(as, door, whole)
      return `const { ${name}: ${as} } = await import('${path}')`
    })
}

/** Returns the values that an index.ts exports: for each, the file that defines it and its name there. */
function exportsOf(door) {
  const found = exportsOfDoors.get(door)
  if (found !== undefined) return found
  const known = new Map()
  exportsOfDoors.set(door, known)
  const source = readFileSync(door, 'utf8')
  for (const [, name] of source.matchAll(/^export (?:const|class|(?:async )?function\*?) (\w+)/gm)) {
    known.set(name, { file: door, name })
  }
  const learn = (name, home) => {
    const other = known.get(name)
    // JavaScript would silently choose one of the two, and not the one chosen here.
    if (other !== undefined && (other.file !== home.file || other.name !== home.name))
      throw new Error(`${door} exports ${name} twice: from ${other.file} and from ${home.file}`)
    known.set(name, home)
  }
  for (const [, names, file] of source.matchAll(/^export \{([^}]*)\} from '([^']+)'/gm)) {
    for (const { from, as } of namesIn(names)) learn(as, standsIn(resolve(dirname(door), file), from))
  }
  for (const [, file] of source.matchAll(/^export \* from '([^']+)'/gm)) {
    for (const [name, home] of exportsOf(resolve(dirname(door), file))) learn(name, home)
  }
  return known
}

function standsIn(file, name) {
  return (file.endsWith('/index.ts') ? exportsOf(file).get(name) : undefined) ?? { file, name }
}

function namesIn(list) {
  const names = list.split(',').map((name) => name.trim())
  return names
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => {
      const [from, as = from] = name.split(' as ')
      return { from, as }
    })
}

function pathFrom(folder, file) {
  const path = relative(folder, file)
  return path.startsWith('.') ? path : `./${path}`
}
