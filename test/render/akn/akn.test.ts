import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { documentAkn } from '../../../src/render/index.ts'
import { parseFile } from '../../../src/store/index.ts'
import type { ChangelogItem, Document } from '../../../src/treaty/index.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))

/** Where the OASIS schema is: AKN_SCHEMA names its folder, or it stands in `shared/akn` beside the checkout or above it. */
const folders = [process.env.AKN_SCHEMA, join(home, '../shared/akn'), join(home, '../../shared/akn')]
const schemaFolder = folders.find((folder) => folder !== undefined && existsSync(join(folder, 'akomantoso30.xsd')))

const amendment: ChangelogItem = {
  proposal: 'add-budapest',
  title: 'Addition of the Convention on <Cybercrime>',
  basis: '70.1',
  by: 'FRA',
  edition: 'annex-1/v2',
  status: 'in-force',
  entersIntoForce: '2031-08-14',
  changes: [
    { entry: 'hague-1970', kinds: ['reworded'], says: 'Rewords hague-1970 (title).' },
    { entry: null, kinds: ['renumbered'], says: 'Renumbers 2 entries.' },
  ],
  provisions: ['70(5)'],
  references: [],
  bound: [{ from: '2031-08-14', parties: ['FRA'] }],
  notBound: [],
  objected: [],
  divergences: [],
}

function annex(name: string): Document {
  const file = join(home, 'annexes', `${name}.yaml`)
  const { data } = parseFile('document', { file, bytes: readFileSync(file) })
  if (data === null) throw new Error(`${file} is no document`)
  return data
}

const escapes: Document = {
  document: 'annex-1',
  title: { en: 'A & B <i>' },
  entries: [{ id: 'x', text: { title: { en: '<script> ]]> \u001b \u0000 "=cmd()"' } } }],
}

const languages: Document = {
  document: 'article-4',
  title: { en: 'Terms' },
  entries: [{ id: 'x', text: { term: { ar: 'دودة' }, definition: { fr: 'un programme', ar: 'برنامج' } } }],
}

const options = { asOf: '2031-08-14', edition: 'annex-1/v2', amendments: [amendment] }

describe.skipIf(schemaFolder === undefined)(
  'Akoma Ntoso, against the schema of OASIS (left out where AKN_SCHEMA names no folder that has it)',
  () => {
    let validator: XsdValidator

    beforeAll(() => {
      xmlRegisterFsInputProviders()
      const file = join(schemaFolder ?? '', 'akomantoso30.xsd')
      validator = XsdValidator.fromDoc(
        XmlDocument.fromBuffer(readFileSync(file), { url: file, option: ParseOption.XML_PARSE_NONET }),
      )
    })

    it.each([
      ['annex-1', annex('annex-1')],
      ['technical-annex', annex('technical-annex')],
      ['article-4', annex('article-4')],
      ['words that are markup', escapes],
      ['words in several languages', languages],
      ['an empty document', { ...escapes, entries: [] }],
    ])('is valid for %s', (_, document) => {
      const xml = XmlDocument.fromString(documentAkn(document, options))
      expect(() => validator.validate(xml)).not.toThrow()
    })

    it('is refused by the schema where it is wrong', () => {
      const wrong = documentAkn(escapes, options).replace('<mainBody>', '<mainBody><nonsense/>')
      expect(() => validator.validate(XmlDocument.fromString(wrong))).toThrow()
    })
  },
)

describe('Akoma Ntoso', () => {
  it('names each amendment in its lifecycle, its references and what it changed', () => {
    const xml = documentAkn(annex('annex-1'), options)
    expect(xml).toContain(
      '<eventRef eId="event_add-budapest" date="2031-08-14" source="#ref_add-budapest" type="amendment"/>',
    )
    expect(xml).toContain('showAs="Addition of the Convention on &lt;Cybercrime&gt;"')
    expect(xml).toContain('<textualMod type="substitution" eId="mod_add-budapest_1">')
    expect(xml).toContain('<destination href="#point_hague-1970"/>')
  })
})
