/** Article 34: what follows from the events of the cases in `law/precedents`, beside what the Court found. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { boundBy, readLaw, readPrecedents } from '../../src/casework/index.ts'
import {
  article34,
  type Compared,
  compareArticle34,
  type CompleteList,
  evaluateCase,
  type Law,
  lawFor,
  type Occurrence,
  occurrencesOf,
  readStoryLines,
} from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { type Four, parseMoment } from '../../src/record/index.ts'
import { article34Page } from './article-34-page.ts'

const root = join(import.meta.dirname, '../..')
const asOf = parseMoment('2026-11-24', 'UTC')
let compared: readonly Compared[]
let law: Law
beforeAll(async () => {
  law = await readLaw(diskFiles, root)
  compared = (await readPrecedents(diskFiles, root)).map((found) => compareArticle34(found, asOf))
})

const caseOf = (id: string): Compared => {
  const found = compared.find((c) => c.found.precedent === id)
  if (found === undefined) throw new Error(`There is no precedent ${id}.`)
  return found
}
const findingOf = (id: string): string | undefined => caseOf(id).computed?.finding
const whyOf = (id: string): string =>
  caseOf(id)
    .computed?.because.map((r) => r.text.en)
    .join(' ') ?? ''

describe('the cases with dated events', () => {
  it.each([
    ['as-v-france', 'thirty minutes between measure and aircraft'],
    ['ma-v-france', 'indicated within the hours before the departure'],
    ['al-saadoon-and-mufdhi-v-uk', 'handed over on the day after the measure'],
    ['trabelsi-v-italy', 'removed three weeks after the measure'],
    ['labsi-v-slovakia', 'a measure against extradition, and an expulsion'],
    ['abdulkhakov-v-russia', 'a measure that named Uzbekistan, and a flight to Tajikistan'],
    ['kamaliyevy-v-russia', 'removed two days after the measure'],
  ])('%s was a breach: %s', (id) => {
    expect(findingOf(id)).toBe('breached')
    expect(caseOf(id).agreement).toBe('agrees')
  })

  it('a request that came too late to be examined leaves nothing to obey (Amerkhanov)', () => {
    expect(findingOf('amerkhanov-v-turkey')).toBe('not-breached')
    expect(whyOf('amerkhanov-v-turkey')).toMatch(/nothing to obey/)
  })

  it('a refused request leaves nothing to obey (Gasayev), though the finding itself was not checked', () => {
    expect(findingOf('gasayev-v-spain')).toBe('not-breached')
    expect(caseOf('gasayev-v-spain').agreement).toBe('not-read')
  })

  it('what is only remembered leaves the question open (Aoulmi, Ben Khemais, Mannai)', () => {
    for (const id of ['aoulmi-v-france', 'ben-khemais-v-italy', 'mannai-v-italy'])
      expect(findingOf(id)).toBe('unknown')
  })

  it('a measure that nobody dates leaves it open (Olaechea Cahuas, Nizomkhon Dzhurayev)', () => {
    for (const id of ['olaechea-cahuas-v-spain', 'nizomkhon-dzhurayev-v-russia']) {
      expect(findingOf(id)).toBe('unknown')
      expect(whyOf(id)).toMatch(/nobody records/)
    }
  })

  it('an abduction that no event dates leaves it open (Khamidkariyev)', () => {
    expect(findingOf('khamidkariyev-v-russia')).toBe('unknown')
  })

  it('the violation in Kaboulov does not follow from a transfer, and is not made to', () => {
    expect(findingOf('kaboulov-v-ukraine')).toBe('not-breached')
    expect(caseOf('kaboulov-v-ukraine').agreement).toBe('disagrees')
  })

  it('every disagreement has the ground on which the Court went', () => {
    const silent = compared.filter((c) => c.agreement === 'disagrees' && c.found.ground34 === undefined)
    expect(silent.map((c) => c.found.case)).toEqual([])
  })

  it('never finds a breach where the Court is read to have found none', () => {
    const wrong = compared.filter((c) => c.computed?.finding === 'breached' && c.agreement !== 'agrees')
    expect(wrong.map((c) => c.found.case)).toEqual([])
  })

  it('reads the same as the page', async () => {
    await expect(article34Page(compared)).toMatchFileSnapshot('../../docs/article-34.md')
  })
})

describe('other judgments, told as plain events', () => {
  const ask = (sending: string, ...lines: readonly string[]): string =>
    article34(readStoryLines(lines), { sending, asOf, bound: boundBy(law, sending) }).finding

  it('a measure received in the ministry while the aircraft was taxiing', () => {
    expect(
      ask(
        'TR',
        'measure-indicated 2012-03-19T16:30+01:00 addressee=TR received=2012-03-19T17:40+02:00',
        'removed 2012-03-19T17:55+02:00',
      ),
    ).toBe('breached')
  })

  it('Russia after it had ceased to be a party', () => {
    const measure = 'measure-indicated 2022-08-01 addressee=RU until=further-notice'
    expect(ask('RU', measure, 'surrendered 2022-09-20')).toBe('not-breached')
    expect(ask('RU', measure, 'surrendered 2022-09-10')).toBe('breached')
  })

  it('Kazakhstan never answers in Strasbourg', () => {
    expect(ask('KZ', 'measure-indicated 2014-02-20 addressee=KZ', 'surrendered 2014-02-24')).toBe('not-breached')
  })
})

describe('the rule of the pack and the reading of events', () => {
  const everything = { id: 'file', type: '*', where: {}, through: Infinity, because: 'the whole story is told' }
  const known = (values: readonly string[]) => ({ values, contested: false, evidence: [] })
  const byRule = (occurrences: readonly Occurrence[], sending: string, told: readonly CompleteList[]): Four =>
    evaluateCase(lawFor(law, [sending]), {
      at: asOf,
      knownBy: asOf,
      zone: 'UTC',
      facts: { 'sending-state': known([sending]) },
      occurrences,
      complete: told,
      assessments: [],
      proceedings: [],
      assertions: [],
    }).of('echr.34.breached')
  const names: Readonly<Record<string, Four>> = {
    breached: 'true',
    'not-breached': 'false',
    unknown: 'unknown',
    contested: 'contested',
  }
  const ofTheCourt = (occurrence: Occurrence): Occurrence => ({
    ...occurrence,
    attributes: { issuer: 'echr', ...occurrence.attributes },
  })
  const stories = (): { id: string; sending: string; occurrences: readonly Occurrence[] }[] =>
    compared.flatMap(({ found }) =>
      found.sending.map((sending) => ({
        id: `${found.precedent} (${sending})`,
        sending,
        occurrences: occurrencesOf(found).map(ofTheCourt),
      })),
    )

  it('say the same of every judgment whose story is told to the end', () => {
    const different = stories().flatMap(({ id, sending, occurrences }) => {
      const read = article34(occurrences, { sending, asOf, bound: boundBy(law, sending) }).finding
      const ruled = byRule(occurrences, sending, [everything])
      // Where the packs do not say that the State was bound, the reading takes it to be and the rule does not.
      const bound = boundBy(law, sending)(asOf) !== 'unknown'
      return ruled === names[read] || (!bound && ruled === 'unknown') ? [] : [`${id}: ${read}, but ${ruled}`]
    })
    expect(different).toEqual([])
    expect(stories().length).toBeGreaterThan(60)
  })

  it('never say the contrary where nobody has said that the story is told to the end', () => {
    const contrary = stories().flatMap(({ id, sending, occurrences }) => {
      const read = article34(occurrences, { sending, asOf, bound: boundBy(law, sending) }).finding
      const ruled = byRule(occurrences, sending, [])
      return ruled === 'unknown' || ruled === names[read] ? [] : [`${id}: ${read}, but ${ruled}`]
    })
    expect(contrary).toEqual([])
  })

  it.each([
    ['true', 'a measure lifted, indicated again, and a transfer', '2014-05-20'],
    ['false', 'a measure lifted, a transfer, and only then another measure', '2014-06-20'],
  ])('%s: %s', (value, _, again) => {
    const lines = [
      'measure-indicated 2014-02-20 issuer=echr addressee=ES received=2014-02-20',
      'measure-lifted 2014-05-05 issuer=echr',
      `measure-indicated ${again} issuer=echr addressee=ES`,
      'surrendered 2014-06-09',
    ]
    const occurrences = readStoryLines(lines, 'Europe/Madrid')
    const read = article34(occurrences, { sending: 'ES', asOf, bound: boundBy(law, 'ES') }).finding
    expect([byRule(occurrences, 'ES', [everything]), names[read]]).toEqual([value, value])
  })
})
