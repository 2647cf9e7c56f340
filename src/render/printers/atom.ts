import {
  type CalendarDay,
  type Changelog,
  type ChangelogDocument,
  type ChangelogItem,
  digestOf,
} from '../../treaty/index.ts'
import { escapeXml } from '../escape.ts'
import { notBoundBy } from '../outcomes/changelog-facts.ts'
import { basisInWords, type Names, outcomeInWords, partyCount, proposerName } from '../outcomes/names.ts'
import { wordsIn } from '../print/layout.ts'

/** What identifies a feed. */
export interface FeedOptions {
  /** The source of its id and the ids of its entries: unique to this feed, and constant. */
  origin: string
  /** The instant at which it began (RFC 3339): its time of update until the first amendment. */
  begun: string
  /** The URL of the published feed (`rel="self"`), if known. */
  self?: string
}

/**
 * Returns a changelog as an Atom feed (RFC 4287): one entry for each amendment, updated on its last day on record. The feed is as new as
 * its newest entry. Its ids never change. Each entry contains its text, since it has no page to link to (section 4.1.2).
 */
export function changelogAtom({ asOf, documents }: Changelog, names: Names, feed: FeedOptions): string {
  const items = documents.flatMap((document) => document.items.map((item) => ({ document, item })))
  const entries = items.map(({ document, item }) => entryXml(document, item, updated(item, asOf, feed), names, feed))
  const newest = items.map(({ item }) => updated(item, asOf, feed)).sort()
  const self = feed.self === undefined ? '' : `\n<link rel="self" href="${escapeXml(feed.self)}"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${urn(feed.origin)}</id>${self}
<title>Amendments</title>
<author><name>Editors of the annexes</name></author>
<updated>${newest.at(-1) ?? feed.begun}</updated>
${entries.join('\n')}
</feed>
`
}

/** Returns the last day on record that is not in the future; if no day is on record, the beginning of the feed. */
function updated({ references, entersIntoForce }: ChangelogItem, asOf: CalendarDay, { begun }: FeedOptions): string {
  const days = [...references.map(({ on }) => on), entersIntoForce].filter((day) => day !== null && day <= asOf)
  const last = days.sort().at(-1)
  return last === undefined ? begun : `${last}T00:00:00Z`
}

/** Returns an address without a host (RFC 4122, RFC 9562 section 5.8): a UUID made from the digest of a name. */
function urn(name: string): string {
  const digest = digestOf(name).slice('sha256:'.length)
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 3) | 8).toString(16)
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
  ]
  return `urn:uuid:${[...parts, digest.slice(20, 32)].join('-')}`
}

function entryXml(
  document: ChangelogDocument,
  item: ChangelogItem,
  day: string,
  names: Names,
  { origin }: FeedOptions,
): string {
  const { proposal, title, edition } = item
  const name = `${wordsIn(document.title, 'en')}${edition === null ? '' : ` (${edition})`}: ${title}`
  return `<entry>
<id>${urn(`${origin}/${proposal}`)}</id>
<title>${escapeXml(name)}</title>
<updated>${day}</updated>
<content type="text">${escapeXml(inOneParagraph(item, names))}</content>
</entry>`
}

function inOneParagraph(item: ChangelogItem, names: Names): string {
  const { changes, basis, by, status, bound } = item
  const whom = bound.map(({ from, parties }) => `${partyCount(parties.length)} bound from ${from}.`)
  return [
    ...changes.map(({ says }) => says),
    `${basisInWords(basis)}, proposed by ${proposerName(by, names)}: ${outcomeInWords(status, basis)}.`,
    ...whom,
    ...notBoundBy(item).map(
      ([how, codes]) => `${partyCount(codes.length)} ${how.charAt(0).toLowerCase()}${how.slice(1)}.`,
    ),
  ].join(' ')
}
