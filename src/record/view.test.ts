import { describe, expect, it } from 'vitest'
import { canonicalOf, factOf, pointsOf, propertyOf } from './index.ts'
import { tell } from './testing.ts'

describe('what is known when', () => {
  it('counts a thing learned on a day from the start of that day', () => {
    const record = tell().event('decision').claim('decision', 'date', '2014-02-14', { learned: '2014-02-18' })
    expect(record.view('2014-02-17').events.size).toBe(0)
    expect(record.view('2014-02-18T00:00').events.size).toBe(1)
  })

  it('counts a thing learned at a minute from that minute', () => {
    const record = tell().event('decision').claim('decision', 'date', '2014-02-14', { learned: '2014-02-18T19:30' })
    expect(record.view('2014-02-18T19:29').events.size).toBe(0)
    expect(record.view('2014-02-18T19:30').events.size).toBe(1)
  })

  it.each(['2014-02', '2014', '201X', '2014-02-10/2014-02-28', '2014-02-18~', '2014-02-18?'])(
    'counts a thing learned in %s only from its end',
    (learned) => {
      const record = tell().event('decision').claim('decision', 'date', '2014-02-14', { learned })
      expect(record.view('2014-02-18T12:00').events.size).toBe(0)
      expect(record.view('2020-01-01').events.size).toBe(1)
    },
  )

  it('never counts a thing whose date of learning is open or cannot be read', () => {
    const record = tell()
      .event('decision')
      .claim('decision', 'date', '2014-02-14', { learned: '2014/..' })
      .claim('decision', 'date', '2014-02-14', { learned: 'last week' })
    expect(record.view('2099-01-01').events.size).toBe(0)
  })

  it('keeps positions, identities, completeness and assessments back until they are learned', () => {
    const record = tell()
      .entity('other')
      .event('x')
      .claim('x', 'place', 'Madrid')
      .position('x', 'place', 'contested', [], '2015-01-01')
      .identity('person', 'other', 'same', '2015-01-01')
      .complete('surrendered', 'ongoing', '2015-01-01')
      .assessment('real-risk', 'yes', '2015-01-01')
    const before = record.view('2014-12-31')
    expect(
      [before.positions, before.identities, before.completeness, before.assessments].map((list) => list.length),
    ).toEqual([0, 0, 0, 0])
    const after = record.view('2015-01-01')
    expect(
      [after.positions, after.identities, after.completeness, after.assessments].map((list) => list.length),
    ).toEqual([1, 1, 1, 1])
  })
})

describe('the public', () => {
  const record = tell()
    .event('decision')
    .claim('decision', 'date', '2014-02-14', { learned: '2014-02-18', public: '2014-02-19' })

  it('knows a thing from its public date, later than the desk', () => {
    expect(record.view('2014-02-18', 'desk').events.size).toBe(1)
    expect(record.view('2014-02-18', 'public').events.size).toBe(0)
    expect(record.view('2014-02-19', 'public').events.size).toBe(1)
  })

  it('never knows a thing without a public date', () => {
    const secret = tell().event('decision').claim('decision', 'date', '2014-02-14')
    expect(secret.view('2099-01-01', 'public').events.size).toBe(0)
  })

  it.each(['counsel', 'internal', 'sealed'] as const)(
    'never sees a claim of level %s, even past its public date',
    (disclosure) => {
      const kept = tell()
        .event('decision')
        .claim('decision', 'date', '2014-02-14', { public: '2014-02-19', disclosure })
      expect(kept.view('2099-01-01', 'public').claims.size).toBe(0)
    },
  )

  it('never sees a claim whose speaker, subject, origin or document is kept back', () => {
    const kept = tell()
      .entity('guard', 'person', { disclosure: 'internal' })
      .document('memo', { disclosure: 'internal' })
      .event('x')
      .claim('x', 'place', 'Madrid', { public: '2014', speaker: 'guard' })
      .claim('guard', 'role', 'guard', { public: '2014' })
      .claim('x', 'place', 'Madrid', { public: '2014', accordingTo: 'guard' })
      .claim('x', 'place', 'Madrid', { public: '2014', document: 'memo' })
    expect(kept.view('2099-01-01', 'public').claims.size).toBe(0)
    expect(kept.view('2099-01-01', 'public').entities.has('guard')).toBe(false)
  })

  it('never sees what the desk holds about the claims', () => {
    const held = tell()
      .event('x')
      .claim('x', 'place', 'Madrid', { id: 'a', public: '2014' })
      .claim('x', 'place', 'Ávila', { public: '2014' })
      .position('x', 'place', 'preferred', ['a'])
    expect(propertyOf(held.view('2099-01-01', 'desk'), 'x', 'place').value).toBe('Madrid')
    expect(propertyOf(held.view('2099-01-01', 'public'), 'x', 'place').status).toBe('contested')
    expect(held.view('2099-01-01', 'public').positions).toEqual([])
  })
})

