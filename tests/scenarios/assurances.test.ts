/** Kazakhstan's assurances of 2013 and 2014, as Spain had them, and what had come of earlier ones. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AssurancesOverTime, assurancesOverTime, readPrecedents } from '../../src/casework/index.ts'
import type { PrecedentCase } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { type EventView, parseDate, type PropertyView } from '../../src/record/index.ts'
import { Scenario, type Told } from './pavlov.ts'

let scenario: Scenario
let cases: readonly PrecedentCase[]
beforeAll(async () => {
  scenario = await Scenario.load()
  cases = await readPrecedents(diskFiles, join(import.meta.dirname, '../..'))
})

const overTime = ({ opened }: Told, events: readonly EventView[] = []): AssurancesOverTime =>
  assurancesOverTime(
    {
      ...opened,
      view: {
        ...opened.view,
        events: new Map([...opened.view.events, ...events.map((one) => [one.event.id, one] as const)]),
      },
    },
    cases,
    opened.law.blocks.precedent,
    'en',
  )

const property = (name: string, value: string): PropertyView => ({
  property: name,
  status: 'known',
  value,
  values: [value],
  claims: [],
  rivals: [],
  refused: [],
  ...(name === 'date' ? { span: parseDate(value, 'Asia/Almaty') } : {}),
})

/** A change of government that the record could hold. */
const change = (government: string, date: string | undefined): EventView => ({
  event: { id: `change-${date ?? 'undated'}`, type: 'government-changed', title: 'Government replaced' },
  occurred: 'true',
  properties: new Map([
    ['government', property('government', government)],
    ...(date === undefined ? [] : [['date', property('date', date)] as const]),
  ]),
  claims: [],
})

describe('the assurances of Kazakhstan', () => {
  it('are not in the record before anybody spoke of them', () => {
    expect(overTime(scenario.told('2013-06-01')).given).toEqual([])
  })

  it('are those of Kazakhstan, by an office that no source read names', () => {
    const [given] = overTime(scenario.told('2014-02-19')).given
    expect(given).toMatchObject({ state: ['KZ'], givenBy: [], date: '../2013-07-22', leftSince: [] })
    expect(given?.content.join(' ')).toMatch(/treated humanely/)
    expect(given?.evidence.length).toBeGreaterThan(0)
  })

  it('stand beside what Strasbourg had said of earlier ones: Baysakov, 2010', () => {
    const { ofReceivingState } = overTime(scenario.told('2014-02-19'))
    expect(ofReceivingState.map((one) => [one.case, one.article3.value])).toEqual([
      ['Baysakov and Others v. Ukraine', 'violation-if-removed'],
    ])
    expect(ofReceivingState[0]?.sources.length).toBeGreaterThan(0)
  })

  it('stand beside what Spain had relied on before: Olaechea Cahuas, and Gasayev as not checked', () => {
    const told = overTime(scenario.told('2014-02-19')).ofSendingState
    expect(told.map((one) => [one.case, one.article3.value])).toEqual([
      ['Olaechea Cahuas v. Spain', 'no-violation'],
      ['Gasayev v. Spain', null],
    ])
  })

  it('say in how many judgments nobody has looked whether there were any, and give no rate', () => {
    const told = overTime(scenario.told('2014-02-19'))
    expect(told.notChecked).toBeGreaterThan(0)
    expect(JSON.stringify(told)).not.toMatch(/"(score|rate|chance|probability)"/)
  })
})

describe('a change of government in the State that gave them', () => {
  const given = (...events: readonly EventView[]) => overTime(scenario.told('2014-02-19'), events).given[0]

  it('after they were given marks them, with the day', () => {
    expect(given(change('KZ', '2014-01-10'))?.leftSince.map(({ date }) => date)).toEqual(['2014-01-10'])
  })

  it('on a day that may lie before leaves it open', () => {
    expect(given(change('KZ', '2013-07-22'))).toMatchObject({
      leftSince: [],
      perhapsLeft: [{ date: '2013-07-22' }],
    })
  })

  it('that nobody dates leaves it open', () => {
    expect(given(change('KZ', undefined))).toMatchObject({ leftSince: [], perhapsLeft: [{ date: null }] })
  })

  it('that comes only later marks nothing yet', () => {
    expect(given(change('KZ', '2014-04-02'))).toMatchObject({ leftSince: [], perhapsLeft: [] })
  })

  it('of another State marks nothing', () => {
    expect(given(change('FR', '2014-01-10'))).toMatchObject({ leftSince: [], perhapsLeft: [] })
  })
})
