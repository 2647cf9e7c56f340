import type { RuleId } from '../../src/treaty/index.ts'
import { EVENTS, type Step } from './repository.ts'

/** What somebody with push rights does, and the finding of `annex verify` that names it. */
export interface Attack {
  does: string
  steps: readonly Step[]
  finds: RuleId
  /** The revision that the finding must name. Default: main. */
  names?: string
}

const PARTIES = 'annexes/register/parties.yaml'
const PENDING = 'annexes/proposals/pending/proposal.yaml'
const BLOCKED = 'annexes/proposals/blocked/proposal.yaml'
const ADOPTED = 'annexes/proposals/adopted/proposal.yaml'
const OBJECTION = `${EVENTS}/2021-10-02-objection-BRA.yaml`
const ANNEX = 'annexes/annex-1.yaml'
const READINGS = 'annexes/readings.yaml'

const event = (file: string, text: string): Step => ({ write: [`${EVENTS}/${file}.yaml`, `${text}\n`] })

/** Begins a merge of two commits that has the files of the second. */
const merge = (first: string, second: string): Step[] => [
  { git: ['switch', '-q', '--detach', first] },
  { git: ['merge', '-q', '--no-commit', '--no-ff', '-s', 'ours', second] },
  { git: ['read-tree', second] },
  { git: ['checkout-index', '-qfa'] },
]

/** Ends a merge begun by `merge`: commits it, and moves main to it. */
const landMerge = (subject: string): Step[] => [
  { commit: subject },
  { git: ['branch', '-f', 'main', 'HEAD'] },
  { git: ['switch', '-q', 'main'] },
]

/** A line of one's own that starts before the record, merged with main so that it comes first. */
const mergeOntoOwnLine = (subject: string, tampering: Step[]): Step[] => [
  { git: ['branch', '-f', 'real', 'main'] },
  { git: ['switch', '-q', '-c', 'own', 'start'] },
  { commit: 'Start a line of my own' },
  ...merge('own', 'real'),
  ...tampering,
  ...landMerge(subject),
]

