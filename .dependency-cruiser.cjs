// Allowed imports between the folders of src. Each rule has its reason.
const PURE = '^src/(treaty|law|text|render)/'

/** The rooms that each room may import. */
const ARROWS = {
  treaty: [],
  law: ['treaty'],
  text: ['treaty'],
  render: ['treaty'],
  git: [],
  files: ['treaty'],
  workflows: ['treaty', 'law', 'text', 'git', 'files'],
  library: ['treaty', 'law', 'text', 'render', 'files'],
  cli: ['treaty', 'law', 'text', 'render', 'git', 'files', 'workflows'],
}

const arrows = Object.entries(ARROWS).map(([room, others]) => ({
  name: `${room}-imports-only-allowed-rooms`,
  comment: `${room} imports ${others.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'pure-rooms-have-no-io',
      comment: 'The same code runs in a browser: no node:, no package that does I/O.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-know-few-packages',
      comment: 'Each package a pure room uses is pure itself.',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: 'node_modules/',
        pathNot:
          'node_modules/(ical.js|iso-3166|temporal-polyfill|temporal-spec|temporal-utils|@noble/hashes|diff|get-east-asian-width|fflate)/',
      },
    },
    {
      name: 'only-git-knows-isomorphic-git',
      comment: 'When isomorphic-git changes, only this room changes.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/git/' },
      to: { path: 'node_modules/isomorphic-git/' },
    },
    {
      name: 'only-files-knows-yaml-and-ajv',
      comment: 'When yaml or ajv changes, only this room changes.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/files/' },
      to: { path: 'node_modules/(yaml|ajv|ajv-formats)/' },
    },
    {
      name: 'the-library-has-no-io',
      comment:
        'What other programs import runs in a browser: it parses and writes YAML, and uses neither git nor a disk.',
      severity: 'error',
      from: { path: '^src/library/' },
      to: { path: '^src/git/', reachable: true },
    },
    {
      name: 'rooms-are-imported-by-their-index',
      comment: 'Import a room only through its index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/(treaty|law|text|render|git|files|workflows)/',
        pathNot: ['^src/$1/', '^src/render/printers/[^/]+(/index)?\\.ts$', '^src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'no-circles',
      comment: 'If two files need each other, merge them, or move the shared part to a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Delete unused files.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(cli|library)/|\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
}
