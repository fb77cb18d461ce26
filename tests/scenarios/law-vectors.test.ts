/** Dates and findings worked out by hand from the sources, asked of the law as it is; each has a norm it rests on. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { precedentsAnswer, readLaw, readPrecedents } from '../../src/casework/index.ts'
import {
  evaluateCase,
  type Evaluated,
  type Law,
  lawFor,
  type PrecedentCase,
  type PrecedentQuery,
  remedyState,
  situationFrom,
} from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { type Instant, isoMinute, parseMoment } from '../../src/record/index.ts'

const root = join(import.meta.dirname, '../..')
let law: Law
let cases: readonly PrecedentCase[]
beforeAll(async () => {
  law = await readLaw(diskFiles, root)
  cases = await readPrecedents(diskFiles, root)
})

const asked = (sending: string, at: string, given: readonly string[], zone = 'Europe/Madrid'): Evaluated =>
  evaluateCase(lawFor(law, [sending]), situationFrom([`sending-state=${sending}`, ...given], at, zone))

/** Days of a time limit on its own calendar: the safe one, and that of each reading by its name (plain: ""). */
function daysOf(term: string, sending: string, at: string, given: readonly string[]) {
  const block = law.terms.get(term)?.[0]
  const zone = law.calendars.get(block?.calendar ?? '')?.zone ?? 'Europe/Strasbourg'
  const day = (instant: Instant | null): string =>
    instant === null ? 'unknown' : isoMinute(zone, instant).slice(0, 10)
  const { deadline } = asked(sending, at, given, zone).ground.term(term)
  const readings = deadline.readings.map((r) => [r.reading ?? '', day(r.latest)] as const)
  return { safe: day(deadline.safe), readings: Object.fromEntries(readings), norms: block?.norm ?? [] }
}

const found = (id: string): PrecedentCase => {
  const one = cases.find((c) => c.precedent === id && c.basis === 'curated')
  if (one === undefined) throw new Error(`There is no judgment ${id}.`)
  return one
}

describe('counted by hand', () => {
  const pleno = (notified: string) => [
    `decided ${notified.slice(0, 8)}01 remedy=es.suplica outcome=dismissed notified=${notified}`,
  ]
  it.each([
    {
      what: 'Spain, súplica, told on Friday 12 July 2013: Wednesday in working days, Monday if every day counts',
      term: 'es.suplica.term',
      at: '2013-07-12',
      given: ['admissibility-granted 2013-07-11 notified=2013-07-12'],
      safe: '2013-07-15',
      readings: { '': '2013-07-17' },
    },
    {
      what: 'Spain, action against the surrender, told on 14 February 2014: two months from date to date',
      term: 'es.administrative.surrender-term',
      at: '2014-02-15',
      given: ['surrender-agreed 2014-02-14 notified=2014-02-14'],
      safe: '2014-04-14',
      readings: { '': '2014-04-14' },
    },
    {
      what: 'Spain, amparo, told on 15 July 2014: August does not run',
      term: 'es.amparo-court.term',
      at: '2014-07-15',
      given: pleno('2014-07-15'),
      safe: '2014-09-24',
      readings: {},
    },
    {
      what: 'Spain, amparo, told on 10 December 2021: the old Christmas rule',
      term: 'es.amparo-court.term',
      at: '2021-12-10',
      given: pleno('2021-12-10'),
      safe: '2022-01-26',
      readings: {},
    },
  ])('$what', ({ term, at, given, safe, readings }) => {
    const days = daysOf(term, 'ES', at, given)
    expect(days).toMatchObject({ safe, readings })
    expect(days.norms).not.toEqual([])
  })

  it('United Kingdom, told on Monday 3 March 2025: the fourteenth day is Sunday the 16th, the safe one Friday', () => {
    const given = ['surrender-agreed 2025-03-03 notified=2025-03-03T12:00']
    const days = daysOf('gb.appeal.term', 'GB', '2025-03-04', given)
    expect(days).toMatchObject({ safe: '2025-03-14', readings: { '': '2025-03-16' } })
    expect(days.norms).not.toEqual([])
  })

  it.each([
    ['2022-01-31', '2022-07-31', 'six months, the last day of that rule'],
    ['2022-02-01', '2022-06-01', 'four months, the first day of Protocol 15 here'],
  ])('Strasbourg, final decision of %s: %s (%s)', (day, last) => {
    const given = [`decided ${day} notified=${day} remedy=es.suplica final=yes`, 'no filed']
    expect(daysOf('echr.application.time-limit', 'ES', day, given).safe).toBe(last)
  })

  it('Convention of 1957, arrest on 1 March: 19 March and 10 April, a day less if the arrest counts', () => {
    const given = ['arrest 2014-03-01', 'no extradition-requested', 'no release']
    const eighteen = daysOf('coe.16.18-days', 'ES', '2014-03-05', given)
    const forty = daysOf('coe.16.40-days', 'ES', '2014-03-05', given)
    expect(eighteen).toMatchObject({ safe: '2014-03-18', readings: { '': '2014-03-19' } })
    expect(forty).toMatchObject({ safe: '2014-04-09', readings: { '': '2014-04-10' } })
  })
})