export const EDITS: readonly Attack[] = [
  {
    does: 'changes the Party of an objection',
    steps: [{ edit: [OBJECTION, 'BRA', 'FRA'] }, { commit: 'Tidy' }],
    finds: 'verify/event-changed',
  },
  {
    does: 'changes the day of an objection',
    steps: [{ edit: [OBJECTION, '2021-10-02', '2022-10-02'] }, { commit: 'Tidy' }],
    finds: 'verify/event-changed',
  },
  { does: 'removes an objection', steps: [{ remove: OBJECTION }, { commit: 'Tidy' }], finds: 'verify/event-changed' },
  {
    does: 'removes an objection and restores it later, changed',
    steps: [
      { remove: OBJECTION },
      { commit: 'Remove it' },
      event('2021-10-02-objection-BRA', 'event: objection\non: 2021-10-03\nparty: BRA'),
      { commit: 'Restore it' },
    ],
    finds: 'verify/event-changed',
    names: 'main~1',
  },
  {
    does: 'renames the file of an objection',
    steps: [{ move: [OBJECTION, `${EVENTS}/2021-10-02-objection-XXX.yaml`] }, { commit: 'Rename' }],
    finds: 'verify/event-changed',
  },
  {
    does: 'moves an objection into a sub-folder',
    steps: [{ move: [OBJECTION, `${EVENTS}/old/2021-10-02-objection-BRA.yaml`] }, { commit: 'Archive' }],
    finds: 'verify/event-changed',
  },
  {
    does: 'adds an event in a sub-folder, where nobody reads it',
    steps: [{ write: [`${EVENTS}/new/x.yaml`, 'event: withdrawn\non: 2021-10-03\n'] }, { commit: 'Archive' }],
    finds: 'verify/unknown-file',
  },
  {
    does: 'puts a link in the place of an objection',
    steps: [{ link: [OBJECTION, '../../blocked/proposal.yaml'] }, { commit: 'Link' }],
    finds: 'verify/plain-file',
  },
  {
    does: 'puts a link in the place of the register',
    steps: [{ link: [PARTIES, '../annex-1.yaml'] }, { commit: 'Link' }],
    finds: 'verify/plain-file',
  },
  {
    does: 'puts a link in the place of the folder of events',
    steps: [{ link: [EVENTS, '../blocked/events'] }, { commit: 'Link' }],
    finds: 'verify/plain-file',
  },
  {
    does: 'makes an objection unreadable',
    steps: [{ write: [OBJECTION, ': : :\n'] }, { commit: 'Break it' }],
    finds: 'verify/event-changed',
  },
  {
    does: 'changes the frozen words',
    steps: [{ edit: [PENDING, 'Convention on Delays', 'Convention on Days'] }, { commit: 'Correct' }],
    finds: 'verify/frozen-changed',
  },
  {
    does: 'changes the title of a circulated proposal',
    steps: [{ edit: [PENDING, 'title: Convention on Delays', 'title: Another'] }, { commit: 'Correct' }],
    finds: 'verify/frozen-changed',
  },
  {
    does: 'changes the basis of a circulated proposal',
    steps: [{ edit: [PENDING, 'basis: "70.1"', 'basis: "70.2"'] }, { commit: 'Correct' }],
    finds: 'verify/frozen-changed',
  },
  {
    does: 'changes the proposer of a circulated proposal',
    steps: [{ edit: [PENDING, 'by: FRA', 'by: BRA'] }, { commit: 'Correct' }],
    finds: 'verify/frozen-changed',
  },
  {
    does: 'removes the record of a circulated proposal',
    steps: [{ remove: 'annexes/proposals/pending' }, { commit: 'Remove' }],
    finds: 'verify/frozen-changed',
  },
  {
    does: 'takes the edition of an adopted proposal away',
    steps: [{ edit: [ADOPTED, 'edition: annex-1/v2\n', ''] }, { commit: 'Tidy' }],
    finds: 'verify/frozen-changed',
  },
  {
    does: 'makes the record of a proposal unreadable',
    steps: [{ write: [PENDING, 'proposal: [\n'] }, { commit: 'Break' }],
    finds: 'verify/frozen-changed',
  },
  {
    does: 'closes a proposal whose period runs, by hand',
    steps: [{ append: [PENDING, 'closed: No longer needed\nclosedOn: 2021-10-05\n'] }, { commit: 'Close' }],
    finds: 'verify/closing-allowed',
  },
  {
    does: 'closes a proposal as of a day that has not come',
    steps: [{ append: [BLOCKED, 'closed: No longer needed\nclosedOn: 2999-01-01\n'] }, { commit: 'Close' }],
    finds: 'verify/closing-allowed',
  },
  {
    does: 'closes a proposal without the day, by hand',
    steps: [{ append: [BLOCKED, 'closed: No longer needed\n'] }, { commit: 'Close' }],
    finds: 'verify/closing-allowed',
  },
  {
    does: 'closes an adopted proposal',
    steps: [{ append: [ADOPTED, 'closed: Not really\nclosedOn: 2021-09-01\n'] }, { commit: 'Close' }],
    finds: 'verify/closing-allowed',
  },
  {
    does: 'rewords an entry of Annex 1',
    steps: [{ edit: [ANNEX, 'on Board Aircraft', 'on Board Ships'] }, { commit: 'Correct a typo' }],
    finds: 'verify/document-edited',
  },
  {
    does: 'renames Annex 1 in the file',
    steps: [{ edit: [ANNEX, 'document: annex-1', 'document: annex-2'] }, { commit: 'Rename' }],
    finds: 'verify/document-edited',
  },
  {
    does: 'gives an entry an earlier id',
    steps: [
      { edit: [ANNEX, '  - id: hague-1970\n', '  - id: hague-1970\n    formerly: [tokyo-0000]\n'] },
      { commit: 'Note it' },
    ],
    finds: 'verify/document-edited',
  },
  { does: 'removes Annex 1', steps: [{ remove: ANNEX }, { commit: 'Remove' }], finds: 'verify/document-edited' },
  {
    does: 'makes Article 4 unreadable',
    steps: [{ write: ['annexes/article-4.yaml', 'entries: {\n'] }, { commit: 'Break' }],
    finds: 'verify/document-edited',
  },
  {
    does: "changes the Convention's text",
    steps: [{ edit: ['annexes/convention.txt', 'one third', 'one half'] }, { commit: 'Correct' }],
    finds: 'verify/convention-changed',
  },
  {
    does: "removes the Convention's text",
    steps: [{ remove: 'annexes/convention.txt' }, { commit: 'Remove' }],
    finds: 'verify/convention-changed',
  },
  {
    does: 'changes a reading by hand',
    steps: [{ write: ['annexes/readings.yaml', 'readings: {denominator-date: circulation}\n'] }, { commit: 'Choose' }],
    finds: 'verify/readings-changed',
  },
  {
    does: 'sets a reading with the decision on another option',
    steps: [
      {
        write: [
          READINGS,
          'readings: {late-joiner: unamended}\ndecisions:\n  - {reading: late-joiner, option: as-amended, reason: So, recorded: 2026-01-01}\n',
        ],
      },
      { commit: 'Set the reading late-joiner: unamended' },
    ],
    finds: 'verify/readings-changed',
  },
  {
    does: 'removes the decision that set a reading',
    steps: [
      {
        write: [
          READINGS,
          'readings: {late-joiner: unamended}\ndecisions:\n  - {reading: late-joiner, option: unamended, reason: So, recorded: 2026-01-01}\n',
        ],
      },
      { commit: 'Set the reading late-joiner: unamended' },
      { write: [READINGS, 'readings: {late-joiner: unamended}\n'] },
      { commit: 'Tidy' },
    ],
    finds: 'verify/readings-changed',
  },
  {
    does: 'records a decision on a reading that does not exist',
    steps: [
      {
        write: [
          READINGS,
          'readings: {late-joiner: as-amended, x: y}\ndecisions:\n  - {reading: x, option: y, reason: So, recorded: 2026-01-01}\n',
        ],
      },
      { commit: 'Set the reading x: y' },
    ],
    finds: 'verify/readings-changed',
  },
  {
    does: 'makes the readings unreadable',
    steps: [{ write: ['annexes/readings.yaml', 'readings: 5\n'] }, { commit: 'Break' }],
    finds: 'verify/readings-changed',
  },
  {
    does: 'lowers the severity of a rule',
    steps: [{ write: ['annexes/rules.yaml', 'levels: {text/id-unique: note}\n'] }, { commit: 'Relax' }],
    finds: 'verify/rules-changed',
  },
  {
    does: 'changes a schema',
    steps: [{ edit: ['schemas/event.schema.json', '"objection', '"objection '] }, { commit: 'Relax' }],
    finds: 'verify/schema-changed',
  },
  {
    does: 'adds a file that nobody reads',
    steps: [{ write: ['annexes/register/party.yaml', 'parties: []\n'] }, { commit: 'Add' }],
    finds: 'verify/unknown-file',
  },
]

