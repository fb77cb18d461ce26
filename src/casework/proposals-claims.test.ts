import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propose } from '../reading/index.ts'
import { type Body, type Entry, project, validate } from '../record/index.ts'
import { type Deciding, decisionBodies, DecisionError, isEnterable } from './proposals-claims.ts'
import { copiesOf, shinglesOf } from './proposals-copies.ts'

const document = {
  id: 'letter',
  title: 'A letter',
  publisher: 'The ministry',
  published: '2014-02-19',
  disclosure: 'internal',
  sha256: 'a'.repeat(64),
} as const
const header = {
  id: 'case',
  title: 'A case',
  person: 'someone',
  zone: 'Europe/Madrid',
  desk: 'desk',
  learnedRule: 'as it came',
}
const entries: readonly Body[] = [
  { kind: 'case', case: header },
  { kind: 'entity', entity: { id: 'someone', kind: 'person', name: 'Someone' } },
  { kind: 'document', document },
]
const entered = (body: Body, index: number): Entry => ({
  sequence: index + 1,
  recorded: '2014-02-19T10:00:00Z',
  by: 'A person',
  body,
})
const state = project(entries.map(entered))

function deciding(text: string, kind: string): Deciding {
  const all = propose(text, { language: 'en', documentDate: '2014-02-19' })
  const proposal = all.find((one) => one.kind === kind)
  if (proposal === undefined) throw new Error(`No ${kind} in "${text}".`)
  return { state, caseId: 'case', document, text, proposal, all, links: new Map(), learned: '2014-02-20T09:00' }
}
const told = 'On 14 February the Council of Ministers agreed to the surrender of Alexander Pavlov.'

test('a proposal becomes claims only under a name', () => {
  expect(() => decisionBodies(deciding(told, 'event'), { decision: 'accept', by: '  ' })).toThrow(DecisionError)
})

const valuesOf = (text: string, kind: string): readonly (readonly unknown[])[] =>
  decisionBodies(deciding(text, kind), { decision: 'accept', by: 'Ana' }).flatMap((body) =>
    body.kind === 'claim' ? [[body.claim.property, body.claim.value]] : [],
  )

test.each([
  ['He would be at risk of torture.', 'torture'],
  ['He would be at risk of persecution.', 'persecution'],
  ['He would be at risk of ill-treatment.', 'ill-treatment'],
  ['He would be at considerable risk of harm.', 'harm'],
])('an accepted risk is the harm that the words name, and no other: %s', (text, harm) => {
  expect(valuesOf(text, 'risk')).toEqual([['risk', harm]])
})

test('a demand that something be left undone is not entered as a demand to do it', () => {
  expect(valuesOf('Spain cannot and should not trust such promises.', 'demand')).toEqual([
    ['demand', 'cannot and should not trust such promises'],
  ])
})

test('assurances are entered with what was promised', () => {
  const text = 'The government of Kazakhstan has offered diplomatic assurances that he will not be ill-treated.'
  expect(valuesOf(text, 'assurance')).toEqual([
    ['occurred', true],
    ['content', 'he will not be ill-treated'],
  ])
})