describe('rules by their day', () => {
  const parties = 'assessed measure-in-the-interests-of-the-parties=yes'
  it.each([
    ['2014-02-18', 'true', 'a measure in the interests of the parties'],
    ['2024-03-27', 'true', 'the last day of it'],
    ['2024-03-28', 'unknown', 'imminent and irreparable harm is asked for as well'],
  ])('Rule 39 on %s: %s (%s)', (day, value) => {
    expect(asked('ES', day, [parties]).of('echr.rule-39.may-indicate')).toBe(value)
  })

  it.each([
    ['2014-02-19', 'hrc.rule-92-is-the-number', 'hrc.rule-94-is-the-number'],
    ['2020-06-01', 'hrc.rule-94-is-the-number', 'hrc.rule-92-is-the-number'],
  ])('interim measures of the Human Rights Committee on %s: %s', (day, yes, no) => {
    expect([asked('ES', day, []).of(yes), asked('ES', day, []).of(no)]).toEqual(['true', 'false'])
  })

  it('a request in Russian since September 2024: not examined in Strasbourg, accepted in Geneva', () => {
    const told = asked('ES', '2024-10-01', ['request-language=ru', 'no filed remedy=echr.rule-39'])
    expect(told.of('echr.rule-39.not-dealt-with')).toBe('true')
    expect(told.of('cat.language-accepted')).toBe('true')
  })
})

describe('what becomes of a request', () => {
  it('asked at 16.22 for a transfer at 19.45: not examined because it came late (Amerkhanov)', () => {
    const given = [
      'filed 2012-03-19T16:22 remedy=echr.rule-39',
      'measure-not-examined 2012-03-19T18:51 issuer=echr addressee=TR',
    ]
    const told = asked('TR', '2012-03-19T19:00', given, 'Europe/Istanbul')
    expect(told.of('echr.stage.not-examined')).toBe('true')
    expect(remedyState(told, 'echr.rule-39')).toMatchObject({ outcome: 'not-examined' })
  })

  it('a measure and no form: the form must follow, and without it the measure can end with the case', () => {
    const measure = 'measure-indicated 2014-02-20 issuer=echr addressee=ES'
    const none = 'no filed remedy=echr.application'
    expect(asked('ES', '2014-03-20', [measure, none]).of('echr.form-must-follow')).toBe('true')
    const lifted = 'measure-lifted 2014-05-05 issuer=echr reason=no-form'
    const struck = 'application-struck-out 2014-05-05 issuer=echr reason=no-form'
    expect(asked('ES', '2014-05-06', [measure, none, lifted, struck]).of('echr.stage.no-form')).toBe('true')
    expect(
      law.remedies
        .get('echr.rule-39')
        ?.at(-1)
        ?.warnings.map((w) => w.en)
        .join(' '),
    ).toMatch(/Without it the measure can be lifted and the case struck out/)
  })
})

describe('what judgments taught', () => {
  it.each(['olaechea-cahuas-v-spain', 'rrapo-v-albania', 'mamatkulov-and-askarov-v-turkey', 'as-v-france'])(
    '%s: no breach of article 3, and a breach of article 34 all the same',
    (id) => {
      const { article3, article34, sources } = found(id)
      expect([article3, article34]).toEqual([
        { is: 'no-violation', checked: 'read' },
        { is: 'violation', checked: 'read' },
      ])
      expect(sources.length).toBeGreaterThan(0)
    },
  )

  it.each([
    ['kunshugarov-v-turkiye', /enough against the death penalty and not against ill-treatment/],
    ['othman-v-uk', /enough under article 3; the transfer failed under article 6/],
    ['kaboulov-v-ukraine', /No breach of article 2.*; a breach of article 3/],
  ])('%s: one letter, another answer for each risk', (id, note) => {
    expect(found(id).risks.length).toBeGreaterThan(1)
    expect(found(id).note).toMatch(note)
  })

  it('a client of the affair around the bank: Yefimova against him first, Baysakov beside it', () => {
    const query: PrecedentQuery = {
      asOf: parseMoment('2014-02-19', 'Europe/Madrid'),
      receiving: ['KZ'],
      sending: ['ES'],
      risks: [],
      linked: ['mukhtar-ablyazov'],
    }
    const ids = precedentsAnswer(cases, query, law.blocks.precedent, 'en').precedents.map((p) => p.id)
    expect(ids[0]).toBe('yefimova-v-russia')
    expect(ids).toContain('baysakov-and-others-v-ukraine')
  })
})
