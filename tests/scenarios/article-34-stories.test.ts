/**
 * Judgments whose events are in no file, told as a lawyer would tell them. The days are those of the judgments as
 * remembered, so the stories test the reading of events and are no source for the days.
 */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Article34Answer, article34Answer, readLaw } from '../../src/casework/index.ts'
import { type Law, strasbourgZone } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { parseMoment } from '../../src/record/index.ts'

let law: Law
beforeAll(async () => {
  law = await readLaw(diskFiles, join(import.meta.dirname, '../..'))
})

interface Asked {
  readonly on?: string
  readonly person?: string
}

function told(sending: string, events: readonly string[], { on = '2026-11-24', person }: Asked = {}) {
  const day = parseMoment(on, strasbourgZone)
  const asked = { sending, events, zone: strasbourgZone, asOf: day, knownBy: day, person }
  return article34Answer(law, asked, 'en').findings
}
const only = (findings: Article34Answer['findings']) => {
  const [first] = findings
  if (first === undefined || findings.length !== 1) throw new Error('One finding was expected.')
  return { ...first, why: first.because.map((r) => r.text).join(' ') }
}
const ask = (sending: string, events: readonly string[], asked?: Asked) => only(told(sending, events, asked))

describe('handed over while a measure lasted', () => {
  const mamatkulov = [
    'measure-indicated 1999-03-18 addressee=TR until=1999-03-23',
    'measure-extended 1999-03-23 until=further-notice',
    'surrendered 1999-03-27 to=UZ',
  ]

  it('Mamatkulov and Askarov: the measure of 18 March had run out, its prolongation had not', () => {
    const found = ask('TR', mamatkulov)
    expect(found.finding).toBe('breached')
    expect(found.why).toContain('The measure came on 1999-03-23, before the act of 1999-03-27')
    expect(ask('TR', [mamatkulov[0] ?? '', mamatkulov[2] ?? ''])).toMatchObject({ finding: 'not-breached' })
  })

  it('Mamatkulov and Askarov, asked in 2001: nobody could yet say that a measure binds', () => {
    const found = ask('TR', mamatkulov, { on: '2001-01-01' })
    expect(found.finding).toBe('unknown')
    expect(found.why).toMatch(/not settled then/)
    expect(found.because.flatMap((r) => r.authorities)).toEqual([])
  })

  it('Olaechea Cahuas: the day after the measure, by Spain, to Peru', () => {
    const events = [
      'measure-indicated 2003-08-06 addressee=ES until=further-notice',
      'surrendered 2003-08-07 to=PE',
    ]
    expect(ask('ES', events)).toMatchObject({ finding: 'breached' })
    expect(
      ask('ES', events)
        .assuming.map((a) => a.text)
        .join(' '),
    ).toMatch(/taken as received when it was indicated/)
  })

  it('Trabelsi v. Belgium: requests to lift it were refused, and he was handed over two years later', () => {
    const events = [
      'measure-indicated 2011-12-06 addressee=BE until=end-of-proceedings',
      'surrendered 2013-10-03 to=US',
    ]
    expect(ask('BE', events)).toMatchObject({ finding: 'breached' })
    expect(ask('BE', [...events, 'measure-lifted 2013-09-01'])).toMatchObject({ finding: 'not-breached' })
  })

  it('Rrapo: two days before the term of the measure', () => {
    const events = ['measure-indicated 2010-11-05 addressee=AL until=2010-11-26', 'surrendered 2010-11-24 to=US']
    expect(ask('AL', events)).toMatchObject({ finding: 'breached' })
  })
})

describe('which of several, and which came first', () => {
  const events = [
    'measure-indicated 2002-10-04T18:00+04:00 addressee=GE person=p1,p2,p3',
    'surrendered 2002-10-04T19:10+04:00 to=RU person=p1,p2',
  ]

  it('Shamayev and Others: an hour before the aircraft, and of those who stayed nothing is said', () => {
    expect(told('GE', events).map((f) => [f.person, f.finding])).toEqual([
      ['p1', 'breached'],
      ['p2', 'breached'],
      ['p3', 'not-breached'],
    ])
  })

  it('Shamayev and Others: with the hour of the measure not recorded it is open, and the hours are asked for', () => {
    const found = ask('GE', ['measure-indicated 2002-10-04 addressee=GE', events[1] ?? ''], { person: 'p1' })
    expect(found.finding).toBe('unknown')
    expect(found.why).toMatch(/Ask for the hour of receipt and of departure/)
  })

  it('Shamayev and Others: Russia answers for what it did to the application, not for the act of Georgia', () => {
    const flown = 'surrendered 2002-10-04T19:10+04:00 to=RU by=GE'
    expect(ask('RU', [events[0] ?? '', flown], { person: 'p1' })).toMatchObject({ finding: 'not-breached' })
    const refused = 'application-hindered 2003-06 how=no-access-for-the-court'
    expect(ask('RU', [events[0] ?? '', flown, refused], { person: 'p1' })).toMatchObject({ finding: 'breached' })
  })

  it('Muminov: the State learned of the measure the day after, unless it saw to that itself', () => {
    const late = [
      'measure-indicated 2006-10-24 addressee=RU received=2006-10-25',
      'removed 2006-10-24T19:20+04:00 to=UZ',
    ]
    expect(ask('RU', late)).toMatchObject({ finding: 'not-breached' })
    expect(ask('RU', [...late, 'application-hindered 2006-10-24'])).toMatchObject({ finding: 'breached' })
  })

  it('Garabayev: what is gone cannot be held back', () => {
    const found = ask('RU', ['surrendered 2002-10-24 to=TM', 'measure-indicated 2002-10-28 addressee=RU'])
    expect(found.finding).toBe('not-breached')
    expect(found.why).toMatch(/cannot be held back/)
  })
})

