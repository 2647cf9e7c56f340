// Reads linguist's languages.yml as a document: an entry a language, a field of its text for each member and each item of a list.
import { parse } from 'yaml'
import { serialize } from '../../dist/library.js'

const entries = new Map()

/** Returns the entries of a version, as canonical YAML, by id. @param text languages.yml */
export function entriesOf(text) {
  const blocks = text.split(/^(?=[^\s#-])/m).filter((block) => /^[^\s#-]/.test(block))
  return new Map(blocks.filter((block) => block.trim() !== '---').map((block) => entryOf(block)))
}

/** Returns a document's file. @param versions as `entriesOf` returns them */
export function documentOf(found) {
  return `document: languages\ntitle: {en: Languages}\nentries:${found.size === 0 ? ' []' : ''}\n${[...found.values()].join('')}`
}

/** Returns the entries of a merged document by id, as they stand in it. */
export function entriesIn(document) {
  const [, list = ''] = document.split(/^entries:\n/m)
  return new Map(
    list.split(/^(?= {2}- id: )/m).map((text) => [/^ {2}- id: (.*)$/m.exec(text)?.[1]?.replaceAll('"', ''), text]),
  )
}

// Versions have most blocks in common.
function entryOf(block) {
  const known = entries.get(block)
  if (known !== undefined) return known
  const [[name, members]] = Object.entries(parse(block, { uniqueKeys: false }))
  const id = slugOf(name)
  const text = { name: { en: name } }
  for (const [key, value] of Object.entries(members ?? {})) addField(text, camel(key), value)
  const document = { document: 'languages', title: { en: 'L' }, entries: [{ id, text }] }
  const entry = [id, serialize('document', document, undefined, false).split(/^entries:\n/m)[1]]
  entries.set(block, entry)
  return entry
}

function addField(text, key, value) {
  if (!Array.isArray(value)) text[key] = { en: value instanceof Object ? JSON.stringify(value) : String(value) }
  else for (const item of value) text[`${key}X${hex(String(item))}`.slice(0, 40)] = { en: String(item) }
}

function slugOf(name) {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  // C, C++ and C# must not become one.
  return plain === name.toLowerCase() ? plain : `${plain === '' ? 'x' : plain}-${hex(name).slice(0, 40)}`
}

function camel(key) {
  return key.replace(/[^A-Za-z0-9]+(.)?/g, (_, next = '') => next.toUpperCase())
}

function hex(text) {
  return Buffer.from(text).toString('hex')
}
