import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { defaultProperties, entryKey, project, recordedInstant, ruleOf } from './index.ts'
import { tell } from './testing.ts'

describe('the state of a record', () => {
  it('of nothing is empty, and its dates are read in UTC', () => {
    const state = project([])
    expect(state).toMatchObject({ zone: 'UTC', lastSequence: 0 })
    expect(state.header).toBeUndefined()
    expect(state.claims.size).toBe(0)
  })

  it('takes its zone from the header, wherever that stands', () => {
    const { entries } = tell()
    const last = entries.map((entry, index) => ({ ...entry, sequence: entries.length - index }))
    expect(project(last).zone).toBe('Europe/Madrid')
  })

  it('keeps what was entered first under an id: an entry never changes an earlier one', () => {
    const state = tell()
      .event('x')
      .enter({ kind: 'event', event: { id: 'x', type: 'other', title: 'another title' } })
      .state()
    expect(state.events.get('x')?.title).toBe('x')
    expect(state.lastSequence).toBe(6)
  })

  it('knows who entered a thing and when', () => {
    const state = tell().event('x').state()
    expect(state.entries.get(entryKey('event', 'x'))).toMatchObject({ sequence: 5, by: 'tester' })
  })

  it('as recorded at R holds nothing entered later, even out of order', () => {
    const record = tell()
    record.recorded = '2022-01-01T00:00:00Z'
    record.event('late')
    record.recorded = '2021-01-01T00:00:00Z'
    record.event('clock-went-back')
    const state = project(record.entries, { recordedBy: recordedInstant('2021-06-01T00:00:00Z') })
    expect([...state.events.keys()]).toEqual(['clock-went-back'])
  })

  it('can be folded with another vocabulary', () => {
    const record = tell().event('x').claim('x', 'served', '2014-02-14')
    expect(record.state().claims.get('c6')?.span).toBeUndefined()
    const state = project(record.entries, { properties: { served: { value: 'date', single: true } } })
    expect(state.claims.get('c6')?.span?.precision).toBe('day')
  })
})

describe('the vocabulary', () => {
  it('says the same of every property as vocabulary/properties.yaml', () => {
    const file: unknown = parse(readFileSync(new URL('../../vocabulary/properties.yaml', import.meta.url), 'utf8'))
    const listed = Reflect.get(Object(file), 'properties') as Readonly<
      Record<string, { value: string; single: boolean }>
    >
    const same = Object.fromEntries(
      Object.entries(listed).map(([name, { value, single }]) => [name, { value, single }]),
    )
    expect(defaultProperties).toEqual(same)
  })

  it('takes an unlisted property for one with a single right answer', () => {
    expect([ruleOf(defaultProperties, 'colour'), ruleOf(defaultProperties, 'constructor')]).toEqual([
      { value: 'text', single: true },
      { value: 'text', single: true },
    ])
  })
})
