import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseFile } from '../../../src/files/index.ts'
import { documentAkn } from '../../../src/render/index.ts'
import { diff } from '../../../src/text/index.ts'
import type { Document, RecordedAmendment } from '../../../src/treaty/index.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))

/** Where the OASIS schema is: AKN_SCHEMA names its folder, or it stands in `shared/akn` beside the checkout or above it. */
const folders = [process.env.AKN_SCHEMA, join(home, '../shared/akn'), join(home, '../../shared/akn')]
const schemaFolder = folders.find((folder) => folder !== undefined && existsSync(join(folder, 'akomantoso30.xsd')))

const amendment: RecordedAmendment = {
  proposal: 'add-budapest',
  title: 'Addition of the Convention on <Cybercrime>',
  basis: '70.1',
  by: 'FRA',
  edition: 'annex-1/v2',
  status: 'in-force',
  entersIntoForce: '2021-08-14',
  changes: [
    { entry: 'hague-1970', kinds: ['reworded'], says: 'Rewords hague-1970 (title).' },
    { entry: null, kinds: ['renumbered'], says: 'Renumbers 2 entries.' },
  ],
  provisions: ['70(5)'],
  references: [],
  bound: [{ from: '2021-08-14', parties: ['FRA'] }],
  notBound: [],
  objected: [],
  divergences: [],
  made: [
    {
      ...{ document: 'annex-1', entry: 'hague-1970', kind: 'reworded', field: 'text', language: 'en' },
      ...{ before: 'Old', after: 'New', parts: [{ field: 'title', language: 'en', before: 'Old', after: 'New' }] },
    },
  ],
}

function annex(name: string): Document {
  const file = join(home, 'annexes', `${name}.yaml`)
  const { data } = parseFile('document', { file, bytes: readFileSync(file) })
  if (data === null) throw new Error(`${file} is no document`)
  return data
}

const withNote: Document = {
  document: 'article-4',
  title: { en: 'Terms' },
  entries: [{ id: 'worm', text: { term: { en: 'Worm' }, definition: { en: 'a program' }, note: { en: 'Old' } } }],
}

/** A list of three items, and what an amendment of every kind of change of the text leaves of it. */
const list: Document = {
  document: 'annex-1',
  title: { en: 'Annex 1' },
  sections: [
    { id: 'air', number: '1', title: { en: 'Air' } },
    { id: 'sea', number: '2', title: { en: 'Sea' } },
  ],
  entries: [
    { id: 'tokyo', number: '1', section: 'air', text: { title: { en: 'Tokyo' } } },
    { id: 'hague', number: '2', section: 'air', text: { title: { en: 'The Hague' } } },
    { id: 'rome', number: '3', section: 'sea', text: { title: { en: 'Rome' } } },
    { id: 'paris', number: '4', section: 'sea', text: { title: { en: 'Paris' } } },
  ],
}
const amendedList: Document = {
  ...list,
  title: { en: 'Annex One' },
  sections: [
    { id: 'air', number: '1', title: { en: 'Air and space' } },
    { id: 'sea', number: '2', title: { en: 'Sea' } },
  ],
  entries: [
    { id: 'paris', number: '1', section: 'air', text: { title: { en: 'Paris' } } },
    { id: 'tokyo-1963', formerly: ['tokyo'], number: '2', section: 'air', text: { title: { en: 'Tokyo (1963)' } } },
    { id: 'rome', number: '3', section: 'sea', text: { title: { en: 'Rome' } } },
    { id: 'new', number: '4', section: 'sea', text: { title: { en: 'New' } } },
  ],
}
const big = { ...amendment, proposal: 'big', made: diff(list, amendedList) }

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

