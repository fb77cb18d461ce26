/** Random records for property tests: valid, small, and full of rivals. Not part of the product. */
import fc from 'fast-check'
import type { Body, Claim, Entry, Id } from './model.ts'

export const people: readonly Id[] = ['person', 'lawyer', 'ministry', 'agency', 'alias']
export const papers: readonly Id[] = ['paper', 'decree', 'copy', 'retelling']
export const happenings: readonly Id[] = ['arrest', 'ruling', 'decision']

const day = fc.integer({ min: 0, max: 27 }).map((n) => `2014-02-${String(n + 1).padStart(2, '0')}`)
/** Dates of every precision, all from 2013 to 2015. */
export const dateText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: day },
  day.map((text) => `${text}T09:30`),
  day.map((text) => `${text}~`),
  day.map((text) => `${text}/2014-03-05`),
  day.map((text) => `../${text}`),
  fc.constantFrom(
    '2014',
    '2014-02',
    '2014-03',
    '2013-12~',
    '2014?',
    '201X',
    '2014-02-14T08:00:00Z',
    '2014-02-20/..',
  ),
)
const anyText = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' })
const phrase = fc.oneof(
  anyText,
  fc.constantFrom(
    'a: b',
    '# no comment',
    '- dash',
    'null',
    'true',
    '2014',
    '~',
    'día\nsegundo día\n',
    '  kept  ',
    '"',
    "it's",
    'yes',
    '0x1f',
    '1e3',
    '|',
    '>',
    '\u2028',
    '\ufeff',
    'a\r\nb',
    '...',
  ),
)
const level = fc.constantFrom('public', 'counsel', 'internal', 'sealed')
const subjectAndProperty = fc.oneof(
  fc.record({
    subject: fc.constantFrom(...happenings),
    property: fc.constantFrom('date', 'notified'),
    value: dateText,
  }),
  fc.record({ subject: fc.constantFrom(...happenings), property: fc.constant('occurred'), value: fc.boolean() }),
  fc.record({
    subject: fc.constantFrom(...happenings),
    property: fc.constantFrom('place', 'outcome'),
    value: fc.oneof(fc.constantFrom('Madrid', 'Ávila'), phrase),
  }),
  fc.record({
    subject: fc.constantFrom(...people),
    property: fc.constantFrom('nationality', 'role'),
    value: fc.constantFrom('KZ', 'RU', 'ES'),
  }),
  fc.record({
    subject: fc.constantFrom(...people),
    property: fc.constant('associate-of'),
    value: fc.constantFrom(...people),
  }),
  fc.record({
    subject: fc.constant('case'),
    property: fc.constantFrom('sending-state', 'age'),
    value: fc.oneof(fc.constantFrom('ES', 'FR'), fc.double({ noNaN: true, noDefaultInfinity: true })),
  }),
)

const claimDetails = fc.record({
  speaker: fc.constantFrom(...people),
  document: fc.constantFrom(...papers),
  learned: dateText,
  disclosure: level,
})
const claimExtras = fc.record(
  {
    polarity: fc.constantFrom('asserted', 'denied'),
    said: dateText,
    valid: dateText,
    public: dateText,
    grade: fc.record({ source: fc.constantFrom('A', 'B', 'F'), information: fc.constantFrom(1, 2, 6) }),
    accordingTo: fc.constantFrom(...people),
    inferred: phrase,
    note: phrase,
    place: phrase.map((quote) => ({ quote, start: 3, end: 3 + quote.length, page: 2 })),
  },
  { requiredKeys: [] },
)

/** What somebody enters after the frame stands; ids are given by {@link history}. */
type Later = (id: Id, claims: readonly Claim[]) => Body

const claim: fc.Arbitrary<Later> = fc
  .tuple(subjectAndProperty, claimDetails, claimExtras)
  .map(([about, details, extras]): Later => (id) => ({
    kind: 'claim',
    claim: { id, ...about, ...details, ...extras },
  }))

const position: fc.Arbitrary<Later> = fc
  .tuple(fc.constantFrom('accepted', 'preferred', 'contested', 'refused'), fc.nat(), dateText, phrase)
  .map(([stance, pick, learned, because]): Later => (id, claims) => {
    const chosen = claims[pick % Math.max(1, claims.length)]
    const { subject, property } = chosen ?? { subject: 'arrest', property: 'date' }
    return {
      kind: 'position',
      position: {
        id,
        subject,
        property,
        stance: chosen === undefined ? 'contested' : stance,
        claims: chosen === undefined ? [] : [chosen.id],
        by: 'counsel',
        because,
        learned,
      },
    }
  })

