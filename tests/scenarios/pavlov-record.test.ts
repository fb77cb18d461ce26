/**
 * The worked case as a record: every row of the research list is a claim by its speaker, and nothing is known before
 * it could be. What follows in law is tested elsewhere.
 */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportBundle, folderBundle, importBundle, memoryBundle } from '../../src/casework/bundle/index.ts'
import type { ImportedBundle } from '../../src/casework/bundle/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { canonicalOf, factOf, parseMoment, pointsOf, project, propertyOf, viewOf } from '../../src/record/index.ts'
import type { Audience, RecordState, View } from '../../src/record/index.ts'
import { researchRows } from './pavlov-rows.ts'

const folder = join(import.meta.dirname, '../../examples/pavlov-2014')

const moments = [
  '2013-07-22',
  '2013-10-01',
  '2013-12-31',
  '2014-02-15',
  '2014-02-18T20:00',
  '2014-02-19T09:00',
  '2014-02-19T13:59',
  '2014-02-20',
  '2014-02-28',
  '2014-03-01',
  '2014-03-20',
  '2014-04-01',
  '2014-07-17',
  '2014-09-05',
  '2015-03-01',
  '2015-12-31',
]

describe('the record of the Pavlov case', () => {
  let bundle: ImportedBundle
  let state: RecordState
  const known = (by: string, audience: Audience = 'desk'): View =>
    viewOf(state, { knownBy: parseMoment(by, state.zone), audience })
  const happened = (by: string, event: string, audience: Audience = 'desk'): string =>
    known(by, audience).events.get(event)?.occurred ?? 'not known'

  beforeAll(async () => {
    bundle = await importBundle(folderBundle(diskFiles, folder))
    state = project(bundle.entries)
  })

  it('holds every row of the research list as a claim by its speaker', () => {
    expect(researchRows).toHaveLength(94)
    const claims = [...state.claims.values()].map(({ thing }) => thing)
    const missing = researchRows.filter(
      ([subject, property, value, speaker]) =>
        !claims.some(
          (claim) =>
            claim.subject === subject &&
            claim.property === property &&
            claim.speaker === speaker &&
            (value === '' || String(claim.value) === value),
        ),
    )
    expect(missing).toEqual([])
  })

  it('gives every event a claim, and every claim a page with an address, the retelling aside', () => {
    const spokenOf = new Set([...state.claims.values()].map(({ thing }) => thing.subject))
    expect([...state.events.keys()].filter((id) => !spokenOf.has(id))).toEqual([])
    const cited = new Set([...state.claims.values()].map(({ thing }) => thing.document))
    const withoutAddress = [...cited].filter((id) => state.documents.get(id)?.address === undefined)
    expect(withoutAddress).toEqual(['press-item-retelling'])
  })

  it('imports with one kind of warning only: an act of the own side was learned before anybody wrote of it', () => {
    expect(bundle.warnings.filter(({ message }) => !message.includes('before it was said'))).toEqual([])
  })

  it('comes out of export and import again as the same record', async () => {
    const content = exportBundle(bundle.entries, bundle.blobs)
    expect((await importBundle(memoryBundle(content))).entries).toEqual(bundle.entries)
  })

  describe('the cabinet decision', () => {
    it('is not known to anybody on 15 February 2014', () => {
      expect(happened('2014-02-15', 'cabinet-surrender')).toBe('not known')
      expect(happened('2014-02-15', 'cabinet-surrender', 'public')).toBe('not known')
    })

    it('is known to the desk and not to the public on the evening of the 18th', () => {
      expect(happened('2014-02-18T20:00', 'cabinet-surrender')).toBe('true')
      expect(happened('2014-02-18T20:00', 'cabinet-surrender', 'public')).toBe('not known')
      expect(propertyOf(known('2014-02-18T20:00'), 'cabinet-surrender', 'known').value).toBe('2014-02-18')
    })

    it('is dated on the 18th only by inference, and marked as uncertain', () => {
      const date = propertyOf(known('2014-02-18T20:00'), 'cabinet-surrender', 'date')
      expect(date.span?.uncertain).toBe(true)
      expect(date.claims.map((claim) => claim.inferred !== undefined)).toEqual([true])
    })

    it('is public on the 19th, dated by Amnesty and by the ministry', () => {
      const view = known('2014-02-19T09:00', 'public')
      expect(view.events.get('cabinet-surrender')?.occurred).toBe('true')
      const date = propertyOf(view, 'cabinet-surrender', 'date')
      expect(date.value).toBe('2014-02-14')
      expect(date.rivals[0]?.speakers).toEqual(['amnesty-international', 'es.justice-ministry'])
    })

    it('is preferred on 14 February over the newspaper’s 15th', () => {
      const date = propertyOf(known('2014-02-28'), 'cabinet-surrender', 'date')
      expect(date.rivals.map((rival) => rival.value)).toEqual(['2014-02-14', '2014-02-15'])
      expect(date.value).toBe('2014-02-14')
      expect(date.preferred?.because).toMatch(/Friday/)
    })

    it('is contested from the day on which the Government tells Congress that nothing is decided', () => {
      expect(happened('2014-03-19', 'cabinet-surrender')).toBe('true')
      expect(happened('2014-03-20', 'cabinet-surrender')).toBe('contested')
      const point = pointsOf(known('2014-03-20')).find(
        ({ subject, property }) => subject === 'cabinet-surrender' && property === 'occurred',
      )
      expect(point?.preferred).toBeUndefined()
      const [no] = point?.rivals.filter((rival) => rival.value === false) ?? []
      const [yes] = point?.rivals.filter((rival) => rival.value === true) ?? []
      expect(no?.speakers).toEqual(['government-of-spain'])
      expect(yes?.speakers).toContain('es.justice-ministry')
    })
  })

  describe('the nineteenth of February', () => {
    it('knows Amnesty’s statement at nine, and nothing that happened from noon on', () => {
      for (const audience of ['desk', 'public'] as const) {
        const view = known('2014-02-19T09:00', audience)
        expect(view.events.has('amnesty-statement')).toBe(true)
        for (const later of [
          'urgent-stay-request',
          'ordinary-stay-request',
          'strasbourg-request-2',
          'urgent-stay',
          'urgent-stay-decided',
          'surrender-attempt',
          'surrender-scheduled',
          'court-learns',
        ])
          expect(view.events.has(later), later).toBe(false)
      }
    })

    it('knows the requests from noon, the stay from two, and the public neither before the press had them', () => {
      expect(happened('2014-02-19T12:00', 'urgent-stay-request')).toBe('true')
      expect(happened('2014-02-19T13:59', 'urgent-stay')).toBe('not known')
      expect(happened('2014-02-19T14:00', 'urgent-stay')).toBe('true')
      expect(happened('2014-02-19T14:00', 'urgent-stay', 'public')).toBe('not known')
      expect(happened('2014-02-19', 'urgent-stay', 'public')).toBe('true')
    })

    it('does not know the attempted hand-over before 1 March, nor the day set for it before 5 September', () => {
      expect(happened('2014-02-28', 'surrender-attempt')).toBe('not known')
      expect(happened('2014-03-01', 'surrender-attempt')).toBe('true')
      expect(happened('2014-09-04', 'surrender-scheduled')).toBe('not known')
      expect(propertyOf(known('2014-09-05'), 'surrender-scheduled', 'due').value).toBe('2014-02-20')
    })

    it('keeps statements about the law as statements of those who make them', () => {
      const asserts = factOf(known('2014-02-19T09:00'), 'pavlov-2014', 'asserts')
      const by = (speaker: string): readonly string[] =>
        [
          ...new Set(
            asserts.claims.filter((claim) => claim.speaker === speaker).map((claim) => String(claim.value)),
          ),
        ].sort()
      expect(by('amnesty-international')).toEqual([
        'domestic-remedies-exhausted',
        'measure-obliges-halt-until-merits',
        'only-strasbourg-remains',
      ])
      expect(by('julia-hall')).toEqual(['state-may-not-return-to-risk'])
      expect(by('defence')).toEqual(['strasbourg-needs-the-decree'])
      expect(factOf(known('2014-02-15'), 'pavlov-2014', 'asserts').values).toEqual(['domestic-remedies-exhausted'])
    })
  })

  describe('rivals', () => {
    it('gives the July ruling five dates and prefers 22 July, with reasons', () => {
      const date = propertyOf(known('2015-03-01'), 'july-ruling', 'date')
      expect(date.rivals.map((rival) => rival.value)).toEqual([
        '2013-06',
        '2013-07-21',
        '2013-07-22',
        '2013-07-23',
        '2013-07-27',
      ])
      expect(date.value).toBe('2013-07-22')
      expect(date.preferred?.because).toMatch(/Sunday/)
    })

    it('gives no reason that was not yet there', () => {
      expect(propertyOf(known('2013-07-22'), 'july-ruling', 'date').preferred).toBeUndefined()
      expect(propertyOf(known('2013-07-25'), 'july-ruling', 'date').preferred?.because).not.toMatch(
        /Sunday|ODF|June/,
      )
    })

    it.each([
      ['plenary-ruling', 'date', '2013-11-08'],
      ['plenary-ruling', 'body', 'es.an-criminal-plenary'],
      ['asylum-refusal', 'date', '2013-06-11'],
      ['asylum-application', 'date', '2013-02-06'],
      ['extradition-treaty-signed', 'date', '2012-11-21'],
      ['arrest-2', 'date', '2013-06-01'],
      ['ordinary-stay', 'date', '2014-02-25'],
      ['bail', 'amount', 'EUR 30,000'],
      ['release-2', 'date', '2014-07-31'],
    ])('prefers one %s %s among rivals: %s', (event, property, value) => {
      const point = propertyOf(known('2015-12-31'), event, property)
      expect(point.rivals.length).toBeGreaterThan(1)
      expect([point.status, point.value]).toEqual(['known', value])
    })

    it.each([
      ['request-1', 'date'],
      ['birth', 'date'],
      ['diplomatic-pressure', 'occurred'],
    ])('leaves %s %s contested', (event, property) => {
      expect(propertyOf(known('2015-12-31'), event, property).status).toBe('contested')
    })

    it('takes no position on a claim before the claim is known', () => {
      const early = [...state.positions.values()].flatMap(({ thing, deskFrom }) =>
        thing.claims
          .filter((id) => (state.claims.get(id)?.deskFrom ?? Infinity) > deskFrom)
          .map((id) => [thing.id, id]),
      )
      expect(early).toEqual([])
    })

    it('takes the United Nations’ two pages on the plenary ruling for one source', () => {
      const late = propertyOf(known('2014-02-15'), 'plenary-ruling', 'date').rivals.find(
        (rival) => rival.value === '2013-11-18',
      )
      expect(late?.documents).toHaveLength(2)
      expect(late?.independentSources).toBe(1)
    })

    it('takes one hostile column for no evidence that an amparo was decided', () => {
      expect(happened('2015-12-31', 'amparo-decided')).toBe('unknown')
    })
  })

  describe('what no source gives stays unknown', () => {
    it.each([
      ['plenary-ruling', 'notified'],
      ['plenary-reasons', 'notified'],
      ['asylum-refusal', 'notified'],
      ['cabinet-surrender', 'notified'],
      ['strasbourg-request-1', 'outcome'],
      ['strasbourg-request-2', 'outcome'],
    ])('%s: %s', (event, property) => {
      expect(propertyOf(known('2026-12-31'), event, property).status).toBe('unknown')
    })

    it('records no outcome from Strasbourg and no filing of an amparo', () => {
      const types = [...state.events.values()]
        .filter((event) => event.person === 'aleksandr-pavlov')
        .map((event) => event.type)
      expect(types.filter((type) => type.startsWith('measure-'))).toEqual([])
      const filed = [...state.claims.values()]
        .map(({ thing }) => thing)
        .filter((claim) => claim.property === 'remedy' && state.events.get(claim.subject)?.type === 'filed')
      expect(filed.map((claim) => claim.value)).not.toContain('es.amparo-court')
    })

    it('claims completeness only for what is served on the desk or done by it', () => {
      const lists = [...state.completeness.values()].map(({ thing }) => thing)
      expect(lists.every((list) => list.because.length > 20)).toBe(true)
      const of = lists.map((list) => list.of)
      for (const hidden of [
        'surrender-agreed',
        'surrender-refused',
        'surrender-scheduled',
        'surrender-attempted',
        'measure-indicated',
        '*',
      ])
        expect(of, hidden).not.toContain(hidden)
      const remedies = lists.map((list) => list.where?.['remedy'] ?? '')
      expect(remedies.filter((remedy) => /amparo|^echr|^cat|^hrc/.test(remedy))).toEqual([])
    })
  })

  describe('people', () => {
    const linked = [
      'mukhtar-ablyazov',
      'alma-shalabayeva',
      'muratbek-ketebayev',
      'tatiana-paraskevich',
      'artur-trofimov',
      'bota-jardemalie',
      'ali-aarrass',
    ]
    const eventsOf = (view: View, person: string): readonly string[] =>
      [...view.events.values()].filter(({ event }) => event.person === person).map(({ event }) => event.id)

    it('knows of linked persons on 15 February 2014 what had been published by then', () => {
      const view = known('2014-02-15')
      expect(eventsOf(view, 'muratbek-ketebayev')).toEqual([
        'ketebayev-warrant',
        'ketebayev-asylum-claim',
        'ketebayev-arrest',
        'ketebayev-release',
        'ketebayev-asylum',
      ])
      expect(view.events.has('shalabayeva-expelled')).toBe(true)
      expect(view.events.has('shalabayeva-returned')).toBe(true)
      expect(view.events.has('ablyazov-aix')).toBe(true)
      for (const later of [
        'paraskevich-protection',
        'shalabayeva-asylum',
        'ablyazov-cassation-1',
        'ablyazov-decree-annulled',
        'trofimov-protection',
        'jardemalie-asylum',
        'aarrass-views',
      ])
        expect(view.events.has(later), later).toBe(false)
    })

    it.each(moments)('lets nothing of a linked person leak into what was known by %s', (by) => {
      const endOfThatDay = parseMoment(by.slice(0, 10), state.zone)
      const view = known(by)
      for (const person of linked) {
        for (const id of eventsOf(view, person)) {
          for (const claim of view.events.get(id)?.claims ?? []) {
            expect(parseMoment(claim.said ?? claim.learned, state.zone), claim.id).toBeLessThanOrEqual(endOfThatDay)
          }
        }
      }
    })

    it('never lets the public know more than the desk', () => {
      for (const by of moments) {
        const desk = known(by)
        expect(
          [...known(by, 'public').claims.keys()].filter((id) => !desk.claims.has(id)),
          by,
        ).toEqual([])
      }
    })

    it('joins the misspelt name and the pseudonym to one person, the pseudonym only through the docket number', () => {
      expect(canonicalOf(known('2014-02-19'), 'pavolv')).toBe(canonicalOf(known('2014-02-19'), 'aleksandr-pavlov'))
      const in2015 = known('2015-12-31')
      expect(canonicalOf(in2015, 'sr-gaspar')).not.toBe(canonicalOf(in2015, 'aleksandr-pavlov'))
      const today = known('2026-11-24')
      expect(canonicalOf(today, 'sr-gaspar')).toBe(canonicalOf(today, 'aleksandr-pavlov'))
      expect(today.identities.find((identity) => identity.b === 'sr-gaspar')?.because).toContain('2944/2014')
      expect(state.entities.get('aleksandr-pavlov')?.names).not.toContain('Sr. Gaspar')
    })
  })

  describe('the press item', () => {
    it('is named by its hash and not shipped; its retelling is', () => {
      const original = state.documents.get('press-item')
      expect(original?.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(bundle.blobs.has(original?.sha256 ?? '')).toBe(false)
      const retelling = state.documents.get('press-item-retelling')
      expect(retelling?.retells).toBe('press-item')
      expect(bundle.blobs.has(retelling?.sha256 ?? '')).toBe(true)
    })

    it('binds each of its claims to the words of the retelling', () => {
      const hash = state.documents.get('press-item-retelling')?.sha256 ?? ''
      const retelling = new TextDecoder().decode(bundle.blobs.get(hash))
      const claims = [...state.claims.values()]
        .map(({ thing }) => thing)
        .filter((claim) => claim.document === 'press-item-retelling')
      expect(claims.length).toBeGreaterThan(30)
      for (const { id, place } of claims) expect(retelling.slice(place?.start, place?.end), id).toBe(place?.quote)
    })

    it('stands for its retelling as one source beside the others', () => {
      const date = propertyOf(known('2014-02-19'), 'cabinet-surrender', 'date')
      expect(date.rivals[0]?.documents).toEqual(['articolo21-2014-02', 'azh-2014-02-19', 'press-item-retelling'])
      expect(date.rivals[0]?.independentSources).toBe(3)
    })
  })
})
