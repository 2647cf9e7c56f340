import { XmlDocument, XmlElement } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { changelogAtom } from '../../../src/render/index.ts'
import { everyKindChangelog, HOSTILE, names } from '../change-set.ts'

const FEED = { origin: '1'.repeat(40), begun: '2026-01-01T12:00:00Z' }
const ATOM = 'http://www.w3.org/2005/Atom'

interface Feed {
  root: XmlElement
  /** The elements of a name below another, as RFC 4287 counts them. */
  all: (name: string, below?: XmlElement) => XmlElement[]
}

function parsed(xml: string): Feed {
  const { root } = XmlDocument.fromString(xml)
  const all = (name: string, below: XmlElement = root) =>
    below.find(`atom:${name}`, { atom: ATOM }).filter((node) => node instanceof XmlElement)
  return { root, all }
}

const isIri = (text: string) => /^[a-z][a-z0-9+.-]*:\S+$/.test(text)
const isDate = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text))

describe('a feed of amendments, held against RFC 4287', () => {
  const { root, all } = parsed(changelogAtom(everyKindChangelog(), names, FEED))

  it('has one id, one title, one day of update, and an author (4.1.1)', () => {
    expect([root.name, root.namespaceUri]).toEqual(['feed', ATOM])
    expect(all('id').map(({ content }) => isIri(content))).toEqual([true])
    expect(all('title')).toHaveLength(1)
    expect(all('updated').map(({ content }) => isDate(content))).toEqual([true])
    expect(all('author').map((author) => all('name', author).map(({ content }) => content !== ''))).toEqual([[true]])
  })

  it('has in each entry one id, one title, one day of update, and its content, since it links nowhere (4.1.2)', () => {
    expect(all('entry')).toHaveLength(2)
    for (const entry of all('entry')) {
      expect(all('id', entry).map(({ content }) => isIri(content))).toEqual([true])
      expect(all('title', entry)).toHaveLength(1)
      expect(all('updated', entry).map(({ content }) => isDate(content))).toEqual([true])
      expect(all('content', entry).map((content) => content.attr('type')?.value)).toEqual(['text'])
    }
  })

  it('gives no two entries one id (4.2.6)', () => {
    const ids = all('entry').flatMap((entry) => all('id', entry).map(({ content }) => content))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says the words that were given, as text', () => {
    const [title] = all('title', all('entry')[0])
    expect(title?.content).toContain('<script>alert(1)</script> a|b `code`')
    expect(HOSTILE).toContain('<script>alert(1)</script> a|b `code`')
  })

  it('is a feed too where nothing has been adopted', () => {
    const empty = parsed(changelogAtom({ asOf: '2021-09-01', documents: [] }, {}, FEED))
    expect(empty.all('entry')).toEqual([])
    expect(empty.all('updated').map(({ content }) => content)).toEqual([FEED.begun])
  })

  it('is as new as its newest entry, whatever day is asked', () => {
    const later = parsed(changelogAtom({ ...everyKindChangelog(), asOf: '2040-01-01' }, names, FEED))
    expect(later.all('updated').map(({ content }) => content)).toEqual(['2021-08-14T00:00:00Z'])
  })

  it('shares no id with the feed of another repository, and its own are UUIDs', () => {
    const other = parsed(changelogAtom(everyKindChangelog(), names, { ...FEED, origin: '2'.repeat(40) }))
    const idsOf = (feed: Feed) => [feed.root, ...feed.all('entry')].flatMap((each) => feed.all('id', each))
    const ids = [...idsOf({ root, all }), ...idsOf(other)].map(({ content }) => content)
    expect(new Set(ids).size).toBe(6)
    for (const id of ids) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })

  it('links to itself where it is known where it is published', () => {
    const self = 'https://example.org/amendments.xml?a=1&b=2'
    const linked = parsed(changelogAtom(everyKindChangelog(), names, { ...FEED, self }))
    expect(linked.all('link').map((link) => [link.attr('rel')?.value, link.attr('href')?.value])).toEqual([
      ['self', self],
    ])
    expect(all('link')).toEqual([])
  })
})
