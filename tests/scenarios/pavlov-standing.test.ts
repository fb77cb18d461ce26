/** Six days in February 2014: what the press item got wrong, asked of the record and the law. */
import { beforeAll, describe, expect, it } from 'vitest'
import { whatIf } from '../../src/law/index.ts'
import { Scenario, type Told } from './pavlov.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await Scenario.load()
})

const positionOf = ({ answer }: Told, remedy: string): number =>
  answer.stops.findIndex((stop) => stop.remedy === remedy)
const stopOf = (told: Told, remedy: string) => told.answer.stops[positionOf(told, remedy)]
const trackOf = ({ answer }: Told, id: string) => answer.tracks.find((track) => track.id === id)
const remedyOf = ({ answer }: Told, id: string) => answer.remedies.find((remedy) => remedy.id === id)
const dutyOf = ({ answer }: Told, id: string) => answer.duties.find((duty) => duty.id === id)

describe('as known by Saturday 15 February 2014', () => {
  let told: Told
  beforeAll(() => {
    told = scenario.told('2014-02-15')
  })

  it('knows of no cabinet decision, and does not take that for a refusal', () => {
    expect(told.opened.situation.occurrences.filter((o) => o.type === 'surrender-agreed')).toEqual([])
    expect(told.evaluated.of('es.contentious-surrender.opened')).toBe('unknown')
  })

  it('stands where the Government decides next, and may already have decided', () => {
    expect(trackOf(told, 'es.extradition')?.stage).toBe('es.extradition.government-decides')
    expect(trackOf(told, 'es.extradition')?.perhaps.length).toBeGreaterThan(0)
  })

  it('keeps the first request, refused in April 2013, as a round of its own', () => {
    expect(trackOf(told, 'es.extradition')?.round).toBe(2)
    expect(trackOf(told, 'es.extradition')?.earlier).toHaveLength(1)
  })

  it('lists the asylum appeal 405/2013 among the pending proceedings', () => {
    expect(told.answer.tracks.flatMap((track) => track.pending).map((p) => p.docket)).toContain('405/2013')
  })

  it('finds the appeals of the criminal track used up', () => {
    expect(remedyOf(told, 'es.suplica')).toMatchObject({ status: 'used_decided', outcome: 'dismissed' })
    expect(told.answer.exhaustion.tracks.find((t) => t.track === 'es.extradition')?.domestic).toBe('established')
  })

  it('does not find domestic remedies exhausted, and says why for each track', () => {
    expect(told.answer.exhaustion.overall).toBe('not_established')
    expect(told.answer.exhaustion.tracks.find((t) => t.track === 'es.asylum')?.domestic).toBe('not_established')
    for (const track of told.answer.exhaustion.tracks) expect(track.because.length).toBeGreaterThan(0)
  })

  it('never closes the amparo by default: nobody says whether it was filed', () => {
    expect(remedyOf(told, 'es.amparo-court')?.status).toBe('unknown')
    expect(told.answer.unknowns.some((q) => q.moves.includes('es.amparo-court'))).toBe(true)
  })
})

describe('as known by the evening of 18 February 2014', () => {
  it('knows the decision at the desk, and not in public', () => {
    expect(scenario.told('2014-02-18T20:00').opened.view.events.has('cabinet-surrender')).toBe(true)
    expect(
      scenario.told('2014-02-18T20:00', { audience: 'public' }).opened.view.events.has('cabinet-surrender'),
    ).toBe(false)
  })
})

