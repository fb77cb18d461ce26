import { describe, expect, it } from 'vitest'
import { factOf, isoDay, dayIn, pointsOf, propertyOf } from './index.ts'
import type { PropertyView } from './index.ts'
import { sourceOf } from './property.ts'
import { madrid, tell } from './testing.ts'

const days = (view: PropertyView): string | undefined =>
  view.span === undefined
    ? undefined
    : `${isoDay(dayIn(madrid, view.span.earliest))} ${isoDay(dayIn(madrid, view.span.latest))}`

describe('dates of one event', () => {
  it('a month and a day inside it agree, and the day is used', () => {
    const view = propertyOf(
      tell().event('x').claim('x', 'date', '2013-07').claim('x', 'date', '2013-07-22').view(),
      'x',
      'date',
    )
    expect(view).toMatchObject({ status: 'known', value: '2013-07-22' })
    expect(days(view)).toBe('2013-07-22 2013-07-22')
    expect(view.rivals).toHaveLength(1)
    expect(view.rivals[0]?.claims).toHaveLength(2)
  })

  it('two different days are rivals, and the span is the hull of both', () => {
    const view = propertyOf(
      tell().event('x').claim('x', 'date', '2013-07-22').claim('x', 'date', '2013-07-18').view(),
      'x',
      'date',
    )
    expect(view.status).toBe('contested')
    expect(view.value).toBeUndefined()
    expect(view.values).toEqual(['2013-07-18', '2013-07-22'])
    expect(days(view)).toBe('2013-07-18 2013-07-22')
    expect(view.span).toMatchObject({ precision: 'interval', text: '2013-07-18/2013-07-22' })
  })

  it('two hours of one day are rivals, written to the minute', () => {
    const view = propertyOf(
      tell().event('x').claim('x', 'date', '2014-02-19T14:30').claim('x', 'date', '2014-02-19T12:00').view(),
      'x',
      'date',
    )
    expect(view.span?.text).toBe('2014-02-19T12:00/2014-02-19T14:30')
  })

  it('a month around two rival days supports each of them and settles nothing', () => {
    const view = propertyOf(
      tell()
        .event('x')
        .claim('x', 'date', '2013-07')
        .claim('x', 'date', '2013-07-22')
        .claim('x', 'date', '2013-07-18')
        .view(),
      'x',
      'date',
    )
    expect(view.status).toBe('contested')
    expect(view.rivals.map((rival) => rival.claims.length)).toEqual([2, 2])
  })

  it('an open interval has an open hull', () => {
    const view = propertyOf(
      tell().event('x').claim('x', 'date', '../2013-06-01').claim('x', 'date', '2013-07-18').view(),
      'x',
      'date',
    )
    expect(view.span).toMatchObject({ earliest: -Infinity, text: '../2013-07-18' })
  })

  it('keeps "about" and "uncertain" with the date', () => {
    const view = propertyOf(tell().event('x').claim('x', 'date', '1976~').view(), 'x', 'date')
    expect(view.span).toMatchObject({ approximate: true, uncertain: false, text: '1976~' })
  })

  it('the preferred date is used, with who and why, and its rivals stay', () => {
    const view = propertyOf(
      tell()
        .event('x')
        .claim('x', 'date', '2013-07-22', { id: 'a' })
        .claim('x', 'date', '2013-07-18')
        .position('x', 'date', 'preferred', ['a'])
        .view(),
      'x',
      'date',
    )
    expect(view).toMatchObject({
      status: 'known',
      value: '2013-07-22',
      preferred: { by: 'counsel', because: 'the original is held', claims: ['a'] },
    })
    expect(view.rivals).toHaveLength(2)
    expect(days(view)).toBe('2013-07-22 2013-07-22')
  })

  it('a preferred month keeps its own width', () => {
    const view = propertyOf(
      tell()
        .event('x')
        .claim('x', 'date', '2013-07', { id: 'a' })
        .claim('x', 'date', '2013-07-18')
        .position('x', 'date', 'preferred', ['a'])
        .view(),
      'x',
      'date',
    )
    expect(days(view)).toBe('2013-07-01 2013-07-31')
  })

  it('preferring two days that exclude each other settles nothing', () => {
    const view = propertyOf(
      tell()
        .event('x')
        .claim('x', 'date', '2013-07-22', { id: 'a' })
        .claim('x', 'date', '2013-07-18', { id: 'b' })
        .position('x', 'date', 'preferred', ['a', 'b'])
        .view(),
      'x',
      'date',
    )
    expect(view.status).toBe('contested')
  })

  it('a denied month speaks against a day inside it, and a denied day not against a month around it', () => {
    const inside = tell()
      .event('x')
      .claim('x', 'date', '2014-02-14')
      .claim('x', 'date', '2014-02', { polarity: 'denied' })
      .view()
    expect(propertyOf(inside, 'x', 'date').status).toBe('contested')
    const around = tell()
      .event('x')
      .claim('x', 'date', '2014-02')
      .claim('x', 'date', '2014-02-14', { polarity: 'denied' })
      .view()
    expect(propertyOf(around, 'x', 'date').status).toBe('known')
  })

  it('a date that cannot be read is compared as text and gives no span', () => {
    const view = propertyOf(
      tell().event('x').claim('x', 'date', 'in spring').claim('x', 'date', '2014-02-14').view(),
      'x',
      'date',
    )
    expect(view.status).toBe('contested')
    expect(view.rivals.map((rival) => rival.value)).toEqual(['2014-02-14', 'in spring'])
  })
})

