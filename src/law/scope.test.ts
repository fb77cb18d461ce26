import { describe, expect, it } from 'vitest'
import { parseDate } from '../record/index.ts'
import { evaluateCase } from './evaluate.ts'
import { lawFor, loadLaw } from './law.ts'
import { procedureOf, visibleIn } from './scope.ts'
import type { Occurrence, Proceeding, Situation } from './situation.ts'
import { situationFrom } from './situation.ts'

const block = (...lines: readonly string[]): string => lines.join('\n')
const norm = 'norm: {instrument: act, article: "1", checked: official}'
const national = (code: string): string => {
  const small = code.toLowerCase()
  return `---\npack: ${small}\ntitle: ${code}\njurisdiction: ${code}\n---\n\`\`\`yaml\n${[
    block(
      `track: ${small}.extradition`,
      'title: {en: Extradition}',
      `jurisdiction: ${code}`,
      `applies: [{fact: sending-state, is: ${code}}]`,
      'question: {en: "What has been decided?"}',
      'domestic: true',
    ),
    block(
      `stage: ${small}.agreed`,
      `track: ${small}.extradition`,
      'order: 1',
      'title: {en: Agreed}',
      norm,
      'reached: [surrender-agreed]',
    ),
    block(`rule: ${small}.held`, 'title: {en: Held}', norm, 'when: [arrest]'),
  ].join('\n---\n')}\n\`\`\`\n`
}
const international = `---\npack: world\ntitle: World\njurisdiction: international\n---\n\`\`\`yaml\n${[
  block(
    'instrument: act',
    'title: {en: Act}',
    'short: Act',
    'kind: treaty',
    'jurisdiction: international',
    'official: "1"',
    'checked: official',
  ),
  block('rule: world.agreed', 'title: {en: Agreed}', norm, 'when: [surrender-agreed]'),
  block('rule: world.recognised', 'title: {en: Recognised}', norm, 'when: [protection-granted-elsewhere]'),
  block('rule: world.measure', 'title: {en: Measure}', norm, 'when: [measure-indicated]'),
].join('\n---\n')}\n\`\`\`\n`

const types = ['surrender-agreed', 'arrest', 'protection-granted-elsewhere', 'measure-indicated', 'filed']
const { law, problems } = loadLaw(
  [
    { file: 'world.md', text: international },
    { file: 'es.md', text: national('ES') },
    { file: 'fr.md', text: national('FR') },
  ],
  Object.fromEntries(types.map((type) => [type, { en: type }])),
)
if (law === undefined) throw new Error(JSON.stringify(problems))
const all = law

const event = (type: string, more: Partial<Occurrence> = {}): Occurrence => ({
  id: type,
  type,
  occurred: 'true',
  when: parseDate('2014-02-14', 'Europe/Madrid'),
  attributes: {},
  moments: {},
  evidence: [`claim of ${type}`],
  ...more,
})
const inTrack = (track: string): Partial<Occurrence> => ({ track, round: 1 })
const proceeding = (track: string): Proceeding => ({ id: track, track, round: 1, title: track })

function told(
  sending: readonly string[],
  occurrences: readonly Occurrence[],
  proceedings: readonly Proceeding[] = [],
): Situation {
  const facts = sending.map((state) => `sending-state=${state}`)
  return { ...situationFrom(facts, '2014-03-01', 'Europe/Madrid'), occurrences, proceedings }
}
const value = (id: string, situation: Situation): string =>
  evaluateCase(lawFor(all, situation.facts['sending-state']?.values ?? []), situation).of(id)

