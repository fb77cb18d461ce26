/** What of a record may go to whom: nothing closed, in no field, under no name; and all that is open. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclosedTo } from './disclosure.ts'
import { permitOf } from './permit.ts'
import type { Audience, Disclosure, Entry, RuledKind } from './model.ts'
import { project } from './project.ts'
import { tell, type Teller } from './testing.ts'
import { planted, plantedOpen } from './testing-canaries.ts'
import { history } from './testing-histories.ts'
import { parseMoment } from './time.ts'
import { validate } from './validate.ts'

const on = parseMoment('2014-03-01', 'Europe/Madrid')
const everything = parseMoment('2030-01-01', 'Europe/Madrid')
const outside = ['counsel', 'public'] as const

const bytesFor = (entries: readonly Entry[], audience: Audience, at = everything): string =>
  textOf(disclosedTo(project(entries), audience, at))

/** Every key and value of a state, maps and lists included. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) => (held instanceof Map ? [...held.entries()] : held))

/** Every text of a thing with the path at which it stands. */
const textsAt = (value: unknown, path: string): readonly (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Array.isArray(value)
      ? value.flatMap((one) => textsAt(one, path))
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, held]) => textsAt(held, `${path}.${key}`))
        : []

/** What never leaves the desk as part of the record. A passage leaves in the paper for which it was written. */
const desksOwn = `
  case.learnedRule case.note claim.inferred claim.note claim.place.prefix claim.place.suffix completeness.because
  completeness.by document.broughtBy document.note document.original entity.described entity.note entry.by
  identity.because identity.by passage.by passage.id passage.read passage.text position.because position.by
  release.because release.id release.paper ruling.because ruling.by ruling.id`
/** Texts that hold no canary: dates, hashes, words of closed lists; values that are dates or ids. */
const quiet = new RegExp(
  String.raw`^(?:case\.zone|document\.(?:published|arrived|sha256)|entity\.kind|event\.type|proceeding\.track|` +
    String.raw`claim\.(?:value|property|polarity|valid|said|learned|public|grade\.source)|completeness\.through|` +
    String.raw`(?:position|identity|completeness|assessment|passage)\.learned|position\.(?:property|stance)|` +
    String.raw`identity\.judgement|assessment\.answer|ruling\.of|release\.(?:step|audience|content)|` +
    String.raw`passage\.(?:paper|slot|language)|[a-z]+\.(?:disclosure|embargo))$`,
  'u',
)

const spoken = (): Teller => tell().claim('person', 'role', 'guard', { public: '2014-01-01' })

const ruling = (of: RuledKind, thing: string, disclosure: Disclosure, more: object = {}) =>
  ({
    kind: 'ruling',
    ruling: { id: `r-${thing}-${disclosure}`, of, thing, disclosure, by: 'x', because: 'y', ...more },
  }) as const

describe('what an audience may have', () => {
  it.each([
    ['public', ['counsel', 'public']],
    ['counsel', ['counsel']],
    ['internal', []],
    ['sealed', []],
  ] as const)('a claim that is %s goes to: %j', (disclosure, expected) => {
    const { entries } = tell().claim('person', 'role', 'guard', { public: '2014-01-01', disclosure })
    expect(outside.filter((audience) => bytesFor(entries, audience).includes('guard'))).toEqual(expected)
  })

  it('the desk has the record itself', () => {
    const state = spoken().state()
    expect(disclosedTo(state, 'desk', on)).toBe(state)
  })

  it('a level that nobody understands counts as sealed', () => {
    const { entries } = tell().claim('person', 'role', 'guard', { public: '2014-01-01' })
    const altered = JSON.parse(JSON.stringify(entries).replaceAll('"public"', '"open to all"')) as Entry[]
    expect(bytesFor(altered, 'counsel')).not.toContain('guard')
  })

  it('nothing goes out before its embargo ends, nor with an embargo that cannot be read', () => {
    const under = (embargo: string) =>
      bytesFor(tell().claim('person', 'role', 'guard', { public: '2014-01-01', embargo }).entries, 'public', on)
    expect(under('2014-02-28')).toContain('guard')
    expect(under('2014-03-02')).not.toContain('guard')
    expect(under('after the hearing')).not.toContain('guard')
  })

  it('the public has nothing of what is not public yet, and counsel nothing of what the desk did not know yet', () => {
    const { entries } = tell().claim('person', 'role', 'guard', { learned: '2014-03-05', public: '2014-04-01' })
    expect(bytesFor(entries, 'public', parseMoment('2014-03-31', 'Europe/Madrid'))).not.toContain('guard')
    expect(bytesFor(entries, 'public', parseMoment('2014-04-01', 'Europe/Madrid'))).toContain('guard')
    expect(bytesFor(entries, 'counsel', parseMoment('2014-03-04', 'Europe/Madrid'))).not.toContain('guard')
  })
})