describe('other values', () => {
  it('agree when they differ only in spaces and form of letters', () => {
    const view = propertyOf(
      tell().event('x').claim('x', 'place', 'Ávila  Norte').claim('x', 'place', ' A\u0301vila Norte ').view(),
      'x',
      'place',
    )
    expect(view).toMatchObject({ status: 'known', value: 'Ávila Norte' })
  })

  it('a number and the same digits as text are not the same value', () => {
    expect(
      propertyOf(tell().event('x').claim('x', 'votes', 7).claim('x', 'votes', '7').view(), 'x', 'votes').status,
    ).toBe('contested')
  })

  it('an entity under two names is one value once the names are merged', () => {
    const record = tell()
      .entity('section-2', 'body')
      .entity('second-section', 'body')
      .event('x')
      .claim('x', 'body', 'section-2')
      .claim('x', 'body', 'second-section')
    expect(propertyOf(record.view(), 'x', 'body').status).toBe('contested')
    expect(propertyOf(record.identity('section-2', 'second-section', 'same').view(), 'x', 'body')).toMatchObject({
      status: 'known',
      value: 'section-2',
    })
  })

  it('one that is both asserted and denied is contested, also where values add up', () => {
    const view = tell()
      .claim('person', 'nationality', 'KZ')
      .claim('person', 'nationality', 'KZ', { polarity: 'denied' })
      .view()
    expect(factOf(view, 'person', 'nationality').status).toBe('contested')
    expect(pointsOf(view)).toHaveLength(1)
  })

  it('one that is only denied stays unknown: to deny one answer is not to give another', () => {
    const view = tell().claim('case', 'sending-state', 'FR', { polarity: 'denied' }).view()
    expect(factOf(view, 'case', 'sending-state').status).toBe('unknown')
  })

  it('a preferred denial drops the value denied', () => {
    const view = tell()
      .event('x')
      .claim('x', 'outcome', 'upheld')
      .claim('x', 'outcome', 'dismissed')
      .claim('x', 'outcome', 'upheld', { id: 'no', polarity: 'denied' })
      .position('x', 'outcome', 'preferred', ['no'])
      .view()
    expect(propertyOf(view, 'x', 'outcome')).toMatchObject({ status: 'known', value: 'dismissed' })
  })

  it('an unlisted property is taken to have one right answer', () => {
    const view = tell().event('x').claim('x', 'colour', 'red').claim('x', 'colour', 'blue').view()
    expect(propertyOf(view, 'x', 'colour').status).toBe('contested')
    expect(propertyOf(view, 'x', 'toString').status).toBe('unknown')
  })
})