describe('whether an event happened', () => {
  it('is true as soon as somebody dates it', () => {
    expect(tell().event('arrest').claim('arrest', 'date', '2012-12-11').view().events.get('arrest')?.occurred).toBe(
      'true',
    )
  })

  it('is not settled by an event nobody speaks of: it is not there', () => {
    expect(tell().event('arrest').view().events.has('arrest')).toBe(false)
  })

  it('is false when it is only denied, in either wording', () => {
    const denied = tell().event('x').claim('x', 'occurred', true, { polarity: 'denied' })
    const asserted = tell().event('x').claim('x', 'occurred', false)
    expect(denied.view().events.get('x')?.occurred).toBe('false')
    expect(asserted.view().events.get('x')?.occurred).toBe('false')
  })

  it('is contested when the State confirms it and later denies it', () => {
    const view = tell()
      .entity('ministry', 'body')
      .event('cabinet')
      .claim('cabinet', 'occurred', true, { speaker: 'ministry', said: '2014-02-19' })
      .claim('cabinet', 'occurred', true, { speaker: 'ministry', said: '2014-03-20', polarity: 'denied' })
      .view()
    expect(view.events.get('cabinet')?.occurred).toBe('contested')
    const [point] = pointsOf(view)
    expect(point).toMatchObject({ subject: 'cabinet', property: 'occurred', outcome: 'both-stand' })
    expect(point?.rivals.map((rival) => [rival.value, rival.speakers, rival.said])).toEqual([
      [false, ['ministry'], ['2014-03-20']],
      [true, ['ministry'], ['2014-02-19']],
    ])
  })

  it('is true again once the denial is refused, and the denial stays visible', () => {
    const view = tell()
      .event('x')
      .claim('x', 'date', '2014-02-14')
      .claim('x', 'occurred', false, { id: 'no' })
      .position('x', 'occurred', 'refused', ['no'])
      .view()
    expect(view.events.get('x')?.occurred).toBe('true')
    expect(
      view.events
        .get('x')
        ?.properties.get('occurred')
        ?.refused.map((claim) => claim.id),
    ).toEqual(['no'])
  })

  it('is unknown when every claim about it is refused', () => {
    const view = tell()
      .event('x')
      .claim('x', 'date', '2014-02-14', { id: 'd' })
      .position('x', 'date', 'refused', ['d'])
      .view()
    expect(view.events.get('x')?.occurred).toBe('unknown')
  })

  it('follows the preferred side, with who and why', () => {
    const view = tell()
      .event('x')
      .claim('x', 'date', '2014-02-14', { id: 'd' })
      .claim('x', 'occurred', false)
      .position('x', 'occurred', 'preferred', ['d'])
      .view()
    expect(view.events.get('x')?.occurred).toBe('true')
    expect(pointsOf(view)[0]).toMatchObject({
      outcome: 'preferred',
      preferred: { by: 'counsel', because: 'the original is held' },
    })
  })

  it('is not touched by the denial of a date: that day may be wrong and the event right', () => {
    const view = tell()
      .event('x')
      .claim('x', 'place', 'Madrid')
      .claim('x', 'date', '2014-02-14', { polarity: 'denied' })
      .view()
    expect(view.events.get('x')?.occurred).toBe('true')
  })
})

describe('facts of persons and of the case', () => {
  it('are unknown when nobody has spoken', () => {
    expect(factOf(tell().view(), 'case', 'sending-state')).toMatchObject({ status: 'unknown', values: [] })
  })

  it('add up where several values may be true together', () => {
    const view = tell().claim('person', 'nationality', 'KZ').claim('person', 'nationality', 'RU').view()
    expect(factOf(view, 'person', 'nationality')).toMatchObject({ status: 'known', values: ['KZ', 'RU'] })
    expect(pointsOf(view)).toEqual([])
  })

  it('are pooled over the names of one person', () => {
    const view = tell()
      .entity('gaspar')
      .claim('gaspar', 'nationality', 'KZ')
      .identity('person', 'gaspar', 'same')
      .view()
    expect(canonicalOf(view, 'gaspar')).toBe('person')
    expect(factOf(view, 'person', 'nationality').value).toBe('KZ')
    expect(factOf(view, 'gaspar', 'nationality').value).toBe('KZ')
  })
})

describe('the things a view holds', () => {
  it('are only those reached through a known claim', () => {
    const record = tell()
      .entity('wife')
      .document('letter')
      .enter({
        kind: 'proceeding',
        proceeding: { id: 'asylum', track: 'es.asylum', round: 1, person: 'person', title: 'Asylum' },
      })
      .enter({ kind: 'event', event: { id: 'filing', type: 'filed', title: 'Appeal', proceeding: 'asylum' } })
      .claim('filing', 'date', '2013-07-30', { learned: '2014-02-19', document: 'letter', speaker: 'wife' })
    const before = record.view('2014-02-18')
    expect([[...before.documents.keys()], [...before.proceedings.keys()], before.entities.has('wife')]).toEqual([
      [],
      [],
      false,
    ])
    const after = record.view('2014-02-19')
    expect([[...after.documents.keys()], [...after.proceedings.keys()], after.entities.has('wife')]).toEqual([
      ['letter'],
      ['asylum'],
      true,
    ])
  })
})