export const REGISTER: readonly Attack[] = [
  {
    does: 'changes the day on which a Party deposited its instrument',
    steps: [{ edit: [PARTIES, 'deposited: 2017', 'deposited: 2039'] }, { commit: 'Correct' }],
    finds: 'verify/party-changed',
  },
  {
    does: 'removes a Party',
    steps: [{ edit: [PARTIES, 'code: ARG', 'code: ARX'] }, { commit: 'Correct' }],
    finds: 'verify/party-changed',
  },
  {
    does: 'makes the register unreadable',
    steps: [{ append: [PARTIES, 'parties: []\n'] }, { commit: 'Break' }],
    finds: 'verify/party-changed',
  },
  { does: 'removes the register', steps: [{ remove: PARTIES }, { commit: 'Remove' }], finds: 'verify/party-changed' },
  {
    does: 'records a second instrument of a State',
    steps: [
      { append: [PARTIES, '  - {code: BRA, instrument: ratification, deposited: 2020-01-01}\n'] },
      { commit: 'Record' },
    ],
    finds: 'verify/party-allowed',
  },
  {
    does: 'records a denunciation by a State before it was a Party',
    steps: [
      {
        append: [
          PARTIES,
          '  - {code: ZMB, name: Zambia, instrument: ratification, deposited: 2020-01-02, denounced: 2020-01-01}\n',
        ],
      },
      { commit: 'Record' },
    ],
    finds: 'verify/party-allowed',
  },
]