describe('a thing is as closed as the strictest thing it rests on', () => {
  const details = { public: '2014-01-01' }
  it.each([
    [
      'its document',
      tell()
        .document('memo', { disclosure: 'internal' })
        .claim('person', 'role', 'guard', { ...details, document: 'memo' }),
    ],
    [
      'the document that its document copies',
      tell()
        .document('memo', { disclosure: 'sealed' })
        .document('copy', { copyOf: 'memo' })
        .claim('person', 'role', 'guard', { ...details, document: 'copy' }),
    ],
    [
      'the document that its document retells',
      tell()
        .document('memo', { disclosure: 'internal' })
        .document('tale', { retells: 'memo' })
        .claim('person', 'role', 'guard', { ...details, document: 'tale' }),
    ],
    [
      'its speaker',
      tell()
        .entity('source', 'person', { disclosure: 'internal' })
        .claim('person', 'role', 'guard', { ...details, speaker: 'source' }),
    ],
    [
      'the one it goes back to',
      tell()
        .entity('source', 'person', { disclosure: 'internal' })
        .claim('person', 'role', 'guard', { ...details, accordingTo: 'source' }),
    ],
    [
      'its subject',
      tell().entity('source', 'person', { disclosure: 'internal' }).claim('source', 'role', 'guard', details),
    ],
  ] as const)('a claim: %s', (_what, teller) => {
    for (const audience of outside) expect(bytesFor(teller.entries, audience)).not.toContain('guard')
  })

  it('the person it names as its value', () => {
    const { entries } = tell()
      .entity('source', 'person', { disclosure: 'internal' })
      .claim('person', 'associate-of', 'source', details)
    for (const audience of outside) expect(bytesFor(entries, audience)).not.toContain('source')
  })

  it('an event as its proceeding', () => {
    const { entries } = tell()
      .enter({
        kind: 'proceeding',
        proceeding: {
          id: 'quiet',
          track: 'es.asylum',
          round: 1,
          person: 'person',
          title: 'Quiet',
          disclosure: 'internal',
        },
      })
      .enter({ kind: 'event', event: { id: 'step', type: 'other', title: 'A step', proceeding: 'quiet' } })
      .claim('step', 'occurred', true, details)
    for (const audience of outside) expect(bytesFor(entries, audience)).not.toContain('A step')
  })

  it('two documents that copy each other are judged and do not hang', () => {
    const { entries } = tell()
      .document('a', { copyOf: 'b' })
      .document('b', { copyOf: 'a' })
      .claim('person', 'role', 'guard', { ...details, document: 'a' })
    expect(bytesFor(entries, 'public')).toContain('guard')
  })
})

