import { describe, expect, test } from 'vitest'
import { checkEvent, decide, deniesEffect } from '../../src/law/index.ts'
import type { FiledEvent } from '../../src/treaty/index.ts'
import { situationOf } from './case-file.ts'

const SENT: FiledEvent = { event: 'circulated', on: '2031-01-15' }
const OBJECTION: FiledEvent = { event: 'objection', on: '2031-02-01', party: 'S01' }
const ACCEPTANCE: FiledEvent = { event: 'acceptance', on: '2031-02-01', party: 'S01' }
const WITHDRAWN: FiledEvent = { event: 'objection-withdrawn', on: '2031-02-01', party: 'S01' }

function checked(event: FiledEvent, events: FiledEvent[]) {
  return checkEvent({ ...situationOf({ parties: '36 exercise States' }), events }, event)
}

describe('an event that leaves another of its day without effect', () => {
  test('is told which, whose it is and why', () => {
    expect(checked(WITHDRAWN, [SENT, OBJECTION, ACCEPTANCE])).toMatchObject([
      {
        rule: 'law/event-against-another',
        cite: '70(7)',
        message: expect.stringMatching(/^acceptance of S01 of the same day would lose its effect: ./),
      },
    ])
  })

  test('is not told of one that has none anyhow', () => {
    const byNobody: FiledEvent = { event: 'objection', on: '2031-02-01', party: 'ZZZ' }
    expect(checked(OBJECTION, [SENT, OBJECTION, byNobody])).toEqual([])
  })

  test('has effect itself; what the law refuses has none; a remark denies nothing', () => {
    const denied = (event: FiledEvent, events: FiledEvent[]) => checked(event, events).map(deniesEffect)
    expect(denied(WITHDRAWN, [SENT, OBJECTION, ACCEPTANCE])).toEqual([false])
    expect(denied({ ...OBJECTION, party: 'ZZZ' }, [SENT])).toEqual([true])
    expect(denied({ ...OBJECTION, withoutEffect: 'Late.' }, [SENT])).toEqual([false])
  })
})

describe('an event filed as without effect that has effect', () => {
  const said = (event: FiledEvent, events: FiledEvent[]) => checked(event, events).map(({ message }) => message)
  const filed = 'was recorded as without effect, but it has effect under the readings chosen.'

  test('is named by what it is, and whose', () => {
    expect(said({ ...OBJECTION, withoutEffect: 'Late.' }, [SENT])).toEqual([
      `objection of S01 of 1 February 2031 ${filed}`,
    ])
    expect(said({ ...SENT, withoutEffect: 'Unfit.' }, [])).toEqual([`circulated of 15 January 2031 ${filed}`])
  })
})

describe('what is not known of an event', () => {
  test('is no member of what is found of it', () => {
    expect(checked({ ...OBJECTION, on: '2031-02-30' }, [SENT])).toMatchObject([{ rule: 'law/real-day' }])
    const [finding] = checked({ ...OBJECTION, on: '2031-02-30' }, [SENT])
    expect(Object.keys(finding ?? {})).toEqual(['rule', 'level', 'message', 'hint', 'at'])
    expect(finding?.at).toStrictEqual({ path: ['on'] })
    expect(checked({ ...OBJECTION, party: 'ZZZ' }, [SENT])[0]?.at).toStrictEqual({ path: ['party'] })
  })

  test('is no member of the step that it makes', () => {
    const situation = { ...situationOf({ parties: '36 exercise States' }), events: [SENT] }
    const { because } = decide(situation, '2031-03-01')
    expect(because.find(({ event }) => event !== undefined)?.event).toStrictEqual({ on: '2031-01-15' })
  })
})
