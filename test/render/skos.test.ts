import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../src/files/index.ts'
import { documentSkos } from '../../src/render/index.ts'
import type { Document, RecordedAmendment } from '../../src/treaty/index.ts'
import { documents, everyKindAmendments } from './change-set.ts'

const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

interface Term {
  value: string
  language?: string
}

/** One statement, as a JSON-LD processor reads it; nothing is asked of any network. */
interface Statement {
  subject: Term
  predicate: Term
  object: Term
}

async function statements(document: Document, amendments: readonly RecordedAmendment[] = []): Promise<Statement[]> {
  const documentLoader = async (url: string) => {
    throw new Error(`${url} was asked for`)
  }
  const read = await jsonld.toRDF(documentSkos(document, { amendments }), { documentLoader })
  if (!Array.isArray(read)) throw new Error('the processor gave no statements')
  return read
}

function annex(name: string): Document {
  const file = new URL(`../../annexes/${name}.yaml`, import.meta.url)
  const { data } = parseFile('document', { file: name, bytes: readFileSync(file) })
  if (data === null) throw new Error(`${name} is no document`)
  return data
}

const subjects = (all: readonly Statement[], predicate: string, object: string) =>
  all
    .filter((each) => each.predicate.value === predicate && each.object.value === object)
    .map((each) => each.subject.value)
const objects = (all: readonly Statement[], subject: string, property: string) =>
  all.filter((each) => each.subject.value === subject && each.predicate.value === `${SKOS}${property}`)

describe.each(['technical-annex', 'article-4', 'annex-1'])('%s as SKOS', (name) => {
  const document = annex(name)
  const scheme = `tag:treaty-annex.example,2026:convention/${name}`

  it('is one scheme, each entry a concept of it, at an address made of its id', async () => {
    const all = await statements(document)
    expect(subjects(all, TYPE, `${SKOS}ConceptScheme`)).toEqual([scheme])
    const concepts = document.entries.map(({ id }) => `${scheme}/${id}`)
    expect(subjects(all, TYPE, `${SKOS}Concept`).sort()).toEqual(concepts.toSorted())
    expect(subjects(all, `${SKOS}inScheme`, scheme).sort()).toEqual(concepts.toSorted())
    expect(subjects(all, `${SKOS}topConceptOf`, scheme).sort()).toEqual(concepts.toSorted())
  })

  it('gives each concept one preferred label a language (SKOS S14), and its words as they stand', async () => {
    const all = await statements(document)
    for (const { id, text } of document.entries) {
      const labels = objects(all, `${scheme}/${id}`, 'prefLabel').map(({ object }) => [object.language, object.value])
      expect(labels).toEqual(Object.entries(text.term ?? text.name ?? text.title ?? {}))
      const definitions = objects(all, `${scheme}/${id}`, 'definition').map(({ object }) => object.value)
      expect(definitions).toEqual(Object.values(text.definition ?? text.description ?? {}))
    }
  })

  it('uses no property but those of SKOS', async () => {
    const used = new Set((await statements(document)).map(({ predicate }) => predicate.value))
    used.delete(TYPE)
    for (const property of used) {
      expect(property).toMatch(/#(?:prefLabel|definition|notation|inScheme|topConceptOf|member|changeNote)$/)
      expect(property.startsWith(SKOS)).toBe(true)
    }
  })
})

describe('the groups of the Technical Annex', () => {
  it('are collections of its concepts', async () => {
    const document = annex('technical-annex')
    const all = await statements(document)
    const members = all.filter(({ predicate }) => predicate.value === `${SKOS}member`)
    expect(subjects(all, TYPE, `${SKOS}Collection`)).toHaveLength(3)
    expect(members).toHaveLength(document.entries.length)
  })
})

describe('an amendment', () => {
  const [first, second] = ['annex-1', 'technical-annex'].map(everyKindAmendments)

  it('is told of the concepts that it changed, and of the scheme where they are gone', async () => {
    const all = await statements(documents.amendedList, first ?? [])
    const scheme = 'tag:treaty-annex.example,2026:convention/annex-1'
    const notes = (subject: string) => objects(all, subject, 'changeNote').map(({ object }) => object.value)
    expect(notes(`${scheme}/budapest-2001`)).toEqual([
      'annex-1/v2: Adds item 7, “Convention on Cybercrime (Budapest, 23 November 2001)”.',
    ])
    expect(notes(`${scheme}/hostages`)).toEqual([
      'annex-1/v2: Renames item 5, “Convention against the Taking of Hostages (New-York, 17 December 1979)”, from hostages to new-york-1979.',
    ])
    expect(notes(scheme).join('\n')).toContain('Removes item 4, “Convention on Internationally Protected Persons')
  })

  it('leaves the addresses of what was there before as they were', async () => {
    const concepts = async (document: Document, amendments: RecordedAmendment[] = []) =>
      subjects(await statements(document, amendments), TYPE, `${SKOS}Concept`)
    const after = await concepts(documents.amendedTools, second)
    expect(after).toEqual(expect.arrayContaining(await concepts(documents.tools)))
    const removed = `tag:treaty-annex.example,2026:convention/annex-1/new-york-1973`
    const stay = (await concepts(documents.list)).filter((address) => address !== removed)
    expect(await concepts(documents.amendedList, first)).toEqual(expect.arrayContaining(stay))
  })

  it('that renamed an entry leaves its address, and says that the later one names the same', async () => {
    const all = await statements(documents.amendedList, first)
    const scheme = 'tag:treaty-annex.example,2026:convention/annex-1'
    const of = (predicate: string) =>
      all
        .filter((each) => each.predicate.value === predicate)
        .map(({ subject, object }) => [subject.value, object.value])
    expect(of('http://www.w3.org/2002/07/owl#sameAs')).toEqual([[`${scheme}/hostages`, `${scheme}/new-york-1979`]])
    expect(of('http://purl.org/dc/terms/identifier')).toEqual([[`${scheme}/hostages`, 'new-york-1979']])
  })

  it('is told of an entry that was renamed since, in a text that is not adopted', async () => {
    const { amendedList } = documents
    const entries = amendedList.entries.map((entry) =>
      entry.id === 'budapest-2001' ? { ...entry, id: 'budapest', formerly: ['budapest-2001'] } : entry,
    )
    const all = await statements({ ...amendedList, entries }, first)
    const notes = objects(all, 'tag:treaty-annex.example,2026:convention/annex-1/budapest-2001', 'changeNote')
    expect(notes.map(({ object }) => object.value)).toEqual([
      'annex-1/v2: Adds item 7, “Convention on Cybercrime (Budapest, 23 November 2001)”.',
    ])
  })
})