describe('protected persons', () => {
  const source = (disclosure: Disclosure, described?: string) =>
    tell()
      .enter({
        kind: 'entity',
        entity: {
          id: 'nadia-k',
          kind: 'person',
          name: 'Nadia K',
          disclosure,
          ...(described === undefined ? {} : { described }),
        },
      })
      .claim('person', 'role', 'guard', { public: '2014-01-01', speaker: 'nadia-k' })

  it('appear under the agreed description, and no id of theirs goes out', () => {
    const bytes = bytesFor(source('internal', 'a former colleague').entries, 'public')
    expect(bytes).toContain('a former colleague')
    expect(bytes).toContain('guard')
    expect(bytes.toLowerCase()).not.toContain('nadia')
  })

  it('do not appear at all while sealed, whatever was agreed', () => {
    const bytes = bytesFor(source('sealed', 'a former colleague').entries, 'counsel')
    for (const word of ['colleague', 'guard', 'nadia']) expect(bytes.toLowerCase()).not.toContain(word)
  })

  it('take with them every title, quote and value that names them, in any spelling of case and accents', () => {
    const { entries } = source('internal', 'a former colleague')
      .document('memo', { title: 'Talk with NÁDIA  k.' })
      .claim('person', 'role', 'from the memo', { public: '2014-01-01', document: 'memo' })
      .claim('person', 'role', 'friend of Nadia K', { public: '2014-01-01' })
      .claim('person', 'custody', 'Madrid', { public: '2014-01-01', place: { quote: 'Nadia K saw him in Madrid' } })
    const bytes = bytesFor(entries, 'counsel').toLowerCase()
    for (const word of ['nádia', 'nadia', 'from the memo', 'in madrid', '"property":"custody"'])
      expect(bytes).not.toContain(word)
  })

  it('are not told by the ids of other things that were called after them', () => {
    const { entries } = source('internal', 'a former colleague')
      .enter({ kind: 'event', event: { id: 'talk-with-nadia-k', type: 'other', title: 'A talk' } })
      .document('nadia-k.letter', { title: 'A letter' })
      .claim('talk-with-nadia-k', 'date', '2014-01-03', { public: '2014-01-04', document: 'nadia-k.letter' })
      .claim('nadia-k', 'role', 'clerk', { public: '2014-01-04', id: 'nadia-k.role.1' })
    const bytes = bytesFor(entries, 'public')
    expect(bytes.toLowerCase()).not.toContain('nadia')
    for (const kept of ['A talk', '2014-01-03', '"value":"clerk"', 'item-1']) expect(bytes).toContain(kept)
  })

  it('are numbered by who is shown, so that the number tells nothing of those left out', () => {
    const { entries } = tell()
      .enter({
        kind: 'entity',
        entity: { id: 'one', kind: 'person', name: 'One Name', disclosure: 'internal', described: 'a clerk' },
      })
      .enter({
        kind: 'entity',
        entity: { id: 'two', kind: 'person', name: 'Two Name', disclosure: 'internal', described: 'a guard' },
      })
      .claim('person', 'role', 'hidden', { disclosure: 'sealed', public: '2014-01-01', speaker: 'one' })
      .claim('person', 'role', 'shown', { public: '2014-01-01', speaker: 'two' })
    const bytes = bytesFor(entries, 'public')
    expect(bytes).toContain('protected-1')
    expect(bytes).not.toContain('protected-2')
    expect(bytes).not.toContain('a clerk')
  })

  it('when the case is theirs: the case goes under the description, or not at all', () => {
    const about = (described?: string) =>
      tell()
        .claim('person', 'role', 'guard', { public: '2014-01-01' })
        .enter(ruling('entity', 'person', 'internal', described === undefined ? {} : { described }))
    expect(disclosedTo(about('an asylum seeker').state(), 'public', on).header).toMatchObject({
      title: 'an asylum seeker',
      person: 'protected-1',
    })
    expect(disclosedTo(about().state(), 'public', on)).not.toHaveProperty('header')
  })
})

describe('rulings', () => {
  it('the latest ruling counts, for answers about the past too', () => {
    const told = spoken().enter(ruling('claim', 'c5', 'sealed'))
    expect(told.state().claims.has('c5')).toBe(true)
    expect(bytesFor(told.entries, 'public', on)).not.toContain('guard')
    told.enter(ruling('claim', 'c5', 'public'))
    expect(bytesFor(told.entries, 'public', on)).toContain('guard')
  })

  it('an assessment stays at the desk until somebody opens it', () => {
    const told = spoken().assessment('real-risk', 'yes')
    expect(disclosedTo(told.state(), 'counsel', on).assessments.size).toBe(0)
    const [id = ''] = told.state().assessments.keys()
    told.enter(ruling('assessment', id, 'public'))
    expect(disclosedTo(told.state(), 'public', on).assessments.size).toBe(1)
  })

  it('an embargo set later is heeded', () => {
    const told = spoken().enter(ruling('claim', 'c5', 'public', { embargo: '2020-01-01' }))
    expect(permitOf(told.state(), 'claim', { id: 'c5', disclosure: 'public' }).embargo).toBe('2020-01-01')
    expect(bytesFor(told.entries, 'public', on)).not.toContain('guard')
  })
})