describe('a measure that asks for something to be done', () => {
  it.each([
    ['Paladi', 'MD', 'stay-in-clinic', '2005-11-10T20:00', '2005-11-11/2005-11-13'],
    ['Grori', 'AL', 'treatment-in-hospital', '2008-01-10', '2008-01-11/2008-01-27'],
    ['D.B. v. Turkey', 'TR', 'access-to-counsel', '2006-08-23', '2006-08-24/2006-09-14'],
  ])('%s: not done for days', (_, sending, requires, indicated, days) => {
    const measure = `measure-indicated ${indicated} addressee=${sending} requires=${requires}`
    expect(ask(sending, [measure])).toMatchObject({ finding: 'not-breached' })
    const found = ask(sending, [measure, `measure-disobeyed ${days} requires=${requires}`])
    expect(found.finding).toBe('breached')
    expect(found.why).toMatch(/acted against the measure between .* and /)
  })

  it('is not breached by a transfer that it did not forbid', () => {
    const events = ['measure-indicated 2006-08-23 addressee=TR requires=access-to-counsel', 'removed 2008-01-01']
    expect(ask('TR', events)).toMatchObject({ finding: 'not-breached' })
  })
})

describe('taken by others', () => {
  const measure = 'measure-indicated 2010-12-13 addressee=RU until=further-notice'

  it('Savriddin Dzhurayev: not protected, or flown out past the border guards', () => {
    expect(ask('RU', [measure, 'abducted 2011-10-31 to=TJ protected=no'])).toMatchObject({ finding: 'breached' })
    expect(ask('RU', [measure, 'abducted 2011-10-31 to=TJ left=by-air'])).toMatchObject({ finding: 'breached' })
  })

  it('is open, with what to ask, as long as nobody records what the State did', () => {
    const found = ask('RU', [measure, 'abducted 2011-10-31 to=TJ'])
    expect(found.finding).toBe('unknown')
    expect(found.why).toMatch(/Whether agents of the State had a part in it/)
  })

  it('keeps what else is open where nobody dates the act and the State has left the Convention', () => {
    const found = ask('RU', [measure, 'abducted to=TJ'])
    expect(found.finding).toBe('unknown')
    expect(found.why).toMatch(/Whether agents of the State had a part in it/)
    expect(found.why).toMatch(/within the time in which the Convention bound RU is not certain/)
  })
})

describe('no measure any more, or none of the Court', () => {
  it('Babar Ahmad: lifted eleven days before', () => {
    const events = [
      'measure-indicated 2007-06-12 addressee=GB until=further-notice',
      'measure-lifted 2012-09-24',
      'surrendered 2012-10-05 to=US',
    ]
    const found = ask('GB', events)
    expect(found).toMatchObject({ finding: 'not-breached' })
    expect(found.why).toBe('The measure had been lifted (2012-09-24) before the act.')
  })

  it('lifted on a day that nobody records, or as some say: open, or contested, and each says which', () => {
    const measure = 'measure-indicated 2007-06-12 addressee=GB until=further-notice'
    const taken = 'surrendered 2012-10-05 to=US'
    const undated = ask('GB', [measure, 'measure-lifted', taken])
    expect([undated.finding, undated.why]).toEqual([
      'unknown',
      'Whether the measure was lifted (a day that nobody records) before the act is not certain.',
    ])
    const disputed = ask('GB', [measure, 'contested measure-lifted 2012-09-24', taken])
    expect([disputed.finding, disputed.why]).toEqual([
      'contested',
      'Sources contradict each other on whether the measure was lifted (2012-09-24) before the act.',
    ])
  })

  it('Cruz Varas: a request of the former Commission was not a measure of the Court', () => {
    const events = [
      'measure-indicated 1989-10-06T09:10 issuer=echr-commission addressee=SE',
      'removed 1989-10-06T16:40 to=CL',
    ]
    const found = ask('SE', events)
    expect(found.finding).toBe('not-breached')
    expect(found.why).toMatch(/another body \(echr-commission\)/)
  })

  it('a request still adjourned when the aircraft left: nothing to obey, and a question about haste', () => {
    const found = ask('TR', ['measure-adjourned 2011-08-22', 'removed 2011-08-23 to=IR'])
    expect(found.finding).toBe('not-breached')
    expect(found.why).toMatch(/adjourned and not yet answered .* If the State hastened the act/)
  })
})