export const BY_HAND: readonly Attack[] = [
  {
    does: 'adds a second objection of one Party by hand',
    steps: [event('2021-10-03-objection-BRA', 'event: objection\non: 2021-10-03\nparty: BRA'), { commit: 'Object' }],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds an objection of a State that is not a Party',
    steps: [event('2021-10-03-objection-ZZZ', 'event: objection\non: 2021-10-03\nparty: ZZZ'), { commit: 'Object' }],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds an objection before the circulation',
    steps: [event('2021-08-03-objection-FRA', 'event: objection\non: 2021-08-03\nparty: FRA'), { commit: 'Object' }],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds an objection after the period',
    steps: [event('2023-08-03-objection-FRA', 'event: objection\non: 2023-08-03\nparty: FRA'), { commit: 'Object' }],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds a conference vote to a proposal by silence',
    steps: [
      event('2021-11-01-conference-vote', 'event: conference-vote\non: 2021-11-01\nconsensus: true'),
      { commit: 'Vote' },
    ],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds a second circulation',
    steps: [event('2020-01-01-circulated', 'event: circulated\non: 2020-01-01'), { commit: 'Circulate' }],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds an acceptance by a Party that did not object',
    steps: [event('2022-05-01-acceptance-FRA', 'event: acceptance\non: 2022-05-01\nparty: FRA'), { commit: 'Accept' }],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds a withdrawal of an objection that does not exist',
    steps: [
      event('2021-10-04-objection-withdrawn-FRA', 'event: objection-withdrawn\non: 2021-10-04\nparty: FRA'),
      { commit: 'Withdraw' },
    ],
    finds: 'verify/event-allowed',
  },
  {
    does: 'adds an event that is not YAML',
    steps: [event('2021-10-05-objection-FRA', 'event: [objection'), { commit: 'Object' }],
    finds: 'verify/event-sound',
  },
  {
    does: 'adds an event of an unknown kind',
    steps: [event('2021-10-05-veto-FRA', 'event: veto\non: 2021-10-05\nparty: FRA'), { commit: 'Veto' }],
    finds: 'verify/event-sound',
  },
  {
    does: 'adds an event on a day that does not exist',
    steps: [event('2021-02-30-objection-FRA', 'event: objection\non: 2021-02-30\nparty: FRA'), { commit: 'Object' }],
    finds: 'verify/event-sound',
  },
  {
    does: 'adds an event of a proposal that main does not record',
    steps: [
      { write: ['annexes/proposals/ghost/events/2021-10-05-circulated.yaml', 'event: circulated\non: 2021-10-05\n'] },
      { commit: 'Circulate' },
    ],
    finds: 'verify/event-sound',
  },
  {
    does: 'brings a draft to main by a merge button',
    steps: [{ git: ['merge', '-q', '--no-ff', '-m', 'Merge pull request', 'proposal/draft'] }],
    finds: 'verify/document-edited',
    names: 'proposal/draft',
  },
  {
    does: 'fast-forwards main to a draft',
    steps: [{ git: ['merge', '-q', '--ff', 'proposal/draft'] }],
    finds: 'verify/document-edited',
  },
  {
    does: 'adds a draft to main by hand',
    steps: [
      {
        write: [
          'annexes/proposals/x/proposal.yaml',
          'proposal: x\nbasis: "70.1"\ndocument: annex-1\nby: FRA\ntitle: X\n',
        ],
      },
      { commit: 'Propose' },
    ],
    finds: 'verify/draft-on-main',
  },
  {
    does: 'freezes a text without circulating it',
    steps: [
      { git: ['branch', '-f', 'spare', 'main'] },
      { git: ['reset', '-q', '--hard', 'main~2'] },
      { git: ['checkout', 'spare', '--', PENDING] },
      { commit: 'Freeze' },
    ],
    finds: 'verify/circulation',
  },
]