describe('as known by 09:00 on 19 February 2014', () => {
  let told: Told
  beforeAll(() => {
    told = scenario.told('2014-02-19T09:00')
  })

  it('puts first the chamber already seised of the asylum appeal', () => {
    expect(told.answer.stops[0]).toMatchObject({
      remedy: 'es.asylum-appeal.urgent-stay',
      body: 'es.an-contentious',
      seised: true,
      mode: 'on-request',
      withoutHearing: true,
      status: 'open',
    })
    expect(told.answer.stops[0]?.decidedWithin).toMatch(/^2 /)
    expect(told.answer.stops[0]?.norms.map((n) => n.instrument)).toEqual(
      expect.arrayContaining(['es.ley-12-2009', 'es.ljca']),
    )
    expect(told.answer.stops[0]?.why.length).toBeGreaterThan(0)
    expect(told.answer.headline).toContain('First among those who can stop the transfer')
  })

  it('then the Supreme Court, disputed, with both positions', () => {
    const stop = stopOf(told, 'es.contentious-surrender.urgent-stay')
    expect(stop?.status).toBe('disputed')
    expect(new Set(stop?.disputed.flatMap((p) => p.positions).map((p) => p.supports)).size).toBeGreaterThan(1)
  })

  it('then Strasbourg, then the UN bodies', () => {
    const places = [
      'es.asylum-appeal.urgent-stay',
      'es.contentious-surrender.urgent-stay',
      'echr.rule-39',
      'cat.interim-measures',
    ].map((id) => positionOf(told, id))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('reaches Strasbourg by the channels of that year: no online site, no e-mail', () => {
    const channels =
      stopOf(told, 'echr.rule-39')
        ?.channels.map((c) => c.channel)
        .join(' ') ?? ''
    expect(channels).toContain('fax')
    expect(channels).not.toMatch(/site|online|r39/i)
  })

  it('does not ask for the decree before Strasbourg', () => {
    expect(told.evaluated.of('echr.decree-needed')).toBe('false')
  })

  it('warns with Aarrass beside the UN bodies', () => {
    expect(
      stopOf(told, 'hrc.interim-measures')
        ?.precedents.concat(stopOf(told, 'cat.interim-measures')?.precedents ?? [])
        .map((p) => p.title)
        .join(),
    ).toContain('Aarrass')
  })

  it("shows Amnesty's sentence as Amnesty's, contradicted by the record", () => {
    const said = told.answer.assertions.find(
      (a) => a.says === 'domestic-remedies-exhausted' && a.said === '2014-02-19',
    )
    expect(said).toMatchObject({ speaker: 'Amnesty International', finding: 'contradicted' })
    expect(said?.because.map((b) => b.id)).toContain('es.asylum-appeal')
    expect(told.answer.assertions.find((a) => a.says === 'only-strasbourg-remains')?.finding).toBe('contradicted')
  })

  it('does not yet know the stay that came that afternoon', () => {
    expect(told.opened.view.events.has('urgent-stay')).toBe(false)
    expect(dutyOf(told, 'es.stay-binds')?.status).not.toBe('binds')
  })

  it('names adverse authority before favourable', () => {
    const speaks = stopOf(told, 'echr.rule-39')?.precedents.map((p) => p.speaks) ?? []
    expect(speaks).toContain('against')
    expect(speaks.indexOf('for') === -1 || speaks.indexOf('against') < speaks.indexOf('for')).toBe(true)
  })
})

describe('without the claims about the asylum proceedings', () => {
  it('answers "unknown, ask", never "nobody"', () => {
    const asylum = scenario.bundle.entries.flatMap(({ body }) =>
      body.kind === 'event' && body.event.id.startsWith('asylum') ? [body.event.id] : [],
    )
    const told = scenario.told('2014-02-15', { entries: scenario.without(asylum) })
    expect(stopOf(told, 'es.asylum-appeal.urgent-stay')?.status).toBe('unknown')
    expect(told.answer.headline).toMatch(/ask/i)
    expect(told.answer.headline).not.toMatch(/nobody/i)
    expect(told.answer.exhaustion.overall).not.toBe('established')
    expect(told.answer.unknowns.some((q) => q.moves.some((id) => id.startsWith('es.asylum')))).toBe(true)
  })

  it('says so even when nothing at all is recorded', () => {
    const bare = scenario.bundle.entries.filter(
      ({ body }) => body.kind !== 'claim' || body.claim.property.endsWith('-state'),
    )
    const told = scenario.told('2014-02-15', { entries: bare })
    expect(told.answer.headline).toMatch(/ask/i)
    expect(told.answer.exhaustion.overall).not.toBe('established')
    expect(told.answer.stops.length).toBeGreaterThan(0)
  })
})

describe('as known by 20 February 2014', () => {
  let told: Told
  beforeAll(() => {
    told = scenario.told('2014-02-20')
  })

  it('finds Spain bound by the stay', () => {
    expect(dutyOf(told, 'es.stay-binds')).toMatchObject({ bearer: 'ES', status: 'binds', force: 'binding' })
    expect(told.answer.headline).toContain('An order stops the transfer now')
    expect(told.answer.stops[0]?.inForce).toBe(true)
  })

  it('keeps what runs on: the asylum appeal and the two months to appeal against the agreement', () => {
    expect(remedyOf(told, 'es.asylum-appeal')?.status).toBe('used_pending')
    expect(told.answer.clocks).toContainEqual(
      expect.objectContaining({ id: 'es.administrative.surrender-term', status: 'running' }),
    )
    expect(remedyOf(told, 'es.contentious-surrender')).toMatchObject({
      status: 'disputed',
      otherwise: 'open',
      deadline: { safe: '2014-04-14', latest: null },
    })
  })
})

describe('as known by 1 March 2015', () => {
  it('finds asylum recognised and the transfer barred', () => {
    const told = scenario.told('2015-03-01')
    expect(trackOf(told, 'es.asylum')?.stageTitle).toMatch(/granted/i)
    const bars = told.answer.bars
      .filter((b) => b.applies === 'true' && b.force !== 'discretionary')
      .map((b) => b.id)
    expect(bars).toEqual(expect.arrayContaining(['es.bar.recognised-asylum']))
    expect(told.answer.headline).toMatch(/bars the transfer/)
  })

  it("still finds Amnesty's sentence wrong for the day on which it was said", () => {
    const said = scenario
      .told('2015-03-01')
      .answer.assertions.filter((a) => a.says === 'domestic-remedies-exhausted')
    expect(said.map((a) => a.finding)).toEqual(said.map(() => 'contradicted'))
  })
})

describe('what if Strasbourg had indicated a measure on 20 February 2014', () => {
  it('binds Spain until further notice, stops the transfer and neither custody nor the merits', () => {
    const { opened } = scenario.told('2014-02-19T09:00')
    const result = whatIf(scenario.law, opened.situation, ['measure-indicated 2014-02-20 issuer=echr addressee=ES'])
    const comply = result.changes.find((c) => c.what === 'duty' && c.id.startsWith('echr.34'))
    expect(comply).toMatchObject({ after: expect.stringMatching(/^binds/) as string })
    expect(comply?.causes).toContain('supposed: measure-indicated')
    expect(result.after.duties.find((d) => d.id === comply?.id)?.until.en).toMatch(/further notice|lift/i)
    expect(result.changes.filter((c) => c.what === 'stage').map((c) => c.id)).toEqual(['echr'])
    expect(result.unchanged.map((u) => u.id)).toContain('echr.3.non-refoulement')
    expect(result.changes.some((c) => c.id === 'es.extradition')).toBe(false)
  })

  it('leaves the case as it was', () => {
    const { opened, standing } = scenario.told('2014-02-19T09:00')
    whatIf(scenario.law, opened.situation, ['measure-indicated 2014-02-20 issuer=echr addressee=ES'])
    expect(scenario.told('2014-02-19T09:00').standing.duties).toEqual(standing.duties)
  })
})

describe('where sources contradict each other', () => {
  it('shows five dates for the July ruling, holds 22 July, and says why', () => {
    const point = scenario
      .told('2015-03-01')
      .answer.contested.find((c) => c.subject === 'july-ruling' && c.property === 'date')
    expect(point?.rivals.map((r) => r.value).toSorted()).toEqual([
      '2013-06',
      '2013-07-21',
      '2013-07-22',
      '2013-07-23',
      '2013-07-27',
    ])
    expect(point).toMatchObject({ preferred: '2013-07-22', outcome: 'preferred' })
    expect(point?.why?.length).toBeGreaterThan(20)
  })

  it("reports the State's own contradiction of 19 February and 20 March", () => {
    const at = (day: string) =>
      scenario
        .told(day)
        .answer.contested.find((c) => c.subject === 'cabinet-surrender' && c.property === 'occurred')
    expect(at('2014-03-19')).toBeUndefined()
    expect(at('2014-03-20')).toMatchObject({ outcome: 'both-stand' })
  })
})

describe('later knowledge', () => {
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]

  /** Every date written in a text, as ISO. */
  function datesIn(text: string): string[] {
    const iso = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map((m) => m[0])
    const words = [...text.matchAll(new RegExp(`(?:(\\d{1,2}) )?(${months.join('|')}) (\\d{4})`, 'g'))].map(
      (m) =>
        `${m[3]}-${String(months.indexOf(m[2] ?? '') + 1).padStart(2, '0')}-${(m[1] ?? '01').padStart(2, '0')}`,
    )
    return [...iso, ...words]
  }

  /** Texts of an answer with their path; time limits look ahead by nature, and identifiers may hold a year. */
  function* texts(value: unknown, path = ''): Generator<[string, string]> {
    if (typeof value === 'string') yield [path, value]
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (['deadline', 'at', 'knownBy', 'note', 'evidence', 'claims', 'id', 'instrument', 'why'].includes(key))
          continue
        yield* texts(inner, `${path}.${key}`)
      }
    }
  }

  it.each(['2013-07-22', '2013-11-30', '2014-02-15', '2014-02-19T09:00', '2014-03-21', '2014-07-18'])(
    'shows no date after the day of knowledge (%s)',
    (day) => {
      const later = [...texts(scenario.told(day).answer)].flatMap(([path, text]) =>
        datesIn(text)
          .filter((date) => date > day.slice(0, 10))
          .map((date) => `${path}: ${date}: ${text}`),
      )
      expect(later).toEqual([])
    },
  )
})
