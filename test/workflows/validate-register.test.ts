import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/treaty/index.ts'
import { validateAll, validateFiles } from '../../src/workflows/index.ts'
import { inALine, snapshotOf } from './snapshot-of.ts'

const PARTIES = 'annexes/register/parties.yaml'
const shipped = (name: string) => readFileSync(new URL(`../../annexes/${name}`, import.meta.url), 'utf8')
const DOCUMENTS = Object.fromEntries(
  ['annex-1', 'technical-annex', 'article-4'].map((name) => [`annexes/${name}.yaml`, shipped(`${name}.yaml`)]),
)

/** What stands in the way, the notes on the shipped documents left out. */
async function errorsIn(files: Record<string, string>): Promise<string[]> {
  const { findings } = await validateAll(snapshotOf({ ...DOCUMENTS, ...files }))
  return findings.filter(({ level }) => level === 'error').map(inALine)
}

const register = (...parties: string[]) => ({
  [PARTIES]: `parties:\n${parties.map((line) => `  - ${line}\n`).join('')}`,
})
const CODES =
  'AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRN BGR BFA BDI KHM CMR CAN CPV'
const thirtyOn = (day: string) =>
  CODES.split(' ').map((code) => `{code: ${code}, instrument: ratification, deposited: ${day}}`)
const THIRTY = thirtyOn('2017-03-01')
const france = (rest: string) => `{code: FRA, instrument: ratification, deposited: 2017-03-01${rest}}`

describe('annex validate checks the register by the law', () => {
  it('reports a second instrument that overlaps the first', async () => {
    const second = '{code: FRA, instrument: accession, deposited: 2017-03-02}'
    expect(await errorsIn(register(france(''), second))).toEqual([`error law/two-instruments ${PARTIES}:3:5`])
    const left = france(', denounced: 2018-01-01')
    expect(await errorsIn(register(...THIRTY, left, second.replace('2017', '2020')))).toEqual([])
  })

  it('reports a denunciation by a State that was not yet a Party', async () => {
    const early = france(', denounced: 2017-05-29')
    expect(await errorsIn(register(...THIRTY, early))).toEqual([`error law/denunciation-by-a-party ${PARTIES}:32:77`])
    expect(await errorsIn(register(...THIRTY, early.replace('05-29', '05-30')))).toEqual([])
  })

  it('reports each declaration without effect under Article 17, and no other', async () => {
    const declared = (...lines: string[]) => register(france(`, declarations: [${lines.join(', ')}]`))
    const good = '{treaty: hague-1970, on: 2017-03-01, ground: not-a-party}'
    expect(await errorsIn(declared(good))).toEqual([])
    expect(await errorsIn(declared('{treaty: nope, on: 2017-03-01, ground: not-a-party}'))).toEqual([
      `error law/declaration-of-a-listed-treaty ${PARTIES}:2:81`,
    ])
    expect(await errorsIn(declared(good, '{treaty: montreal-1971, on: 2018-03-01, ground: not-a-party}'))).toEqual([
      `error law/declaration-on-deposit ${PARTIES}:2:140`,
    ])
    expect(await errorsIn(declared(good, good))).toEqual([`error law/declaration-once ${PARTIES}:2:140`])
    const lapsed = good.replace('}', ', enteredIntoForce: 2020-01-01}')
    expect(await errorsIn(declared(good, lapsed))).toEqual([`error law/declaration-once ${PARTIES}:2:140`])
  })

  it('does not report a declaration marked as without effect, until it has effect', async () => {
    const marked = (treaty: string, on: string) =>
      `{treaty: ${treaty}, on: ${on}, ground: not-a-party, withoutEffect: late}`
    const remarks = async (line: string) => {
      const { findings } = await validateAll(
        snapshotOf({ ...DOCUMENTS, ...register(france(`, declarations: [${line}]`)) }),
      )
      return findings.filter(({ level }) => level !== 'note').map(inALine)
    }
    expect(await remarks(marked('hague-1970', '2018-03-01'))).toEqual([])
    expect(await remarks(marked('hague-1970', '2017-03-01'))).toEqual([`warning law/effect-after-all ${PARTIES}:2:81`])
  })

  it('accepts a declaration with effect next to one without effect', async () => {
    const late = '{treaty: hague-1970, on: 2019-03-01, ground: not-a-party, withoutEffect: late}'
    const left = '{treaty: hague-1970, on: 2020-03-01, ground: ceased}'
    const many = thirtyOn('2017-01-01')
    expect(await errorsIn(register(...many, france(`, declarations: [${late}, ${left}]`)))).toEqual([])
    expect(
      await errorsIn(register(...many, france(`, declarations: [${left}, ${late.replace('2019', '2021')}]`))),
    ).toEqual([])
  })

  it('compares a later declaration with earlier ones in any order in the file', async () => {
    const left = (on: string) => `{treaty: hague-1970, on: ${on}, ground: ceased}`
    const many = thirtyOn('2017-01-01')
    const parties = [...many, france(`, declarations: [${left('2020-01-01')}, ${left('2019-01-01')}]`)]
    expect(await errorsIn(register(...parties))).toEqual([`error law/declaration-once ${PARTIES}:32:81`])
  })

  it('does not judge declarations while Annex 1 cannot be read', async () => {
    const files = register(france(', declarations: [{treaty: nope, on: 2017-03-01, ground: not-a-party}]'))
    expect(await errorsIn({ ...files, 'annexes/annex-1.yaml': 'document: [' })).toEqual([
      'error schema/yaml annexes/annex-1.yaml:1:12',
    ])
  })
})