const RECTIFICATION = `${EVENTS}/2021-10-09-rectification.yaml`
const rectified = (fields: string, file = '2021-10-02-objection-BRA.yaml'): Step => ({
  write: [
    RECTIFICATION,
    `event: rectification\non: 2021-10-09\nref: X-9\nreason: A slip\nrectifies: ${file}\n${fields}\n`,
  ],
})
const WAS = 'was: {event: objection, on: 2021-10-02, party: BRA}'

const REGISTER_RECTIFICATION = `rectifications:
  - code: BRA
    deposited: 2017-04-01
    on: 2021-10-09
    ref: X-9
    reason: A slip
    was: {name: Brazil}
    instead: {name: Brasil}
`

export const RECTIFICATIONS: readonly Attack[] = [
  {
    does: 'edits a rectification',
    steps: [
      rectified(`${WAS}\nvoid: true`),
      { commit: 'Rectify' },
      { edit: [RECTIFICATION, 'void: true', 'instead: {event: objection, on: 2021-10-02, party: FRA}'] },
      { commit: 'Tidy' },
    ],
    finds: 'verify/event-changed',
  },
  {
    does: 'removes a rectification',
    steps: [rectified(`${WAS}\nvoid: true`), { commit: 'Rectify' }, { remove: RECTIFICATION }, { commit: 'Tidy' }],
    finds: 'verify/event-changed',
  },
  {
    does: 'rectifies a file of another proposal',
    steps: [rectified('void: true', '2021-10-01-objection-ARG.yaml'), { commit: 'Rectify' }],
    finds: 'verify/rectification',
  },
  {
    does: 'rectifies a path outside the events',
    steps: [rectified('void: true', '../proposal.yaml'), { commit: 'Rectify' }],
    finds: 'verify/event-sound',
  },
  {
    does: 'rectifies an event and misstates what it said',
    steps: [rectified('was: {event: objection, on: 2021-10-02, party: ARG}\nvoid: true'), { commit: 'Rectify' }],
    finds: 'verify/rectification',
  },
  {
    does: 'rectifies an event without a word who says so',
    steps: [
      {
        write: [
          RECTIFICATION,
          `event: rectification\non: 2021-10-09\nrectifies: 2021-10-02-objection-BRA.yaml\n${WAS}\nvoid: true\n`,
        ],
      },
      { commit: 'Rectify' },
    ],
    finds: 'verify/rectification',
  },
  {
    does: 'rectifies an objection into one of a State that is not a Party',
    steps: [rectified(`${WAS}\ninstead: {event: objection, on: 2021-10-02, party: ZZZ}`), { commit: 'Rectify' }],
    finds: 'verify/rectification',
  },
  {
    does: 'rectifies a rectification by itself',
    steps: [rectified('void: true', '2021-10-09-rectification.yaml'), { commit: 'Rectify' }],
    finds: 'verify/rectification',
  },
  {
    does: 'declares the circulation of an adopted amendment void, back-dated',
    steps: [
      {
        write: [
          'annexes/proposals/adopted/events/2021-01-16-rectification.yaml',
          'event: rectification\non: 2021-01-16\nref: X\nreason: Never sent\nrectifies: 2021-01-15-circulated.yaml\nwas: {event: circulated, on: 2021-01-15, ref: X-adopted}\nvoid: true\n',
        ],
      },
      { commit: 'Rectify' },
    ],
    finds: 'verify/outcome-altered',
  },
  {
    does: 'edits an objection and restores it, and edits it again',
    steps: [
      { edit: [OBJECTION, 'BRA', 'FRA'] },
      { commit: 'Edit' },
      { edit: [OBJECTION, 'FRA', 'BRA'] },
      { commit: 'Restore' },
      { edit: [OBJECTION, 'BRA', 'FRA'] },
      { commit: 'Edit again' },
    ],
    finds: 'verify/event-changed',
  },
  {
    does: 'removes a rectification from the register',
    steps: [
      { append: [PARTIES, REGISTER_RECTIFICATION] },
      { edit: [PARTIES, 'name: Brazil', 'name: Brasil'] },
      { commit: 'Rectify' },
      { edit: [PARTIES, REGISTER_RECTIFICATION, ''] },
      { commit: 'Tidy' },
    ],
    finds: 'verify/party-changed',
  },
  {
    does: 'writes a rectification of the register that does not fit it',
    steps: [{ append: [PARTIES, REGISTER_RECTIFICATION.replace('Brazil', 'Brasilia')] }, { commit: 'Rectify' }],
    finds: 'verify/party-changed',
  },
]