const identity: fc.Arbitrary<Later> = fc
  .tuple(
    fc.shuffledSubarray([...people], { minLength: 2, maxLength: 2 }),
    fc.constantFrom('same', 'different', 'unsure'),
    dateText,
  )
  .map(([[a = 'person', b = 'alias'], judgement, learned]): Later => (id) => ({
    kind: 'identity',
    identity: { id, a, b, judgement, by: 'counsel', because: 'the docket number', learned },
  }))

const completeness: fc.Arbitrary<Later> = fc
  .tuple(dateText, fc.oneof(fc.constant('ongoing'), dateText), fc.boolean())
  .map(([learned, through, narrowed]): Later => (id) => ({
    kind: 'completeness',
    completeness: {
      id,
      of: 'filed',
      ...(narrowed ? { where: { remedy: 'es.suplica' } } : {}),
      through,
      because: 'served on us',
      by: 'counsel',
      learned,
    },
  }))

const assessment: fc.Arbitrary<Later> = fc
  .tuple(dateText, fc.constantFrom('yes', 'no', 'unsure'), phrase)
  .map(([learned, answer, reasons]): Later => (id) => ({
    kind: 'assessment',
    assessment: { id, question: 'real-risk', answer, by: 'counsel', reasons, learned },
  }))

const later = fc.oneof(
  { weight: 6, arbitrary: claim },
  { weight: 2, arbitrary: position },
  identity,
  completeness,
  assessment,
)

/** The header, the persons, papers and events that everything else speaks of. */
export function frame(note?: string): readonly Body[] {
  return [
    {
      kind: 'case',
      case: {
        id: 'case',
        title: 'A case',
        person: 'person',
        zone: 'Europe/Madrid',
        desk: 'defence',
        learnedRule: 'on the day',
        ...(note === undefined ? {} : { note }),
      },
    },
    ...people.map((id): Body => ({ kind: 'entity', entity: { id, kind: 'person', name: id } })),
    { kind: 'document', document: { id: 'paper', title: 'Paper', publisher: 'press', disclosure: 'public' } },
    {
      kind: 'document',
      document: {
        id: 'decree',
        title: 'Decree',
        publisher: 'cabinet',
        disclosure: 'internal',
        arrived: '2014-02-18',
      },
    },
    {
      kind: 'document',
      document: { id: 'copy', title: 'Copy', publisher: 'site', disclosure: 'public', copyOf: 'paper' },
    },
    {
      kind: 'document',
      document: { id: 'retelling', title: 'Retelling', publisher: 'us', disclosure: 'public', retells: 'copy' },
    },
    {
      kind: 'proceeding',
      proceeding: {
        id: 'asylum',
        track: 'es.asylum',
        round: 1,
        person: 'person',
        title: 'Asylum',
        docket: '405/2013',
      },
    },
    ...happenings.map((id): Body => ({
      kind: 'event',
      event: { id, type: 'other', title: id, person: 'person', proceeding: 'asylum' },
    })),
  ]
}

const instants = ['2014-03-01T08:00:00Z', '2014-02-10T23:59:59.5Z', '2015-01-01T00:00:00Z', '2013-06-01T12:00:00Z']

/** A whole record: in order of sequence, entered by several people under a clock that may run backwards. */
export const history: fc.Arbitrary<readonly Entry[]> = fc
  .record({
    note: fc.option(phrase, { nil: undefined }),
    laters: fc.array(later, { maxLength: 25 }),
    clocks: fc.array(fc.constantFrom(...instants), { minLength: 1, maxLength: 6 }),
    hands: fc.array(fc.constantFrom('counsel', 'researcher', 'José Ñ.'), { minLength: 1, maxLength: 3 }),
  })
  .map(({ note, laters, clocks, hands }) => {
    const bodies: Body[] = [...frame(note)]
    const claims: Claim[] = []
    laters.forEach((make, index) => {
      const body = make(`t${index}`, claims)
      if (body.kind === 'claim') claims.push(body.claim)
      bodies.push(body)
    })
    return bodies.map((body, index): Entry => ({
      sequence: index + 1,
      recorded: clocks[Math.floor(index / 4) % clocks.length] ?? '2014-01-01T00:00:00Z',
      by: hands[Math.floor(index / 7) % hands.length] ?? 'counsel',
      body,
    }))
  })

/** The same things entered in another order, with new numbers. */
export const shuffled = (entries: readonly Entry[]): fc.Arbitrary<readonly Entry[]> =>
  fc
    .shuffledSubarray([...entries], { minLength: entries.length, maxLength: entries.length })
    .map((mixed) => mixed.map((entry, index) => ({ ...entry, sequence: index + 1 })))