describe('positions', () => {
  const record = () =>
    tell().event('x').claim('x', 'place', 'Madrid', { id: 'a' }).claim('x', 'place', 'Ávila', { id: 'b' })
  const place = (record_: ReturnType<typeof record>, knownBy = '2030') =>
    propertyOf(record_.view(knownBy), 'x', 'place')

  it('accepting rivals without preferring one leaves them contested', () => {
    expect(place(record().position('x', 'place', 'accepted', ['a', 'b'])).status).toBe('contested')
  })

  it('a refused claim is shown and not reckoned', () => {
    const view = place(record().position('x', 'place', 'refused', ['b']))
    expect(view).toMatchObject({ status: 'known', value: 'Madrid' })
    expect(view.refused.map((claim) => claim.id)).toEqual(['b'])
    expect(view.claims.map((claim) => claim.id)).toEqual(['a', 'b'])
  })

  it('a claim that a later position accepts again is reckoned again', () => {
    expect(
      place(record().position('x', 'place', 'refused', ['b']).position('x', 'place', 'accepted', ['b'])).status,
    ).toBe('contested')
  })

  it('refusing one claim does not undo the preference for another', () => {
    const view = place(record().position('x', 'place', 'preferred', ['a']).position('x', 'place', 'refused', ['b']))
    expect(view).toMatchObject({ status: 'known', value: 'Madrid', preferred: { claims: ['a'] } })
  })

  it('refusing the preferred claim undoes the preference', () => {
    const view = place(record().position('x', 'place', 'preferred', ['a']).position('x', 'place', 'refused', ['a']))
    expect(view).toMatchObject({ status: 'known', value: 'Ávila' })
    expect(view.preferred).toBeUndefined()
  })

  it('a point called contested is contested even when all sources agree', () => {
    expect(
      place(tell().event('x').claim('x', 'place', 'Madrid').position('x', 'place', 'contested', [])).status,
    ).toBe('contested')
  })

  describe('two spans of years, the shorter within the longer', () => {
    const spans = () =>
      tell()
        .event('x')
        .claim('x', 'date', '1995/2009', { id: 'long' })
        .claim('x', 'date', '2005/2009', { id: 'short' })
    const dates = (told: ReturnType<typeof spans>) => propertyOf(told.view('2030'), 'x', 'date')

    it('are one date told twice as long as nobody says otherwise', () => {
      expect(dates(spans())).toMatchObject({ status: 'known', value: '2005/2009' })
    })

    it('are two, with who says so and why, once the team calls them contradictory', () => {
      const view = dates(spans().position('x', 'date', 'contested', ['long', 'short']))
      expect(view.rivals.map(({ value, claims }) => [value, claims.map(({ id }) => id)])).toEqual([
        ['1995/2009', ['long']],
        ['2005/2009', ['short']],
      ])
      expect(view).toMatchObject({ status: 'contested', span: { text: '1995-01-01/2009-12-31' } })
      expect(view.contested?.claims).toEqual(['long', 'short'])
    })

    it('stay two though a third source gives a date within both, which is listed with each', () => {
      const told = spans()
        .claim('x', 'date', '2006', { id: 'year' })
        .position('x', 'date', 'contested', ['long', 'short'])
      expect(dates(told).rivals.map(({ claims }) => claims.map(({ id }) => id))).toEqual([
        ['long', 'year'],
        ['short', 'year'],
      ])
    })
  })

  it('the latest learned decides, wherever it stands in the record', () => {
    const both = record()
      .position('x', 'place', 'preferred', ['b'], '2015-01-01')
      .position('x', 'place', 'preferred', ['a'], '2014-06-01')
    expect(place(both, '2014-12-31').value).toBe('Madrid')
    expect(place(both, '2015-01-01').value).toBe('Ávila')
  })

  it('of two learned on one day the later entry decides', () => {
    expect(
      place(record().position('x', 'place', 'preferred', ['b']).position('x', 'place', 'preferred', ['a'])).value,
    ).toBe('Madrid')
  })

  it('a preference for a claim that is not known yet waits', () => {
    const view = place(
      tell()
        .event('x')
        .claim('x', 'place', 'Madrid')
        .claim('x', 'place', 'Ávila', { id: 'b', learned: '2016' })
        .position('x', 'place', 'preferred', ['b'], '2014-01-01'),
      '2015',
    )
    expect(view).toMatchObject({ status: 'known', value: 'Madrid' })
  })
})

describe('independent sources', () => {
  it('counts two documents as two', () => {
    const view = tell()
      .document('other')
      .event('x')
      .claim('x', 'place', 'Madrid')
      .claim('x', 'place', 'Madrid', { document: 'other' })
      .view()
    expect(propertyOf(view, 'x', 'place').rivals[0]).toMatchObject({
      independentSources: 2,
      documents: ['other', 'paper'],
    })
  })

  it('counts a copy, a retelling and the retelling of a copy with their original', () => {
    const view = tell()
      .document('copy', { copyOf: 'paper' })
      .document('retelling', { retells: 'copy' })
      .event('x')
      .claim('x', 'place', 'Madrid')
      .claim('x', 'place', 'Madrid', { document: 'copy' })
      .claim('x', 'place', 'Madrid', { document: 'retelling' })
      .view()
    expect(propertyOf(view, 'x', 'place').rivals[0]).toMatchObject({ independentSources: 1 })
  })

  it('counts two copies of one original as one, even when the original itself says nothing here', () => {
    const view = tell()
      .document('a', { copyOf: 'paper' })
      .document('b', { copyOf: 'paper' })
      .event('x')
      .claim('x', 'place', 'Madrid', { document: 'a' })
      .claim('x', 'place', 'Madrid', { document: 'b' })
      .view()
    expect(propertyOf(view, 'x', 'place').rivals[0]?.independentSources).toBe(1)
  })

  it('finds an end in a circle of copies', () => {
    const documents = tell().document('a', { copyOf: 'b' }).document('b', { copyOf: 'a' }).state().documents
    expect([sourceOf('a', documents), sourceOf('b', documents)]).toEqual(['a', 'a'])
  })

  it('names a speaker once, under the merged name', () => {
    const view = tell()
      .entity('alias')
      .identity('speaker', 'alias', 'same')
      .event('x')
      .claim('x', 'place', 'Madrid')
      .claim('x', 'place', 'Madrid', { speaker: 'alias' })
      .view()
    expect(propertyOf(view, 'x', 'place').rivals[0]?.speakers).toEqual(['speaker'])
  })
})