export const ADOPTIONS: readonly Attack[] = [
  {
    does: 'adopts a blocked amendment, without the day',
    steps: adopting('blocked', 'Record proposal blocked as adopted: annex-1/v3'),
    finds: 'verify/adoption-day',
  },
  {
    does: 'adopts a blocked amendment, with a day',
    steps: adopting('blocked', 'Record proposal blocked as adopted: annex-1/v3\n\nAs-of: 2022-08-14'),
    finds: 'verify/adoption-allowed',
  },
  {
    does: 'adopts an amendment whose period runs, as of a day that has not come',
    steps: adopting('pending', 'Record proposal pending as adopted: annex-1/v3\n\nAs-of: 2999-01-01'),
    finds: 'verify/adoption-day',
  },
  {
    does: 'adopts an amendment before the end of the period',
    steps: adopting('pending', 'Record proposal pending as adopted: annex-1/v3\n\nAs-of: 2021-12-14'),
    finds: 'verify/adoption-allowed',
  },
  {
    does: 'writes an edition of a text that was never circulated, in one commit',
    steps: [
      {
        write: [
          'annexes/proposals/x/proposal.yaml',
          'proposal: x\nbasis: "70.1"\ndocument: annex-1\nby: FRA\ntitle: X\nedition: annex-1/v3\n',
        ],
      },
      { commit: 'Adopt' },
    ],
    finds: 'verify/adoption-allowed',
  },
  {
    does: 'writes an edition without a merge',
    steps: [{ append: [PENDING, 'edition: annex-1/v3\n'] }, { commit: 'Adopt' }],
    finds: 'verify/adoption-merge',
  },
  {
    does: 'adds words to an adoption',
    steps: [
      { git: ['reset', '-q', '--hard', 'annex-1/v2'] },
      { edit: [ANNEX, 'Convention on Cybercrime', 'Convention on all Crime'] },
      { commitWith: ['Adopt', '--amend', '-m', 'As-of: 2021-08-14'] },
    ],
    finds: 'verify/adoption-text',
  },
  {
    does: 'drops an objection in an adoption',
    steps: [
      { git: ['reset', '-q', '--hard', 'annex-1/v2'] },
      { remove: 'annexes/proposals/adopted/events/2021-02-01-objection-BRA.yaml' },
      { commitWith: ['Adopt', '--amend', '-m', 'As-of: 2021-08-14'] },
    ],
    finds: 'verify/event-changed',
  },
  {
    does: 'changes the register in an adoption',
    steps: [
      { git: ['reset', '-q', '--hard', 'annex-1/v2'] },
      { edit: [PARTIES, 'deposited: 2017', 'deposited: 2039'] },
      { commitWith: ['Adopt', '--amend', '-m', 'As-of: 2021-08-14'] },
    ],
    finds: 'verify/party-changed',
  },
  {
    does: 'records timely objections after the adoption',
    steps: lateObjections(),
    finds: 'verify/outcome-altered',
  },
]

