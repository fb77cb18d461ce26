/** Article 34: what follows from the events of the cases in `law/precedents`, beside what the Court found. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { boundBy, readLaw, readPrecedents } from '../../src/casework/index.ts'
import { article34, type Compared, compareArticle34, type Law, readStoryLines } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { parseMoment } from '../../src/record/index.ts'
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
  it('agree on every example of the pack that is not about what is missing from the record', () => {
    const rules = law.blocks.rule.filter((r) => r.rule === 'echr.34.breached')
    const assume = ['sending-state=ES']
    const compared: string[] = []
    for (const example of rules.flatMap((r) => r.examples)) {
      const lines = [...(example.bare ? [] : assume), ...example.given]
      const sending =
        lines.findLast((line) => line.startsWith('sending-state='))?.slice('sending-state='.length) ?? ''
      const events = lines.filter((line) => !/^(no |assessed )|^[a-z-]+=/.test(line))
      const { finding } = article34(readStoryLines(events, 'Europe/Madrid'), {
        sending,
        asOf: parseMoment(example.at, 'Europe/Madrid'),
        knownBy: asOf,
      })
      const expected = { true: 'breached', false: 'not-breached' }[
        typeof example.expect === 'object' ? '' : String(example.expect)
      ]
      if (expected === undefined) continue
      compared.push(finding)
      expect(`${example.title ?? ''}: ${finding}`).toBe(`${example.title ?? ''}: ${expected}`)
    }
    expect(new Set(compared)).toEqual(new Set(['breached', 'not-breached']))
  })
})
