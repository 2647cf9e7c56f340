import type { Changelog, ChangelogDocument, ChangelogItem } from '../../treaty/index.ts'
import { wordsIn } from '../documents/layout.ts'
import { escapeMarkdown } from '../escape/markdown.ts'
import { basisInWords, type Names, partyCount, partyName, proposerName, readingInWords } from './names.ts'
import { STATUS_IN_WORDS } from './status-in-words.ts'

/** A changelog in Markdown: by document and edition, what changed, on what basis, for whom from when, what hangs on a reading. */
export function changelogMarkdown({ asOf, documents, exercise }: Changelog, names: Names): string {
  const head = ['# Changelog', `Generated from the record by \`annex changelog\`; whom it binds is as of ${asOf}.`]
  const body =
    documents.length === 0 ? ['Nothing has been adopted.'] : documents.map((each) => documentPart(each, names))
  return `${[...head, ...(exercise === undefined ? [] : [`*${escapeMarkdown(exercise)}*`]), ...body].join('\n\n')}\n`
}

function documentPart({ title, items }: ChangelogDocument, names: Names): string {
  return [`## ${escapeMarkdown(wordsIn(title, 'en'))}`, ...items.map((item) => itemPart(item, names))].join('\n\n')
}

function itemPart(item: ChangelogItem, names: Names): string {
  const edition = item.edition === null ? 'Under way' : item.edition
  const lines = item.changes.map(({ says }) => `- ${escapeMarkdown(says)}`)
  const facts = factsOf(item, names).map(([name, value]) => `- **${name}:** ${value}`)
  return [`### ${escapeMarkdown(edition)}: ${escapeMarkdown(item.title)}`, lines.join('\n'), facts.join('\n')].join(
    '\n\n',
  )
}

function factsOf(item: ChangelogItem, names: Names): [string, string][] {
  const { status, entersIntoForce, basis, by, provisions, references, divergences } = item
  const provision = provisions.length === 0 ? '' : `; provisions ${provisions.join(', ')}`
  const inForce = entersIntoForce === null ? '' : `; entry into force ${entersIntoForce}`
  return [
    ['Proposal', `${escapeMarkdown(item.proposal)}, by ${escapeMarkdown(proposerName(by, names))}`],
    ['Basis', escapeMarkdown(`${basisInWords(basis)}${provision}`)],
    ['Outcome', escapeMarkdown(`${STATUS_IN_WORDS[status]}${inForce}`)],
    ...references.map(({ event, on, ref }): [string, string] => [
      'Reference',
      escapeMarkdown(`${event} ${on}: ${ref}`),
    ]),
    ...whom(item, names),
    ...divergences.map(({ reading, option, status: other, together }): [string, string] => [
      'Under another reading',
      escapeMarkdown(`${readingInWords(reading, option, together)}: ${STATUS_IN_WORDS[other]}`),
    ]),
  ]
}

function whom({ bound, notBound }: ChangelogItem, names: Names): [string, string][] {
  const list = (codes: readonly string[]) =>
    escapeMarkdown(`${partyCount(codes.length)}: ${codes.map((code) => partyName(code, names)).join(', ')}`)
  return [
    ...bound.map(({ from, parties }): [string, string] => [`Bound from ${from}`, list(parties)]),
    ...(notBound.length === 0 ? [] : [['Not bound', list(notBound)] as [string, string]]),
  ]
}
