import { changelog, compare, type ProposalOnRecord } from '../../src/text/index.ts'
import type { Change, Changelog, Difference, Document, Entry, RecordedAmendment } from '../../src/treaty/index.ts'

/** Words that would be markup, formulas or commands in one output or another. */
export const HOSTILE =
  '<script>alert(1)</script> a|b `code` =cmd() \u001b[31mred\u001b[0m \u202eesrever @someone #1 [x](y) & "q"'

const list: Document = {
  document: 'annex-1',
  title: { en: 'Annex 1' },
  note: 'A list',
  entries: [
    entry('tokyo-1963', '1', 'Convention on Offences Committed on Board Aircraft (1963)'),
    entry(
      'hague-1970',
      '2',
      'Convention for the Suppression of Unlawful Seizure of Aircraft (the Hague, 16 December 1970)',
    ),
    entry('montreal-1971', '3', 'Convention for the Suppression of Unlawful Acts (Montreal, 23 September 1971)'),
    entry('new-york-1973', '4', 'Convention on Internationally Protected Persons (New York, 17 December 1973)'),
    entry('hostages', '5', 'Convention against the Taking of Hostages (New-York, 17 December 1979)'),
    entry('vienna-1980', '6', 'Convention on the Physical Protection of Nuclear Material (Vienna, 3 March 1980)'),
    entry('rome-1988', '7', 'Convention on Maritime Navigation (Rome, 10 March 1988)'),
  ],
}

function entry(id: string, number: string, en: string): Entry {
  return { id, number, text: { title: { en } } }
}

/** Every kind of change: added, removed, renamed, moved, renumbered, reworded, facts, notes, title. */
function amendedList(): Document {
  const [tokyo, hague, montreal, , hostages, vienna, rome] = list.entries
  if (!tokyo || !hague || !montreal || !hostages || !vienna || !rome) throw new Error('the list is not what it was')
  const entries: Entry[] = [
    {
      ...tokyo,
      facts: { done: { place: 'Tokyo', date: '1963-09-14' }, scope: 'universal' },
      note: 'The place is missing.',
    },
    {
      ...hague,
      text: {
        title: { en: hague.text.title?.en?.replace('the Hague', 'The Hague') ?? '', ar: 'اتفاقية لاهاي لعام 1970' },
      },
    },
    vienna,
    montreal,
    { ...hostages, id: 'new-york-1979', formerly: ['hostages'] },
    rome,
    entry('budapest-2001', '7', 'Convention on Cybercrime (Budapest, 23 November 2001)'),
    entry('hostile', '8', HOSTILE),
  ]
  return {
    ...list,
    title: { en: 'Annex 1. International instruments' },
    note: 'A list of instruments',
    entries: entries.map((each, index) => ({ ...each, number: String(index + 1) })),
  }
}

const tools: Document = {
  document: 'technical-annex',
  title: { en: 'Technical Annex' },
  sections: [
    { id: 'software', number: '1', title: { en: 'Software' } },
    { id: 'hardware', number: '2', title: { en: 'Hardware' } },
  ],
  entries: [
    tool('worms', 'software', 'Worms', 'A malicious program that spreads itself through networks'),
    tool('viruses', 'software', 'Viruses', 'A malicious self-replicating program'),
    tool('skimmer', 'hardware', 'Skimmer', 'An attachable device that captures information'),
  ],
}

function tool(id: string, section: string, name: string, description: string): Entry {
  return { id, section, text: { name: { en: name }, description: { en: description } } }
}

const amendedTools: Document = {
  ...tools,
  sections: [...(tools.sections ?? []), { id: 'other', number: '3', title: { en: 'Other' } }],
  entries: [
    tool('viruses', 'software', 'Viruses', 'A malicious program that replicates itself'),
    tool('worms', 'hardware', 'Worms', 'A malicious program that spreads itself through networks'),
    tool('skimmer', 'hardware', 'Skimmer', 'An attachable device that captures information'),
    tool('encoder', 'other', 'Encoder', ''),
  ],
}

/** A difference with a change of every kind in it, in a list and in a table. */
export function everyKind(): Difference {
  return compare('annex-1/v1', 'annex-1/v2', [
    { before: list, after: amendedList() },
    { before: tools, after: amendedTools },
  ])
}

/** The documents before and after. */
export const documents = { list, tools, amendedList: amendedList(), amendedTools }

/** Both documents' amendments as the record has them once they were adopted: a change of every kind, with hostile names. */
export function everyKindChangelog(): Changelog {
  const { documents } = everyKind()
  const onRecord = documents.map(({ document, before, changes }) => ({
    ...recorded(
      document,
      changes.map(({ change }) => change),
    ),
    before,
  }))
  return changelog('2021-09-01', onRecord, { titles: new Map([['annex-1', documents[0]?.after.title ?? {}]]) })
}

function recorded(document: string, changes: Change[]): ProposalOnRecord {
  const digest = `sha256:${'0'.repeat(64)}`
  const proposal = {
    proposal: `amend-${document}`,
    title: HOSTILE,
    basis: '70.1' as const,
    document,
    by: 'FRA',
    edition: `${document}/v2`,
    frozen: { commit: '1'.repeat(40), base: '2'.repeat(40), changes, digest },
  }
  return {
    proposal,
    events: [
      { event: 'circulated', on: '2021-01-15', ref: HOSTILE },
      { event: 'objection', on: '2021-02-01', party: 'BRA' },
    ],
    outcome: {
      name: proposal.proposal,
      asOf: '2021-09-01',
      basis: proposal.basis,
      status: 'in-force',
      deadline: '2021-07-15',
      entersIntoForce: '2021-08-14',
      ratifying: 3,
      objections: 1,
      blocksAt: 1,
      parties: {
        FRA: { boundFrom: '2021-08-14', because: ['70(5)'] },
        KEN: { boundFrom: '2021-08-14', because: ['70(5)'] },
        BRA: { boundFrom: null, because: ['70(5)'] },
      },
      because: [{ cite: '70(4)', says: 'One objection.' }],
      readings: {},
      divergences: [
        { reading: 'denominator-date', option: 'circulation', status: 'blocked' },
        {
          reading: 'objection-withdrawal',
          option: 'irrevocable',
          together: { 'late-joiner': 'unamended' },
          status: 'in-force',
          parties: { KEN: null, BRA: '2021-09-01' },
        },
      ],
      findings: [],
    },
  }
}

/** The amendments of one of the documents, with their changes. */
export function everyKindAmendments(document: string): RecordedAmendment[] {
  const made = everyKind().documents.find((each) => each.document === document)?.changes ?? []
  const items = everyKindChangelog().documents.find((each) => each.document === document)?.items ?? []
  return items.map((item) => ({ ...item, made: made.map(({ change }) => change) }))
}

/** The names of the Parties in it. */
export const names = { FRA: 'France', KEN: 'Kenya', BRA: '<b>Brazil</b> | `code`' }
