import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { annexJson, exerciseRepository, home, newFolder } from './annex.ts'

const ID = 'https://treaty-annex.example/schemas/'

function schemas(): Ajv2020 {
  const ajv = new Ajv2020({ strictRequired: false, allowUnionTypes: true, allErrors: true, discriminator: true })
  addFormats.default(ajv)
  for (const folder of ['schemas', 'schemas/output']) {
    for (const name of readdirSync(join(home, folder)).filter((file) => file.endsWith('.schema.json'))) {
      ajv.addSchema(JSON.parse(readFileSync(join(home, folder, name), 'utf8')))
    }
  }
  return ajv
}

const NEW = ['proposal', 'new', 'add-budapest', '--basis', '70.1', '--document', 'annex-1', '--by', 'FRA']
const ADD = [
  'entry',
  'add',
  'annex-1',
  'budapest-2001',
  '--text',
  'Convention on Cybercrime (Budapest, 23 November 2001)',
]
const SENT = ['--on', '2021-01-15', '--ref', 'X-1']
const LATER = ['--as-of', '2021-08-14']

/** In the order of a proposal's life: each meets what the one before left. */
const STEPS: [string, string[]][] = [
  ['proposal-new', [...NEW, '--title', 'An addition', '--statement', 'Directly related to international crime.']],
  ['entry', [...ADD, '--done-on', '2001-11-23', '--in-force', '2004-07-01', '--scope', 'regional']],
  ['proposal-check', ['proposal', 'check', 'add-budapest', '--as-of', '2021-01-15']],
  ['proposal-check', ['proposal', 'check', 'add-budapest', '--all', '--as-of', '2021-01-15']],
  ['diff', ['diff']],
  ['proposal-commit', ['proposal', 'commit', '-m', 'Add it']],
  ['diff', ['proposal', 'diff', 'add-budapest']],
  ['proposal-list', ['proposal', 'list', '--as-of', '2021-01-15']],
  ['proposal-check', ['proposal', 'check', 'add-budapest', '--against', 'main', '--as-of', '2021-01-15']],
  ['proposal-conflicts', ['proposal', 'conflicts', '--as-of', '2021-01-15']],
  ['proposal-sent-out', ['proposal', 'circulate', 'add-budapest', ...SENT]],
  ['proposal-record', ['proposal', 'record', 'add-budapest', 'objection', '--party', 'BRA', '--on', '2021-02-01']],
  ['proposal-record', ['proposal', 'record', 'add-budapest', 'objection', '--party', 'TUN', '--on', '2021-02-01']],
  [
    'proposal-record',
    [
      ...['proposal', 'rectify', 'add-budapest', '2021-02-01-objection-BRA.yaml', '--event-ref', 'X-2'],
      ...['--on', '2021-03-01', '--ref', 'X-3', '--reason', 'It has a reference'],
    ],
  ],
  ['proposal-show', ['proposal', 'show', 'add-budapest']],
  ['proposal-status', ['proposal', 'status', 'add-budapest', ...LATER]],
  ['proposal-adopt', ['proposal', 'adopt', 'add-budapest', ...LATER]],
  ['verify', ['verify']],
  ['proposal-list', ['proposal', 'list', ...LATER]],
  ['changelog', ['changelog', ...LATER]],
  ['findings', ['validate']],
  ['fmt', ['fmt', '--check']],
  ['rules', ['rules']],
  ['rules', ['rules', 'law/standing']],
  ['show', ['show']],
  ['show', ['show', 'annex-1', '--at', 'annex-1/v2']],
  ['show', ['show', 'annex-1', '--for', 'BRA', ...LATER]],
  ['show', ['show', 'annex-1', '--known-on', 'main~1']],
  ['show', ['show', '--known-on', 'main~1']],
  ['proposal-list', ['proposal', 'list', '--known-on', 'main~1', ...LATER]],
  ['proposal-show', ['proposal', 'show', 'add-budapest', '--known-on', 'main~1']],
  ['proposal-status', ['proposal', 'status', 'add-budapest', '--known-on', 'main~1', ...LATER]],
  ['proposal-conflicts', ['proposal', 'conflicts', '--known-on', 'main~1', ...LATER]],
  ['party-list', ['party', 'list', '--known-on', 'main~1', ...LATER]],
  ['changelog', ['changelog', '--known-on', 'main~1', ...LATER]],
  ['deadlines', ['deadlines', '--known-on', 'main~1', ...LATER]],
  ['log', ['log', '--known-on', 'main~1']],
  ['explain', ['explain', 'annex-1', 'hague-1970', '--for', 'BRA', '--known-on', 'main~1', ...LATER]],
  ['readings', ['readings', '--known-on', 'main~1']],
  ['readings', ['readings', 'late-joiner', '--known-on', 'main~1']],
  ['git-setup', ['git-setup']],
  ['textconv', ['textconv', 'annexes/annex-1.yaml']],
  ['explain', ['explain', 'annex-1', 'budapest-2001', '--for', 'BRA', ...LATER]],
  ['readings', ['readings']],
  ['readings', ['readings', 'late-joiner']],
  ['readings-set', ['readings', 'set', 'late-joiner', 'unamended', '--reason', 'Decided by the Conference', ...LATER]],
  ['readings', ['readings', 'late-joiner']],
  ['party-list', ['party', 'list', ...LATER]],
  [
    'party-registered',
    ['party', 'add', 'TUN', '--name', 'Tunisia', '--instrument', 'accession', '--deposited', '2020-01-01'],
  ],
  [
    'proposal-new',
    ['proposal', 'new', 'second', '--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'Another'],
  ],
  ['proposal-close', ['proposal', 'close', 'second', '--reason', 'Withdrawn']],
  ['deadlines', ['deadlines', '--as-of', '2021-02-01']],
  ['party-changed', ['party', 'denounce', 'BRA', '--on', '2023-01-01']],
  ['party-changed', ['party', 'declare', 'FRA', 'hague-1970', '--on', '2022-03-01']],
  [
    'party-rectified',
    [
      ...['party', 'rectify', 'BRA', '--without', 'denounced', '--on', '2023-02-01', '--ref', 'X-4'],
      ...['--reason', 'Nothing was received'],
    ],
  ],
  ['keys-list', ['keys', 'list']],
  ['completion', ['completion', 'bash']],
  ['error', ['proposal', 'show', 'absent']],
  ['version', ['--version']],
]

describe('what --json prints is as its schema says', () => {
  let folder: string
  const ajv = schemas()

  beforeAll(() => {
    folder = exerciseRepository()
  })

  it.each(STEPS)('%s: annex %j', (schema, words) => {
    const { json } = annexJson(folder, ...words)
    const validate = ajv.getSchema(`${ID}output/${schema}.schema.json`)
    if (validate === undefined) throw new Error(`there is no schema ${schema}`)
    validate(json)
    expect(validate.errors ?? []).toEqual([])
  })

  it('init', () => {
    const { json } = annexJson(newFolder(), 'init', 'convention')
    const validate = ajv.getSchema(`${ID}output/init.schema.json`)
    validate?.(json)
    expect(validate?.errors ?? []).toEqual([])
  })
})
