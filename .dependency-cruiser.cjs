// The arrows of the house. Each rule says why it stands.
const PURE = '^src/(treaty|law|rules|amendments|render)/'

/** Which rooms each room may look into, besides itself. */
const ARROWS = {
  treaty: [],
  law: ['treaty'],
  rules: ['treaty'],
  amendments: ['treaty'],
  render: ['treaty'],
  store: ['treaty'],
  proceedings: ['treaty', 'law', 'rules', 'amendments', 'store'],
  library: ['treaty', 'law', 'rules', 'amendments', 'render', 'store'],
  terminal: ['treaty', 'render', 'store', 'proceedings'],
  commands: ['treaty', 'law', 'rules', 'amendments', 'render', 'store', 'proceedings', 'terminal'],
}

const arrows = Object.entries(ARROWS).map(([room, others]) => ({
  name: `${room}-looks-only-where-it-may`,
  comment: `${room} imports ${others.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'pure-rooms-touch-no-machine',
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
          'node_modules/(ical.js|temporal-polyfill|temporal-spec|temporal-utils|@noble/hashes|diff|get-east-asian-width|fflate)/',
      },
    },
    {
      name: 'only-the-store-knows-git-yaml-and-ajv',
      comment: 'One room knows disk, git, YAML and ajv; when one of them changes, one room does.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: 'node_modules/(isomorphic-git|yaml|ajv|ajv-formats)/' },
    },
    {
      name: 'the-library-reaches-no-machine',
      comment:
        'What other programs import runs in a browser: of the store it uses the reading and writing of YAML alone.',
      severity: 'error',
      from: { path: '^src/library/' },
      to: { path: '^src/store/', pathNot: '^src/store/documents/', reachable: true },
    },
    {
      name: 'rooms-are-entered-by-the-door',
      comment: 'A room is used through its index; what else is in it may change.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/(treaty|law|rules|amendments|proceedings)/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'What nobody imports is deleted.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(commands|library)/|\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
}
