import type { Changelog, ChangelogDocument, ChangelogItem } from '../../treaty/index.ts'
import { wordsIn } from '../documents/layout.ts'
import { escapeHtml } from '../escape/html.ts'
import { basisInWords, type Names, partyCount, proposerName } from './names.ts'
import { STATUS_IN_WORDS } from './status-in-words.ts'

const TAG = 'tag:treaty-annex.example,2026:changelog'

/**
 * A changelog as an Atom feed (RFC 4287): one entry an amendment, updated on its last day on record. Its ids never change.
 * An entry holds its content, since it has no page of its own to link to (section 4.1.2).
 */
export function changelogAtom({ asOf, documents }: Changelog, names: Names): string {
  const entries = documents.flatMap((document) => document.items.map((item) => entryXml(document, item, asOf, names)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${TAG}</id>
<title>Amendments</title>
<author><name>Editors of the annexes</name></author>
<updated>${asOf}T00:00:00Z</updated>
${entries.join('\n')}
</feed>
`
}

function entryXml(document: ChangelogDocument, item: ChangelogItem, asOf: string, names: Names): string {
  const { proposal, title, edition } = item
  const name = `${wordsIn(document.title, 'en')}${edition === null ? '' : ` (${edition})`}: ${title}`
  const days = [...item.references.map(({ on }) => on), item.entersIntoForce].filter(
    (day) => day !== null && day <= asOf,
  )
  return `<entry>
<id>${TAG}/${escapeHtml(proposal)}</id>
<title>${escapeHtml(name)}</title>
<updated>${days.sort().at(-1) ?? asOf}T00:00:00Z</updated>
<content type="text">${escapeHtml(inOneParagraph(item, names))}</content>
</entry>`
}

function inOneParagraph({ changes, basis, by, status, bound, notBound }: ChangelogItem, names: Names): string {
  const whom = bound.map(({ from, parties }) => `${partyCount(parties.length)} bound from ${from}.`)
  return [
    ...changes.map(({ says }) => says),
    `${basisInWords(basis)}, proposed by ${proposerName(by, names)}: ${STATUS_IN_WORDS[status]}.`,
    ...whom,
    ...(notBound.length === 0 ? [] : [`${partyCount(notBound.length)} not bound.`]),
  ].join(' ')
}