/** The merge that records a proposal as adopted, made with git alone. */
function adopting(id: string, message: string): Step[] {
  return [
    { git: ['merge', '-q', '--no-commit', '--no-ff', '-X', 'theirs', `proposal/${id}`] },
    { git: ['checkout', 'main', '--', `annexes/proposals/${id}`] },
    { append: [`annexes/proposals/${id}/proposal.yaml`, 'edition: annex-1/v3\n'] },
    { commit: message },
  ]
}

function lateObjections(): Step[] {
  const parties = [
    'ARG',
    'AUS',
    'BEL',
    'CAN',
    'CHL',
    'CHN',
    'COL',
    'CUB',
    'DEU',
    'EGY',
    'ESP',
    'FIN',
    'GBR',
    'IND',
    'IDN',
    'ITA',
    'JPN',
    'KEN',
    'MEX',
  ]
  return [
    ...parties.map(
      (party): Step => ({
        write: [
          `annexes/proposals/adopted/events/2021-03-01-objection-${party}.yaml`,
          `event: objection\non: 2021-03-01\nparty: ${party}\n`,
        ],
      }),
    ),
    { commit: 'Record letters found in a drawer' },
  ]
}

export const MERGES: readonly Attack[] = [
  {
    does: 'drops an objection in a merge whose first parent is a line of their own',
    steps: mergeOntoOwnLine('Merge main', [{ remove: OBJECTION }]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'changes the Party of an objection in such a merge',
    steps: mergeOntoOwnLine('Merge main', [{ edit: [OBJECTION, 'BRA', 'FRA'] }]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'hides an adoption in such a merge',
    steps: mergeOntoOwnLine('Merge main', [{ edit: [ADOPTED, 'edition: annex-1/v2\n', ''] }]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'swaps the frozen text in such a merge',
    steps: mergeOntoOwnLine('Merge main', [{ edit: [PENDING, 'Convention on Delays', 'Convention on Days'] }]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'changes the register in such a merge',
    steps: mergeOntoOwnLine('Merge main', [{ edit: [PARTIES, 'deposited: 2017', 'deposited: 2039'] }]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'changes the words of Annex 1 in such a merge',
    steps: mergeOntoOwnLine('Merge main', [{ edit: [ANNEX, 'on Board Aircraft', 'on Board Ships'] }]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'changes a reading in such a merge',
    steps: mergeOntoOwnLine('Merge main', [
      { write: ['annexes/readings.yaml', 'readings: {denominator-date: circulation}\n'] },
    ]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'adds an event in such a merge',
    steps: mergeOntoOwnLine('Merge main', [event('2021-10-03-withdrawn', 'event: withdrawn\non: 2021-10-03')]),
    finds: 'verify/merge-keeps',
  },
  {
    does: 'brings timely objections in a merge, after the adoption',
    steps: [
      { git: ['switch', '-q', '-c', 'own', 'annex-1/v2^1'] },
      ...lateObjections(),
      { git: ['branch', '-f', 'letters', 'HEAD'] },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--no-ff', '-m', 'Merge the letters', 'letters'] },
    ],
    finds: 'verify/outcome-altered',
    names: 'letters',
  },
  {
    does: 'drops everything that main had, with the strategy "ours"',
    steps: [
      { git: ['switch', '-q', '-c', 'own', 'start'] },
      { git: ['merge', '-q', '-s', 'ours', '-m', 'Merge main', 'main'] },
      { git: ['branch', '-f', 'main', 'own'] },
      { git: ['switch', '-q', 'main'] },
    ],
    finds: 'verify/merge-keeps',
  },
  {
    does: 'drops an objection in a merge whose second parent is a line of their own',
    steps: [
      { git: ['switch', '-q', '-c', 'own', 'start'] },
      { commit: 'Start a line of my own' },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--no-commit', '--no-ff', 'own'] },
      { remove: OBJECTION },
      { commit: 'Merge my line' },
    ],
    finds: 'verify/merge-keeps',
  },
  {
    does: 'edits an event on a side line and merges it cleanly',
    steps: [
      { git: ['switch', '-q', '-c', 'own', 'main'] },
      { edit: [OBJECTION, 'BRA', 'FRA'] },
      { commit: 'Correct it' },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--no-ff', '-m', 'Merge my line', 'own'] },
    ],
    finds: 'verify/event-changed',
    names: 'own',
  },
  {
    does: 'rewords Annex 1 on a side line and merges it cleanly',
    steps: [
      { git: ['switch', '-q', '-c', 'own', 'main'] },
      { edit: [ANNEX, 'on Board Aircraft', 'on Board Ships'] },
      { commit: 'Correct it' },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--no-ff', '-m', 'Merge my line', 'own'] },
    ],
    finds: 'verify/document-edited',
    names: 'own',
  },
  {
    does: 'merges a history of strangers',
    steps: [
      { git: ['switch', '-q', '--orphan', 'strangers'] },
      { write: ['annexes/note.md', 'Hello\n'] },
      { commit: 'From elsewhere' },
      { git: ['switch', '-q', 'main'] },
      { git: ['merge', '-q', '--allow-unrelated-histories', '-m', 'Merge strangers', 'strangers'] },
    ],
    finds: 'verify/unrelated-history',
  },
  {
    does: 'replaces the history by one commit with the same files',
    steps: [
      { git: ['switch', '-q', '--orphan', 'fresh'] },
      { git: ['checkout', 'main', '--', '.'] },
      { commit: 'Start again' },
      { git: ['branch', '-f', 'main', 'fresh'] },
      { git: ['switch', '-q', 'main'] },
    ],
    finds: 'verify/frozen-base',
  },
]

export const TAGS: readonly Attack[] = [
  {
    does: 'moves the tag of an edition',
    steps: [{ git: ['tag', '-f', '-a', '-m', 'Moved', 'annex-1/v2', 'main~1'] }],
    finds: 'verify/edition-moved',
    names: 'annex-1/v2^{}',
  },
  {
    does: 'deletes the tag of an edition',
    steps: [{ git: ['branch', 'edition', 'annex-1/v2'] }, { git: ['tag', '-d', 'annex-1/v2'] }],
    finds: 'verify/edition-missing',
    names: 'edition',
  },
  {
    does: 'invents an edition',
    steps: [{ git: ['tag', '-a', '-m', 'Invented', 'annex-1/v9'] }],
    finds: 'verify/edition-unfounded',
  },
  {
    does: 'replaces the tag of an edition by a lightweight one',
    steps: [{ git: ['tag', '-f', 'annex-1/v2', 'annex-1/v2^{}'] }],
    finds: 'verify/edition-annotated',
    names: '',
  },
  {
    does: 'copies the tag object of one edition to the name of another',
    steps: [{ git: ['update-ref', 'refs/tags/annex-1/v1', 'refs/tags/technical-annex/v1'] }],
    finds: 'verify/tag-name',
    names: 'annex-1/v1^{}',
  },
  {
    does: 'gives a tag the name of main',
    steps: [{ git: ['tag', 'main', 'start'] }],
    finds: 'verify/tag-name',
    names: 'start',
  },
  {
    does: 'gives a tag the name of the branch of a proposal',
    steps: [{ git: ['tag', 'proposal/pending', 'start'] }],
    finds: 'verify/tag-name',
    names: 'start',
  },
  {
    does: 'moves the branch of a circulated proposal',
    steps: [{ git: ['branch', '-f', 'proposal/pending', 'start'] }],
    finds: 'verify/branch-rewritten',
    names: 'start',
  },
]