describe('what Annex 1 lists for a declaration', () => {
  const entry = { id: 'budapest-2001', number: '16', text: { title: { en: 'Convention on Cybercrime' } } }
  const place = { after: 'vienna-1988', followedBy: null }
  const added = { document: 'annex-1', entry: entry.id, kind: 'added', before: null, after: entry, place }
  const hague = { id: 'hague-1970', text: { title: { en: 'Convention' } } }
  const removed = { document: 'annex-1', entry: 'hague-1970', kind: 'removed', before: hague, after: null, place }
  const id = 'a'.repeat(40)

  const proposal = (changes: object[], edition: string) => {
    const frozen = { commit: id, base: id, changes, digest: digestOf(changes) }
    const head = { proposal: 'one', basis: '70.1', document: 'annex-1', by: 'FRA', title: 'One', edition, frozen }
    return JSON.stringify(head)
  }

  const declaring = (treaty: string) =>
    register(france(`, declarations: [{treaty: ${treaty}, on: 2017-03-01, ground: not-a-party}]`))

  it("is the Convention's own text: with entries removed since, without entries added since", async () => {
    const folder = 'annexes/proposals/one'
    const one = (changes: object[]) => ({ [`${folder}/proposal.yaml`]: proposal(changes, 'annex-1/v2') })
    const struck = shipped('annex-1.yaml').replace('id: hague-1970', 'id: hague-of-1970')
    expect(await errorsIn({ ...declaring('hague-1970'), 'annexes/annex-1.yaml': struck })).toHaveLength(1)
    expect(await errorsIn({ ...declaring('hague-1970'), ...one([removed]), 'annexes/annex-1.yaml': struck })).toEqual(
      [],
    )
    const grown = `${shipped('annex-1.yaml')}  - ${JSON.stringify(entry)}\n`
    expect(await errorsIn({ ...declaring('budapest-2001'), ...one([added]), 'annexes/annex-1.yaml': grown })).toEqual([
      `error law/declaration-of-a-listed-treaty ${PARTIES}:2:81`,
    ])
  })
})

describe('annex validate checks that the chosen readings exist', () => {
  const READINGS = 'annexes/readings.yaml'
  const files = { [READINGS]: 'readings:\n  denominator-date: bogus\n  nope: x\n' }
  const told = [`error law/unknown-option ${READINGS}:2:21`, `error law/unknown-reading ${READINGS}:3:9`]

  it('in the record', async () => {
    expect(await errorsIn(files)).toEqual(told)
    expect(await errorsIn({ [READINGS]: 'readings: {denominator-date: circulation}\n' })).toEqual([])
  })

  it('in the file alone, without other files', async () => {
    expect((await validateFiles(snapshotOf(files), [READINGS])).findings.map(inALine)).toEqual(told)
  })
})
