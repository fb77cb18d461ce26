/** The last look: what a person writes by hand is where something can slip out. */
import { describe, expect, it } from 'vitest'
import { disclosedTo, parseMoment } from '../../record/index.ts'
import { tell } from '../../record/testing.ts'
import { blockedIn, withheld } from './gate.ts'
import type { Paper, Section, Sentence } from './model.ts'

const on = parseMoment('2014-03-01', 'Europe/Madrid')
const whole = tell()
  .enter({ kind: 'entity', entity: { id: 'nadia-k', kind: 'person', name: 'Nadia K', disclosure: 'internal' } })
  .enter({ kind: 'entity', entity: { id: 'committee', kind: 'body', name: 'UN Committee against Torture' } })
  .enter({ kind: 'entity', entity: { id: 'ali', kind: 'person', name: 'Ali X', disclosure: 'sealed' } })
  .enter({ kind: 'entity', entity: { id: 'b', kind: 'person', name: 'Person B' } })
  .enter({
    kind: 'entity',
    entity: { id: 'watch', kind: 'body', name: 'Quiet Watch Foundation', embargo: '2030-01-01' },
  })
  .document('gazette', { publisher: 'The Night Gazette', disclosure: 'sealed' })
  .document('leaf', { broughtBy: 'Brother Anselmo of Burgos' })
  .enter({ kind: 'entity', entity: { id: 'cell', kind: 'body', name: 'The Quiet Cell', disclosure: 'sealed' } })
  .claim('person', 'custody', 'wing 4 of the northern prison', { disclosure: 'sealed', public: '2014-01-01' })
  .claim('person', 'role', 'guard', { disclosure: 'sealed', public: '2014-01-01' })
  .claim('person', 'nationality', 'KZ', { public: '2014-01-01' })
  .state()
const open = disclosedTo(whole, 'public', on)
const sealedClaim = [...whole.claims.keys()].find((id) => !open.claims.has(id)) ?? ''
const { tells } = withheld(whole, 'public', on)

const sentence = (text: string, more: Partial<Sentence> = {}): Sentence => ({
  text,
  origin: 'person',
  claims: [],
  notes: [],
  exhibits: [],
  ...more,
})
const paperWith = (text: Sentence, title = 'A paper'): Paper => ({
  kind: 'statement',
  language: 'en',
  audience: 'public',
  title,
  marking: [],
  addressee: [],
  dated: '1 March 2014',
  made: '2014-03-01T00:00:00Z',
  zone: 'Europe/Madrid',
  sections: [{ id: 'lead', heading: 'Lead', blocks: [{ kind: 'paragraph', text: [text] }] }],
  exhibits: [],
  sources: [],
  mark: 'Draft',
})
const reasons = (text: Sentence, title?: string) =>
  blockedIn(paperWith(text, title), tells, open).map(({ section }) => section)

describe('a sentence is stopped', () => {
  it.each([
    ['that names a protected person', 'We spoke with Nadia K. yesterday.'],
    ['that names one in other letters', 'We spoke with NÁDIA K yesterday.'],
    ['that names a sealed body', 'The quiet cell holds him.'],
    ['that names a sealed person with a short name', 'Ali X told us.'],
    ['that names a body under an embargo', 'Quiet Watch Foundation told us.'],
    ['that names who brought a paper', 'Thanks to Brother Anselmo of Burgos.'],
    ['that names the publisher of a sealed paper', 'The Night Gazette knows.'],
    ['that repeats a sealed value', 'He is in Wing 4 of the Northern prison.'],
  ])('%s', (_what, text) => {
    expect(reasons(sentence(text))).toEqual(['lead'])
  })

  it('that states a fact of the record without a claim, or with one that its readers may not have', () => {
    expect(reasons(sentence('He is held.', { origin: 'record' }))).toEqual(['lead'])
    expect(reasons(sentence('He is held.', { origin: 'record', claims: [sealedClaim] }))).toEqual(['lead'])
  })

  it('on the face of the paper too', () => {
    expect(reasons(sentence('Fine.'), 'What Nadia K says')).toEqual(['face'])
  })

  it.each<[string, Section]>([
    ['a heading', { id: 'lead', heading: 'What Nadia K says', blocks: [] }],
    [
      'the label of a field',
      { id: 'lead', heading: 'Lead', blocks: [{ kind: 'fields', rows: [{ label: 'Nadia K', value: [] }] }] },
    ],
    [
      'the head of a table',
      { id: 'lead', heading: 'Lead', blocks: [{ kind: 'table', head: ['Nadia K'], rows: [] }] },
    ],
    [
      'the speaker of a quote',
      { id: 'lead', heading: 'Lead', blocks: [{ kind: 'quote', text: [], speaker: 'Nadia K' }] },
    ],
  ])('in %s too', (_what, section) => {
    const paper = { ...paperWith(sentence('Fine.')), sections: [section] }
    expect(blockedIn(paper, tells, open).map(({ section: at }) => at)).toEqual(['face'])
  })

  it('also where a template was changed so that it says it', () => {
    expect(reasons(sentence('Written for Nadia K.', { origin: 'template' }))).toEqual(['lead'])
  })
})

describe('the name of a form', () => {
  const filed = tell()
    .enter({ kind: 'entity', entity: { id: 'nadia-k', kind: 'person', name: 'Nadia K', disclosure: 'internal' } })
    .document('Request for an interim measure', { title: 'Request for an interim measure', disclosure: 'internal' })
    .state()
  const face = (title: string, formWords: readonly string[]) =>
    blockedIn(
      paperWith(sentence('Fine.'), title),
      withheld(filed, 'public', on, formWords).tells,
      disclosedTo(filed, 'public', on),
    ).length

  it('tells nothing, though the desk keeps its own earlier request under it', () => {
    const title = 'Request for an interim measure'
    expect(face(title, [])).toBe(1)
    expect(face(title, [title])).toBe(0)
  })

  it('hides no name in it', () => {
    expect(face('Request by Nadia K', ['Request by Nadia K'])).toBe(1)
  })
})

describe('a sentence passes', () => {
  it.each([
    ['that says nothing held back', 'He fears for his life.'],
    ['that uses a common word which is also a sealed value', 'The guard of the court was polite.'],
    ['that names a public body no claim has reached yet', 'We turn to the UN Committee against Torture.'],
    ['that holds a protected name inside another word', 'Canadian kayaks.'],
    ['that names somebody who is public and has not been spoken of yet', 'Person B stands by him.'],
  ])('%s', (_what, text) => {
    expect(reasons(sentence(text))).toEqual([])
  })
})