describe('the desk’s own words', () => {
  it('stay at the desk: notes, grades, reasons, names of those who entered, who brought a paper and when', () => {
    const { entries } = tell()
      .document('leaf', { note: 'canary-1', broughtBy: 'canary-2', arrived: '2014-02-17' })
      .claim('person', 'role', 'guard', {
        document: 'leaf',
        public: '2014-01-01',
        note: 'canary-3',
        inferred: 'canary-4',
        grade: { source: 'B', information: 3 },
        place: { quote: 'he was a guard', prefix: 'canary-5', suffix: 'canary-6' },
      })
      .position('person', 'role', 'accepted', ['c5'])
      .complete('filed', 'ongoing')
      .identity('person', 'speaker', 'different')
    for (const audience of outside) {
      const bytes = bytesFor(entries, audience)
      for (const word of [
        'canary',
        'tester',
        '"grade"',
        '2014-02-17',
        'original is held',
        'served on us',
        'docket number',
      ])
        expect(bytes).not.toContain(word)
      expect(bytes).toContain('he was a guard')
    }
  })
})

describe('over random records, with a canary of its level in every field of every thing', () => {
  it(
    'no canary above the audience’s level is in what it gets, and all that open claims lead to is',
    { timeout: 60_000 },
    () => {
      const due = { counsel: 0, public: 0 }
      let described = 0
      fc.assert(
        fc.property(planted, (planting) => {
          for (const audience of outside) {
            const bytes = bytesFor(planting.entries, audience)
            const closed = audience === 'public' ? /canary-(counsel|internal|sealed)/ : /canary-(internal|sealed)/
            expect(closed.exec(bytes)?.index).toBeUndefined()
            const open = planting.due.filter(({ rank }) => rank <= (audience === 'public' ? 0 : 1))
            expect(open.filter(({ text }) => !bytes.includes(text))).toEqual([])
            due[audience] += open.length
            if (bytes.includes('entity.described')) described += 1
          }
        }),
        { numRuns: 1000 },
      )
      expect(Math.min(due.counsel, due.public)).toBeGreaterThan(1000)
      expect(described).toBeGreaterThan(100)
    },
  )

  it('the record as entered is valid, and each of its texts holds a canary but for ids, dates and closed lists', () => {
    fc.assert(
      fc.property(planted, ({ entries }) => {
        const errors = validate(
          project([]),
          entries.map(({ body }) => body),
        ).filter(({ severity }) => severity === 'error')
        expect(errors).toEqual([])
        const plain = entries.flatMap(({ body }) =>
          textsAt(Reflect.get(body, body.kind), body.kind).filter(([, text]) => !text.includes('canary-')),
        )
        expect(plain.filter(([path]) => !quiet.test(path))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('each canary could come out: where nothing is held back all do, but for the desk’s own words', () => {
    const kept = { counsel: new Set<string>(), public: new Set<string>() }
    const all = fc.sample(plantedOpen, 60)
    for (const audience of outside) {
      for (const { marks } of all) for (const { field } of marks) kept[audience].add(field)
      for (const { entries, marks } of all) {
        const bytes = bytesFor(entries, audience, on)
        for (const { field, text } of marks) if (bytes.includes(text)) kept[audience].delete(field)
      }
    }
    expect([...kept.counsel].toSorted()).toEqual(desksOwn.trim().split(/\s+/u))
    const team = [...kept.public].filter((field) => !kept.counsel.has(field))
    expect(team.toSorted()).toEqual([
      'completeness.id',
      'completeness.of',
      'completeness.where',
      'identity.id',
      'position.id',
    ])
  })

  it('every claim that rests on nothing closed is there', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const state = project(entries)
        const open = [...state.claims.values()].filter(
          ({ thing, publicFrom }) =>
            publicFrom <= everything && thing.disclosure === 'public' && thing.document !== 'decree',
        )
        expect([...disclosedTo(state, 'public', everything).claims.keys()]).toEqual(
          open.map(({ thing }) => thing.id),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('what is closed has no influence: with it or without it, the copy is the same', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(history, (entries) => {
        for (const audience of outside) {
          const kept = disclosedTo(project(entries), audience, everything)
          const without = entries.filter(({ body }) => body.kind !== 'claim' || kept.claims.has(body.claim.id))
          expect(textOf(disclosedTo(project(without), audience, everything))).toBe(textOf(kept))
        }
      }),
      { numRuns: 300 },
    )
  })
})
