import { situationOf } from './case-file.ts'

/**
 * In force by either route, with a withdrawal, a late consent and a late joiner: it rests on six readings, one of which has
 * three options, so that there are 95 other choices.
 */
export const RESTS_ON_MUCH = situationOf({
  readings: { 'conference-route': 'alternative' },
  parties: ['36 exercise States', { code: 'AFTER', instrument: 'accession', deposited: '2032-01-01' }],
  events: [
    { on: '2031-01-15', event: 'circulated' },
    { on: '2031-02-01', event: 'objection', party: 'S01 to S02' },
    { on: '2031-02-02', event: 'objection-withdrawn', party: 'S01' },
    { on: '2031-03-01', event: 'submitted' },
    { on: '2031-04-01', event: 'conference-vote', inFavour: 30 },
    { on: '2031-05-01', event: 'consent', party: 'S02' },
  ],
})

/**
 * Objected to by six of the eighteen that had deposited a ratification when it was sent out, and of the twenty-one that had
 * at the last: stopped where ratifications alone are counted, and on the day it was sent out, and by neither of the two alone.
 */
export const OBJECTED_TO = situationOf({
  parties: [
    '18 exercise States',
    '18 exercise States by accession',
    { code: 'NEXT', instrument: 'ratification', deposited: '2031-03-01' },
    { code: 'THEN', instrument: 'ratification', deposited: '2031-03-02' },
    { code: 'LAST', instrument: 'ratification', deposited: '2031-03-03' },
  ],
  events: [
    { on: '2031-01-15', event: 'circulated' },
    { on: '2031-02-01', event: 'objection', party: 'S01 to S06' },
  ],
})
