// In the sources a room is entered by its door, index.ts. A bundler that splits a program takes whoever imports a door to
// need every file behind it; so in the bundle each name is imported from the file that it stands in.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'

const DOOR = /import (type )?\{([^}]*)\} from '(\.[^']*\/index\.ts)'/g
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
  return source.replaceAll(DOOR, (whole, isType, names, door) => {
    if (isType !== undefined) return ''
    const known = exportsOf(resolve(folder, door))
    const imports = namesIn(names).map(({ from, as }) => {
      const home = known.get(from)
      if (home === undefined) throw new Error(`${door} names no ${from}: ${whole}`)
      return `import { ${home.name} as ${as} } from '${pathFrom(folder, home.file)}'`
    })
    return imports.join(';')
  })
}

/** The values that a door names: for each, the file that it stands in and its name there. */
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
    // The language would take one of the two without a word, and not the one that is taken here.
    if (other !== undefined && (other.file !== home.file || other.name !== home.name))
      throw new Error(`${door} names two ${name}: of ${other.file} and of ${home.file}`)
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