describe('a step in the procedure of another State', () => {
  const french = event('surrender-agreed', inTrack('fr.extradition'))

  it('reaches no stage of the procedure of the State that may hand the person over', () => {
    expect(value('es.agreed', told(['ES'], [french]))).toBe('unknown')
    expect(value('es.agreed', told(['ES'], [event('surrender-agreed', inTrack('es.extradition'))]))).toBe('true')
  })

  it('answers no international rule about that State either', () => {
    expect(value('world.agreed', told(['ES'], [french]))).toBe('unknown')
    expect(value('world.agreed', told(['FR'], [french]))).toBe('true')
  })

  it('leaves the own step beside it as sure as it was', () => {
    const own = event('surrender-agreed', { ...inTrack('es.extradition'), id: 'own', evidence: ['own claim'] })
    const evaluated = evaluateCase(lawFor(all, ['ES']), told(['ES'], [french, own]))
    expect(evaluated.of('es.agreed')).toBe('true')
    expect(evaluated.ground.value({ kind: 'happened', pattern: { type: 'surrender-agreed', where: [] } })).toEqual({
      value: 'true',
      evidence: ['own claim'],
    })
  })

  it('does not undo what a complete list says of the own procedure', () => {
    const list = {
      id: 'list',
      type: 'surrender-agreed',
      where: {},
      through: Infinity,
      because: 'the court said so',
    }
    expect(value('es.agreed', { ...told(['ES'], [french]), complete: [list] })).toBe('false')
  })

  it('is open while it is contested which State hands over, or not known', () => {
    expect(value('world.agreed', told(['ES', 'FR'], [french]))).toBe('unknown')
    expect(value('world.agreed', told([], [french]))).toBe('unknown')
    const spanish = event('surrender-agreed', inTrack('es.extradition'))
    expect(value('world.agreed', told(['ES', 'FR'], [spanish]))).toBe('unknown')
  })

  it.each<[string, Partial<Occurrence>]>([
    ['its own word for the State', { attributes: { state: 'FR' } }],
    ['the remedy that it names', { attributes: { remedy: 'fr.cassation' } }],
    ['the track of its proceeding, also where no pack knows that State', inTrack('kz.criminal')],
  ])('is told by %s', (_, more) => {
    expect(value('es.agreed', told(['ES'], [event('surrender-agreed', more)]))).toBe('unknown')
  })

  it('is told by its proceeding before its own word', () => {
    expect(procedureOf(event('arrest', { ...inTrack('es.extradition'), attributes: { state: 'FR' } }))).toBe('ES')
  })

  it('counts where the event by its meaning is one of another State', () => {
    const recognised = event('protection-granted-elsewhere', inTrack('pl.asylum'))
    expect(value('world.recognised', told(['ES'], [recognised]))).toBe('true')
  })
})

describe('an event in no proceeding', () => {
  const loose = event('surrender-agreed')

  it('is the own one as long as no other State’s procedure is on record', () => {
    expect(value('es.agreed', told(['ES'], [loose]))).toBe('true')
    expect(value('es.agreed', told(['ES'], [loose], [proceeding('es.extradition'), proceeding('echr')]))).toBe(
      'true',
    )
  })

  it('is open where it could be a step in a procedure of another State that is on record', () => {
    expect(value('es.agreed', told(['ES'], [loose], [proceeding('fr.extradition')]))).toBe('unknown')
  })

  it('is settled by its own word for the State', () => {
    const own = event('surrender-agreed', { attributes: { state: 'ES' } })
    expect(value('es.agreed', told(['ES'], [own], [proceeding('fr.extradition')]))).toBe('true')
  })

  it('stays as it is where no stage of that State is reached by such an event', () => {
    expect(value('es.held', told(['ES'], [event('arrest')], [proceeding('fr.extradition')]))).toBe('true')
  })

  it('stays as it is where an international body issued it', () => {
    const measure = event('measure-indicated', { attributes: { issuer: 'echr' } })
    expect(value('world.measure', told(['ES'], [measure], [proceeding('fr.extradition')]))).toBe('true')
    const agreed = event('surrender-agreed', { attributes: { issuer: 'echr' } })
    expect(value('es.agreed', told(['ES'], [agreed], [proceeding('fr.extradition')]))).toBe('true')
  })

  it('stays as it is where only the procedure of a State that is not on record has such a stage', () => {
    expect(value('es.agreed', told(['ES'], [loose], [proceeding('it.extradition')]))).toBe('true')
  })
})

describe('an event in an international proceeding', () => {
  it('is no step in the procedure of another State', () => {
    const agreed = event('surrender-agreed', inTrack('un.hrc'))
    expect(value('world.agreed', told(['ES'], [agreed], [proceeding('fr.extradition')]))).toBe('true')
  })
})

describe('an event of a round', () => {
  const seen = (occurrence: Occurrence, rounds: Readonly<Record<string, number>>): number =>
    visibleIn(all, told(['ES'], [occurrence]), rounds).length

  it('is seen in its own round alone', () => {
    const first = event('arrest', inTrack('es.extradition'))
    expect([seen(first, { 'es.extradition': 1 }), seen(first, { 'es.extradition': 2 })]).toEqual([1, 0])
  })

  it('is seen where no round of its track has begun: its denial counts', () => {
    expect(seen(event('arrest', inTrack('es.extradition')), {})).toBe(1)
  })

  it('is seen from every round when its own is not known, or it is in no track', () => {
    expect(seen(event('arrest', { track: 'es.extradition' }), { 'es.extradition': 2 })).toBe(1)
    expect(seen(event('arrest', { round: 1 }), { 'es.extradition': 2 })).toBe(1)
  })
})

describe('the State of a procedure', () => {
  it.each([
    ['fr.extradition', 'FR'],
    ['un.hrc', undefined],
    ['eu.charter', undefined],
    ['echr', undefined],
    ['main', undefined],
  ])('of the track %s is %s', (track, state) => {
    expect(procedureOf(event('arrest', inTrack(track)))).toBe(state)
  })

  it('is not read out of a word that is no code', () => {
    expect(procedureOf(event('arrest', { attributes: { state: 'France' } }))).toBeUndefined()
  })
})
