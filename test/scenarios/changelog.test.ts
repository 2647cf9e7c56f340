import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { annex, annexDone, annexJson, exerciseRepository, git } from './annex.ts'

describe('a changelog', () => {
  let folder: string

  beforeAll(() => {
    folder = exerciseRepository()
    annexDone(
      folder,
      ...['proposal', 'new', 'add-budapest', '--basis', '70.1', '--document', 'annex-1', '--by', 'FRA'],
      ...[
        '--title',
        'Addition of the Convention on Cybercrime',
        '--statement',
        'Its offences are directly related to international crime.',
      ],
    )
    annexDone(
      folder,
      ...[
        'entry',
        'add',
        'annex-1',
        'budapest-2001',
        '--text',
        'Convention on Cybercrime (Budapest, 23 November 2001)',
      ],
      ...['--done-at', 'Budapest', '--done-on', '2001-11-23', '--scope', 'regional', '--in-force', '2004-07-01'],
    )
    annexDone(folder, 'proposal', 'commit', '-m', 'Add the Convention on Cybercrime')
    annexDone(folder, 'proposal', 'circulate', 'add-budapest', '--on', '2021-01-15', '--ref', 'C.N.1.2021.TREATIES-1')
    annexDone(
      folder,
      'proposal',
      'record',
      'add-budapest',
      'objection',
      '--party',
      'BRA',
      '--on',
      '2021-02-01',
      '--ref',
      'C.N.2',
    )
  })

  it('is empty before the first adoption, and lists pending proposals with --pending', () => {
    expect(annexDone(folder, 'changelog', '--as-of', '2021-03-01')).toContain('Nothing has been adopted.')
    expect(annexDone(folder, 'changelog', '--pending', '--as-of', '2021-03-01')).toContain('### Under way: Addition of')
  })

  it('says only that nothing was adopted in a range or in a document', () => {
    for (const format of ['md', 'html']) {
      const told = (...words: string[]) => annexDone(folder, 'changelog', ...words, '--format', format)
      expect(told('main', 'main')).toContain('Nothing was adopted between main and main.')
      expect(told('main')).toContain('Nothing was adopted since main.')
      expect(told('main', '--document', 'article-4')).toContain('No amendment of article')
      expect(told('--document', 'article-4')).toMatch(/has been adopted\./)
    }
  })

  it('refuses an unknown document', () => {
    const stderr = 'annex: unknown document "nope"; choose among annex-1, article-4, technical-annex\n'
    for (const words of [
      ['changelog', '--document', 'nope'],
      ['log', '--document', 'nope'],
      ['log', 'hague-1970', '--document', 'nope'],
      ['show', 'nope', '--for', 'FRA'],
      ['explain', 'nope', 'hague-1970', '--for', 'FRA'],
    ]) {
      expect(annex(folder, ...words)).toEqual({ status: 2, stdout: '', stderr })
    }
  })

  it('lists what was adopted, on what basis, whom it binds, and from which day', () => {
    annexDone(folder, 'proposal', 'adopt', 'add-budapest', '--as-of', '2021-08-14')
    const { json } = annexJson(folder, 'changelog', '--as-of', '2021-08-14')
    expect(json).toMatchObject({
      asOf: '2021-08-14',
      documents: [
        {
          document: 'annex-1',
          items: [
            {
              proposal: 'add-budapest',
              edition: 'annex-1/v2',
              changes: [
                {
                  entry: 'budapest-2001',
                  says: 'Adds item 16, “Convention on Cybercrime (Budapest, 23 November 2001)”.',
                },
              ],
              references: [{ event: 'circulated', on: '2021-01-15', ref: 'C.N.1.2021.TREATIES-1' }],
              bound: [{ from: '2021-08-14', parties: expect.arrayContaining(['FRA']) }],
              notBound: ['BRA'],
              objected: ['BRA'],
            },
          ],
        },
      ],
    })
  })

  it('lists no edition on a day on which nothing was decided, and the amendment as pending if it is asked for', () => {
    for (const day of ['2021-01-14', '2021-06-01', '2021-07-15']) {
      expect(annexJson(folder, 'changelog', '--as-of', day).json).toMatchObject({ documents: [] })
    }
    const { json } = annexJson(folder, 'changelog', '--pending', '--as-of', '2021-06-01')
    expect(json).toMatchObject({ documents: [{ items: [{ edition: null, status: 'circulated' }] }] })
    expect(annexJson(folder, 'changelog', '--as-of', '2021-07-16').json).toMatchObject({
      documents: [{ items: [{ edition: 'annex-1/v2', status: 'awaiting-entry' }] }],
    })
  })

  it('leaves out what the earlier revision has', () => {
    expect(annexJson(folder, 'changelog', 'annex-1/v2', '--as-of', '2021-08-14').json).toMatchObject({ documents: [] })
    expect(annexJson(folder, 'changelog', 'annex-1/v1', 'annex-1/v2').json).toMatchObject({
      documents: [{ document: 'annex-1' }],
    })
  })

  it('is written to a file, and is out of date when the file differs', () => {
    const file = join(folder, 'annexes/CHANGELOG.md')
    annexDone(folder, 'changelog', '--as-of', '2021-08-14', '-o', file)
    expect(readFileSync(file, 'utf8')).toContain('annex-1/v2')
    expect(annex(folder, 'changelog', '--check').status).toBe(0)
    appendFileSync(file, 'Something else.\n')
    expect(annex(folder, 'changelog', '--check')).toMatchObject({ status: 1, stderr: '' })
  })

  it('is generated again with the same flags: up to date until the record changes', () => {
    const file = join(folder, 'annexes/CHANGELOG.md')
    const made = [['--pending'], ['--document', 'annex-1'], ['annex-1/v1', 'annex-1/v2', '--pending'], ['annex-1/v2~0']]
    for (const flags of made) {
      annexDone(folder, 'changelog', ...flags, '--as-of', '2021-09-02', '-o', file)
      expect(readFileSync(file, 'utf8')).toContain(`by \`annex changelog ${flags.join(' ')}\`; the Parties bound`)
      expect(annexJson(folder, 'changelog', '--check')).toEqual({
        status: 0,
        json: { fresh: true, asOf: '2021-09-02' },
      })
    }
    annexDone(folder, 'changelog', '--pending', '--as-of', '2021-09-02', '-o', file)
    appendFileSync(file, 'Something else.\n')
    expect(annex(folder, 'changelog', '--check').stdout).toContain(
      'is out of date; regenerate it with annex changelog --pending -o annexes/CHANGELOG.md.',
    )
  })

  it('is read in the words of earlier versions too: the command that regenerates it is the same', () => {
    const file = join(folder, 'annexes/CHANGELOG.md')
    annexDone(folder, 'changelog', '--pending', '--as-of', '2021-09-02', '-o', file)
    const earlier = readFileSync(file, 'utf8').replace('the Parties bound are those on', 'whom it binds is as of')
    writeFileSync(file, earlier)
    const { status, stdout } = annex(folder, 'changelog', '--check')
    expect([status, stdout]).toEqual([1, expect.stringContaining('annex changelog --pending -o annexes/CHANGELOG.md')])
    expect(annexJson(folder, 'changelog', '--check').json).toEqual({ fresh: false, asOf: '2021-09-02' })
  })

  it('can be a web page or a feed', () => {
    expect(annexDone(folder, 'changelog', '--format', 'html', '--as-of', '2021-08-14')).toContain(
      '<h3 id="add-budapest">',
    )
    const feed = annexDone(folder, 'changelog', '--format', 'atom', '--as-of', '2021-08-14')
    expect(feed.match(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/g)).toHaveLength(2)
    expect(feed.match(/<updated>2021-08-14T00:00:00Z<\/updated>/g)).toHaveLength(2)
    expect(annexDone(folder, 'changelog', '--format', 'atom', '--as-of', '2040-01-01')).toBe(feed)
    const self = 'https://example.org/amendments.xml'
    expect(annexDone(folder, 'changelog', '--format', 'atom', '--self', self)).toContain(
      `<link rel="self" href="${self}"/>`,
    )
    expect(annex(folder, 'changelog', '--format', 'atom', '--self', 'here').status).toBe(2)
  })

  it('is part of what is exported to other programs', () => {
    expect(annexDone(folder, 'export', 'annex-1', '--as-of', '2021-08-14')).toContain(
      '<eventRef eId="event_add-budapest"',
    )
    const { json } = annexJson(folder, 'export', 'annex-1', '--format', 'skos')
    expect(JSON.stringify(json)).toContain('annex-1/v2: Adds item 16')
  })

  it('is part of redlines, with the proposer and the day', () => {
    const file = join(folder, '..', 'redline.docx')
    annexDone(folder, 'proposal', 'diff', 'add-budapest', '--format', 'docx', '-o', file)
    const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('w:author="France" w:date="2021-01-15T00:00:00Z"')
    expect(annex(folder, 'proposal', 'diff', 'add-budapest', '--format', 'docx')).toMatchObject({ status: 2 })
    expect(annexDone(folder, 'proposal', 'diff', 'add-budapest', '--format', 'html')).toContain(
      'Content-Security-Policy',
    )
    const name = 'Addition of the Convention on Cybercrime (add-budapest)'
    expect(annexDone(folder, 'proposal', 'diff', 'add-budapest')).toContain(
      `${name}, proposed by France (FRA): 1 added`,
    )
    expect(strFromU8(unzipSync(readFileSync(file))['word/header.xml'] ?? new Uint8Array())).toContain(name)
  })
})

