import { describe, expect, it } from 'vitest'
import { clocksOf } from './clocks.ts'
import { evaluateCase } from './evaluate.ts'
import { loadLaw } from './law.ts'
import { situationFrom } from './situation.ts'
import { type Block, given, lawOf, remedy, term } from './testing.ts'

const pack = `---
pack: custody
title: Custody
jurisdiction: ES
---
\`\`\`yaml
instrument: act
title: {en: Act}
short: Act
kind: statute
jurisdiction: ES
official: "1"
checked: official
---
calendar: civil
title: {en: Every day}
zone: Europe/Madrid
versions: [{weekdaysOff: [], norm: {instrument: act, article: "1", checked: official}}]
---
track: extradition
title: {en: Extradition}
jurisdiction: ES
applies: [{fact: sending-state, is: ES}]
question: {en: "Has another State asked for this person?"}
domestic: true
---
term: custody
title: {en: Forty days without a request}
direction: state
norm: {instrument: act, article: "10", checked: official}
starts: {event: arrest}
period: 40 days
calendar: civil
ends: [extradition-requested]
\`\`\`
`
const clocks = (given: string[]) => {
  const { law, problems } = loadLaw([{ file: 'custody.md', text: pack }], {
    arrest: { en: 'arrest' },
    'extradition-requested': { en: 'request' },
  })
  if (law === undefined) throw new Error(JSON.stringify(problems))
  return clocksOf(evaluateCase(law, situationFrom(given, '2013-06-01', 'Europe/Madrid'))).map(
    ({ id, status }) => `${id} ${status}`,
  )
}

it('names a custody clock that ran out without the request that would have ended it', () => {
  expect(clocks(['arrest 2012-12-11', 'no extradition-requested'])).toEqual(['custody passed'])
})

it('leaves out a custody clock that the request ended, although its days are over by now', () => {
  expect(clocks(['arrest 2012-12-11', 'extradition-requested 2013-01-03'])).toEqual([])
})

it('keeps a custody clock in view while it is not known whether the request came', () => {
  expect(clocks(['arrest 2012-12-11'])).toEqual(['custody passed'])
})

it('leaves out the clocks of a State whose paths of procedure are none of this case', () => {
  expect(clocks(['sending-state=FR', 'arrest 2012-12-11'])).toEqual([])
  expect(clocks(['sending-state=ES', 'arrest 2012-12-11'])).toEqual(['custody passed'])
})

const running = (blocks: readonly Block[], at: string, ...lines: readonly string[]) =>
  clocksOf(evaluateCase(lawOf(...blocks), given(at, ...lines)))
const told = (blocks: readonly Block[], at: string, ...lines: readonly string[]): string[] =>
  running(blocks, at, ...lines).map(({ id, status }) => `${id} ${status}`)
const five = [term('five-days')]

describe('a clock', () => {
  it('runs to its last minute, and then is over', () => {
    const notified = 'ordered 2014-02-05 notified=2014-02-05'
    expect(told(five, '2014-02-10', notified)).toEqual(['five-days running'])
    expect(told(five, '2014-02-11T00:00', notified)).toEqual(['five-days passed'])
  })

  it('may be over between its earliest and its latest end', () => {
    expect(told(five, '2014-02-11', 'ordered 2014-02-05 notified=2014-02-05/2014-02-07')).toEqual([
      'five-days perhaps_passed',
    ])
  })

  it('whose start is not known runs until it could be over, and is then told as one that may not have begun', () => {
    expect(told(five, '2014-02-09', 'ordered 2014-02-05')).toEqual(['five-days running'])
    expect(told(five, '2014-02-12', 'ordered 2014-02-05')).toEqual(['five-days start_unknown'])
  })

  it('is none where nothing has started it, may have, or has a date', () => {
    expect(told(five, '2014-02-09', 'no ordered')).toEqual([])
    expect(told(five, '2014-02-09')).toEqual([])
    expect(told(five, '2014-02-09', 'ordered')).toEqual([])
  })

  it('bears the title of the version that applies, and of the first where none does', () => {
    const versions = [
      term('five-days', { title: { en: 'Old' }, until: '2014-01-01' }),
      term('five-days', { title: { en: 'New' }, from: '2014-02-01' }),
    ]
    const title = (at: string): string | undefined =>
      running(versions, at, 'ordered 2013-12-20 notified=2013-12-29')[0]?.title.en
    expect(['2013-12-31', '2014-01-15', '2014-02-09'].map(title)).toEqual(['Old', 'Old', 'New'])
  })

  it('that may have started is one', () => {
    expect(running(five, '2014-02-09', 'ordered 2014-02 notified=2014-02-05')).toMatchObject([
      { id: 'five-days', started: 'unknown' },
    ])
    expect(running(five, '2014-02-09', 'contested ordered 2014-02-05 notified=2014-02-05')).toMatchObject([
      { id: 'five-days', started: 'contested', status: 'running' },
    ])
  })

  it('ends when every remedy that it limits has been filed', () => {
    const notified = 'ordered 2014-02-05 notified=2014-02-05'
    const [first, second] = [remedy('first', { term: 'five-days' }), remedy('second', { term: 'five-days' })]
    const filed = 'filed 2014-02-06 remedy=first'
    expect(told([first, ...five], '2014-02-09', notified, filed)).toEqual([])
    expect(told([first, second, ...five], '2014-02-09', notified, filed)).toEqual(['five-days running'])
    expect(told([first, ...five], '2014-02-09', notified)).toEqual(['five-days running'])
  })

  it('says what an order that stops the transfer does to it', () => {
    const underStay = { effect: 'runs-on', note: { en: 'It runs on.' } }
    const lines = ['ordered 2014-02-05 notified=2014-02-05'] as const
    expect(running([term('five-days', { underStay })], '2014-02-09', ...lines)[0]?.underStay).toEqual(underStay)
    expect(running(five, '2014-02-09', ...lines)[0]).not.toHaveProperty('underStay')
  })
})

describe('several clocks', () => {
  const clock = (id: string, event: string, more: Block = {}): Block => term(id, { starts: { event }, ...more })

  it('stand by urgency: running before over, the earliest end first, and else by name', () => {
    const blocks = [
      clock('over', 'arrest'),
      clock('perhaps', 'hearing'),
      clock('z-same', 'asked'),
      clock('a-same', 'asked'),
      clock('late', 'asked', { period: '9 days' }),
      clock('open', 'ordered', { starts: { event: 'ordered', moment: 'notified' } }),
    ]
    const lines = ['arrest 2014-01-01', 'hearing 2014-02-03/2014-02-06', 'asked 2014-02-08', 'ordered 2014-01-20']
    expect(told(blocks, '2014-02-09', ...lines)).toEqual([
      'a-same running',
      'z-same running',
      'late running',
      'perhaps perhaps_passed',
      'open start_unknown',
      'over passed',
    ])
  })
})