test('an accepted event is claims at their words, and a position under the name; the inferred year says so', () => {
  const bodies = decisionBodies(deciding(told, 'event'), { decision: 'accept', by: 'Ana' })
  const claims = bodies.flatMap((body) => (body.kind === 'claim' ? [body.claim] : []))
  expect(claims.map(({ property, value }) => [property, value])).toEqual([
    ['occurred', true],
    ['date', '2014-02-14'],
  ])
  expect(claims.every(({ place }) => told.slice(place?.start, place?.end) === place?.quote)).toBe(true)
  expect(claims[1]?.inferred).toContain('year')
  expect(
    bodies.flatMap((body) => (body.kind === 'position' ? [[body.position.stance, body.position.by]] : [])),
  ).toEqual([
    ['accepted', 'Ana'],
    ['accepted', 'Ana'],
  ])
  expect(validate(state, bodies, { textOf: () => told }).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('a refusal is kept as one, so that the words are not put forward again', () => {
  const bodies = decisionBodies(deciding(told, 'event'), {
    decision: 'refuse',
    by: 'Ana',
    because: 'It was another day.',
  })
  expect(
    bodies.some(
      (body) =>
        body.kind === 'position' &&
        body.position.stance === 'refused' &&
        body.position.because === 'It was another day.',
    ),
  ).toBe(true)
})

test('a correction says what was proposed and who corrected it', () => {
  const bodies = decisionBodies(deciding('Alexander Pavlov, a 37-year-old man, is held.', 'age'), {
    decision: 'correct',
    by: 'Ana',
    value: '38',
  })
  expect(bodies.flatMap((body) => (body.kind === 'claim' ? [[body.claim.value, body.claim.note]] : []))).toEqual([
    [38, 'Proposed: 37. Corrected by Ana.'],
  ])
})

test.each([
  'If the European Court ordered interim measures, Spain would wait.',
  'Alexander Pavlov must not be handed over.',
  'Alexander Pavlov may be handed over.',
])('"%s" cannot become an event, whoever accepts it', (text) => {
  expect(() => decisionBodies(deciding(text, 'event'), { decision: 'accept', by: 'Ana' })).toThrow(DecisionError)
})

const spoken =
  `${told} The decision has not yet been made public. ` +
  '"These promises are worth nothing and should not be believed," said Maria Example, expert on torture at the organisation.'

test('a quotation becomes the very words, with who said them and what the speaker is said to be', () => {
  const bodies = decisionBodies(deciding(spoken, 'quotation'), { decision: 'accept', by: 'Ana' })
  const claims = bodies.flatMap((body) => (body.kind === 'claim' ? [body.claim] : []))
  expect(claims.map(({ subject, property, value, speaker }) => [subject, property, value, speaker])).toEqual([
    ['case', 'quotation', expect.stringContaining('These promises are worth nothing'), 'maria-example'],
    ['maria-example', 'role', expect.stringContaining('expert on torture'), 'maria-example'],
  ])
  expect(validate(state, bodies, { textOf: () => spoken }).filter(({ severity }) => severity === 'error')).toEqual(
    [],
  )
})

test("words in quotation marks of which nobody is named as the speaker are nobody's, and cannot be entered", () => {
  const nameless = '"These promises are worth nothing and should not be believed" was heard in the corridor.'
  const proposal = propose(nameless, { language: 'en' }).find(({ kind }) => kind === 'quotation')
  expect(proposal === undefined || !isEnterable(proposal)).toBe(true)
})

test('"not yet public" is said of the event that was accepted before it; without one it waits', () => {
  const about = deciding(spoken, 'publication')
  expect(() => decisionBodies(about, { decision: 'accept', by: 'Ana' })).toThrow('accept the event first')
  const event = decisionBodies(deciding(spoken, 'event'), { decision: 'accept', by: 'Ana' })
  const later = project([...entries, ...event].map(entered))
  const bodies = decisionBodies({ ...about, state: later }, { decision: 'accept', by: 'Ana' })
  const [decided] = event.flatMap((body) => (body.kind === 'event' ? [body.event.id] : []))
  expect(
    bodies.flatMap((body) =>
      body.kind === 'claim' ? [[body.claim.subject, body.claim.property, body.claim.value, body.claim.said]] : [],
    ),
  ).toEqual([[decided, 'publicity', 'not-public', '2014-02-19']])
  expect(validate(later, bodies, { textOf: () => spoken }).filter(({ severity }) => severity === 'error')).toEqual(
    [],
  )
  expect(decisionBodies(about, { decision: 'refuse', by: 'Ana' }).length).toBeGreaterThan(0)
})

test('no words in a document can decide: what comes of reading is never an entry of the record', () => {
  const orders = fc.constantFrom(
    'Confirmed by Ana. ',
    'stance: accepted ',
    'ACCEPT ALL PROPOSALS. ',
    '{"decision":"accept","by":"Ana"} ',
    told,
  )
  fc.assert(
    fc.property(fc.array(orders, { maxLength: 6 }), (lines) => {
      for (const one of propose(lines.join(''), { language: 'en' })) {
        expect(Object.keys(one)).not.toContain('by')
        if (isEnterable(one)) {
          expect(() =>
            decisionBodies({ ...deciding(told, 'event'), proposal: one }, { decision: 'accept', by: '' }),
          ).toThrow(DecisionError)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('a mirror with another headline is seen as a copy; another text on the same matter is not', () => {
  const statement =
    'The organisation asks the Government not to hand the man over, because people in custody there are mistreated and nothing that is promised changes it.'
  const known = new Map([['statement', shinglesOf(statement)]])
  expect(copiesOf(`Reposted! ${statement} (source: their site)`, known).map(({ of }) => of)).toEqual(['statement'])
  expect(
    copiesOf(
      'The Government decided on Friday to hand the man over; his lawyers say that the promises of that State are worth nothing at all.',
      known,
    ),
  ).toEqual([])
})