describe('the adoption of a proposal', () => {
  const propose = (folder: string, ...changelog: string[]) => {
    if (changelog.length > 0) {
      annexDone(folder, 'changelog', ...changelog, '-o', join(folder, 'annexes/CHANGELOG.md'))
      git(folder, 'add', '--all')
      git(folder, 'commit', '--quiet', '--message', 'Keep a changelog')
    }
    const about = ['--basis', '70.1', '--document', 'annex-1', '--by', 'FRA', '--title', 'Deletion of the last item']
    annexDone(folder, 'proposal', 'new', 'delete', ...about, '--statement', 'It is directly related to crime.')
    annexDone(folder, 'entry', 'remove', 'annex-1', 'vienna-1988')
    annexDone(folder, 'proposal', 'commit', '-m', 'Delete the last item')
    annexDone(folder, 'proposal', 'circulate', 'delete', '--on', '2021-01-15', '--ref', 'C.N.1')
    return ['proposal', 'adopt', 'delete', '--as-of', '2021-08-14']
  }

  it('says that the changelog on main is out of date, and how to regenerate it with the same flags', () => {
    const folder = exerciseRepository()
    const adopt = propose(folder, '--pending', '--as-of', '2021-08-14')
    const { status, json } = annexJson(folder, ...adopt)
    const command = 'annex changelog --pending -o annexes/CHANGELOG.md'
    expect({ status, json }).toMatchObject({ status: 0, json: { changelog: { stale: true, command } } })
  })

  it('does not mention the changelog where main has none', () => {
    const folder = exerciseRepository()
    expect(annexDone(folder, ...propose(folder))).not.toContain('CHANGELOG')
  })
})