const options = { edition: 'annex-1/v2', amendments: [amendment] }

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
      [
        'a section without entries',
        { ...list, sections: [...(list.sections ?? []), { id: 'land', title: { en: 'Land' } }] },
      ],
      ['a definition with another field', withNote],
      ['an empty document', { ...escapes, entries: [] }],
    ])('is valid for %s', (_, document) => {
      const xml = XmlDocument.fromString(documentAkn(document, options))
      expect(() => validator.validate(xml)).not.toThrow()
    })

    it.each([
      ['an amendment of every kind', { edition: 'annex-1/v2', amendments: [big] }],
      [
        'an amendment whose day is not known',
        { edition: 'annex-1/v2', amendments: [{ ...big, entersIntoForce: null, bound: [] }] },
      ],
      ['a text without amendments', { edition: 'annex-1/v1', amendments: [] }],
      ['a text that is no edition', { edition: null, amendments: [] }],
    ])('is valid for %s', (_, given) => {
      const xml = XmlDocument.fromString(documentAkn(amendedList, given))
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
      '<eventRef eId="event_add-budapest" date="2021-08-14" source="#ref_add-budapest" type="amendment"/>',
    )
    expect(xml).toContain('showAs="Addition of the Convention on &lt;Cybercrime&gt;"')
    expect(xml).toContain('<textualMod type="substitution" eId="mod_add-budapest_1">')
    expect(xml).toContain('<destination href="#point_hague-1970"/>')
  })

  const mods = (xml: string) =>
    [
      ...xml.matchAll(
        /<textualMod type="(\w+)" eId="([^"]+)">.*?<destination href="([^"]+)"\/>(?:<previous href="([^"]+)"\/>)?/g,
      ),
    ].map(([, ...parts]) => parts.map((part) => part?.replace('/akn/un/convention/information-crimes/annex-1/', '')))

  it('tells every change of the text, each pointing at an element of this text or of the one before', () => {
    expect(mods(documentAkn(amendedList, { edition: 'annex-1/v2', amendments: [big] }))).toEqual([
      ['substitution', 'mod_big_1', '#docTitle', 'eng@v1#docTitle'],
      ['substitution', 'mod_big_2', '#sec_air', 'eng@v1#sec_air'],
      ['repeal', 'mod_big_3', 'eng@v1#point_paris', undefined],
      ['insertion', 'mod_big_4', '#point_paris', 'eng@v1#point_paris'],
      ['renumbering', 'mod_big_5', '#point_paris', 'eng@v1#point_paris'],
      ['renumbering', 'mod_big_6', '#point_tokyo-1963', 'eng@v1#point_tokyo'],
      ['substitution', 'mod_big_7', '#point_tokyo-1963', 'eng@v1#point_tokyo'],
      ['repeal', 'mod_big_8', 'eng@v1#point_hague', undefined],
      ['insertion', 'mod_big_9', '#point_new', undefined],
    ])
  })

  it('names an element that an entry had another id for by its first', () => {
    const xml = documentAkn(amendedList, { edition: 'annex-1/v2', amendments: [big] })
    expect(xml).toContain('<point eId="point_tokyo-1963" wId="point_tokyo">')
    expect(xml).toContain('<mapping eId="map_tokyo-1963" original="#point_tokyo" current="#point_tokyo-1963"/>')
  })

  it('follows what an amendment changed through later ones: renamed, it is here; removed, it is in the edition it was put into', () => {
    const later = {
      ...amendedList,
      entries: amendedList.entries
        .filter(({ id }) => id !== 'rome')
        .map((entry) => (entry.id === 'new' ? { ...entry, id: 'newest', formerly: ['new'] } : entry)),
    }
    const third = { ...amendment, proposal: 'third', edition: 'annex-1/v3', made: diff(amendedList, later) }
    const told = mods(documentAkn(later, { edition: 'annex-1/v3', amendments: [big, third] }))
    expect(told).toContainEqual(['insertion', 'mod_big_9', '#point_newest', undefined])
    expect(told).toContainEqual(['repeal', 'mod_third_1', 'eng@v2#point_rome', undefined])
    const renumbered = {
      ...big,
      made: diff(list, {
        ...list,
        entries: list.entries.map((entry) => ({ ...entry, number: `${entry.number} bis` })),
      }),
    }
    expect(mods(documentAkn(later, { edition: 'annex-1/v3', amendments: [renumbered, third] }))).toContainEqual([
      'renumbering',
      'mod_big_3',
      'eng@v2#point_rome',
      'eng@v1#point_rome',
    ])
  })

  it('states no day that the record does not have', () => {
    const unknown = '<FRBRdate date="0001-01-01" name="unknown"/>'
    const days = (edition: string | null, ...amendments: RecordedAmendment[]) =>
      documentAkn(list, { edition, amendments }).match(/<FRBRdate [^>]*>/g)
    expect(days('annex-1/v1')).toEqual([unknown, unknown, unknown])
    expect(days(null, big)).toEqual([unknown, unknown, unknown])
    expect(days('annex-1/v2', big)).toEqual([unknown, '<FRBRdate date="2021-08-14" name="entryIntoForce"/>', unknown])
    const eachItsOwn = { ...big, entersIntoForce: null }
    expect(days('annex-1/v2', eachItsOwn)?.[1]).toBe('<FRBRdate date="2021-08-14" name="firstPartyBound"/>')
    expect(days('annex-1/v2', { ...eachItsOwn, bound: [] })?.[1]).toBe(unknown)
    expect(documentAkn(list, { edition: 'annex-1/v1', amendments: [] })).not.toContain('lifecycle')
    expect(documentAkn(amendedList, { edition: 'annex-1/v2', amendments: [big] }).match(/<eventRef /g)).toHaveLength(1)
  })

  it('addresses a text that is no edition by its words, and a language by three letters throughout', () => {
    const xml = documentAkn(list, { edition: null, amendments: [] })
    expect(xml).toMatch(/annex-1\/eng@draft-[0-9a-f]{12}"/)
    expect(documentAkn(amendedList, { edition: null, amendments: [] })).not.toContain(
      /eng@draft-[0-9a-f]+/.exec(xml)?.[0],
    )
    expect(xml).toContain('<FRBRlanguage language="eng"/>')
  })
})
