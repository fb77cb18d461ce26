/** What a page shows is what the command says: one test for each screen, at two moments of the worked case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type {
  AssurancesAnswer,
  ClaimsAnswer,
  DocumentsAnswer,
  MissingAnswer,
  SearchAnswer,
  StandingAnswer,
  TimelineAnswer,
  WhatIfAnswer,
  WhyAnswer,
} from '../../src/casework/index.ts'
import { answers } from '../../src/cli/answers.ts'
import { registry } from '../../src/cli/registry.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'
import { noBrowser, openWorkbench, settled, type Window, type Workbench } from './workbench.ts'

const BUNDLE = 'examples/pavlov-2014'
const CASE = '/case/pavlov-2014'
const API = '/api/cases/pavlov-2014'
const moments = ['2014-02-13T09:00', '2014-02-19T09:00'] as const
type Moment = (typeof moments)[number]

/** What the command answers, as its schema in the reference reads it. */
async function told<T>(name: string, words: readonly string[]): Promise<T> {
  let out = ''
  let err = ''
  const code = await runCommandLine([...words, '--json'], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: systemPlatform,
    root: projectRoot(),
    registry,
  })
  expect(code, err).toBe(0)
  return (answers[name] as z.ZodType<T>).parse(JSON.parse(out))
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ')

describe.skipIf(noBrowser)('a page shows what the command says', { timeout: 120_000 }, () => {
  let workbench: Workbench
  let window: Window
  const page = async (): Promise<string> => plain(await window.page.innerText('main'))
  const count = (selector: string): Promise<number> => window.page.locator(selector).count()
  const show = (screen: string, moment: Moment): Promise<void> => window.go(`${CASE}/${screen}?knownBy=${moment}`)
  const expectAll = async (titles: readonly string[], what: string): Promise<void> => {
    const text = await page()
    expect(
      titles.filter((title) => !text.includes(plain(title))),
      what,
    ).toEqual([])
  }
  beforeAll(async () => {
    workbench = await openWorkbench()
    window = await workbench.signIn('Ana Ruiz')
  })
  afterAll(() => workbench?.close())

  it('Standing', async () => {
    for (const moment of moments) {
      const answer = await told<StandingAnswer>('standing', ['standing', BUNDLE, '--known-by', moment])
      expect(await window.get(`${API}/standing?knownBy=${moment}`), moment).toEqual(answer)
      await show('standing', moment)
      const known = answer.stops.filter(({ status }) => status !== 'unknown')
      expect(await count('.way'), moment).toBe(known.length)
      await expectAll([answer.headline, ...known.flatMap(({ title, bodyTitle }) => [title, bodyTitle])], moment)
      await expectAll(
        answer.assertions.flatMap(({ speaker, title }) => [speaker, title]),
        moment,
      )
    }
  })

  it('Standing: the questions', async () => {
    for (const moment of moments) {
      const answer = await told<MissingAnswer>('missing', ['missing', BUNDLE, '--known-by', moment])
      expect(await window.get(`${API}/missing?knownBy=${moment}`), moment).toEqual(answer)
      await show('standing', moment)
      await window.page.waitForSelector('#questions-title')
      const more = window.page.locator('ul.lines:below(#questions-title) .plain-button').first()
      if ((await more.count()) > 0 && (await more.getAttribute('aria-expanded')) === 'false') await more.click()
      await expectAll(
        answer.questions.slice(0, 3).map(({ question }) => question),
        moment,
      )
    }
  })

  it('Why', async () => {
    for (const moment of moments) {
      const words = ['why', BUNDLE, 'es.asylum-appeal.urgent-stay', '--known-by', moment]
      const answer = await told<WhyAnswer>('why', words)
      await window.go(`${CASE}/standing?knownBy=${moment}&why=es.asylum-appeal.urgent-stay`)
      await window.page.waitForSelector('#why-title')
      const panel = plain(await window.page.innerText('dialog[open]'))
      expect(panel).toContain(answer.title)
      for (const { what, speaker } of answer.claims) {
        expect(panel, moment).toContain(plain(what))
        expect(panel, moment).toContain(speaker)
      }
    }
  })

  it('Timeline', async () => {
    for (const moment of moments) {
      const { events } = await told<TimelineAnswer>('timeline', ['timeline', BUNDLE, '--known-by', moment])
      await show('timeline', moment)
      expect(await count('.timeline > li'), moment).toBe(events.length)
      await expectAll(
        events.map(({ title }) => title),
        moment,
      )
    }
  })

  it('Contested', async () => {
    for (const moment of moments) {
      const { points } = await told<Pick<StandingAnswer, 'contested'> & { points: StandingAnswer['contested'] }>(
        'contested',
        ['contested', BUNDLE, '--known-by', moment],
      )
      await show('contested', moment)
      expect(await count('.point'), moment).toBe(points.length)
      expect(await count('.rival'), moment).toBe(points.reduce((sum, { rivals }) => sum + rivals.length, 0))
      await expectAll(
        points.map(({ subjectTitle }) => subjectTitle),
        moment,
      )
    }
  })

  it('People', async () => {
    for (const moment of moments) {
      const { people, proposals } = await told<{
        people: readonly { name: string; names: readonly string[] }[]
        proposals: readonly object[]
      }>('people', ['people', BUNDLE, '--known-by', moment])
      await show('people', moment)
      expect(await count('.cards > li'), moment).toBe(people.length)
      await expectAll(
        people.map(({ name }) => name),
        moment,
      )
      const answer = await window.get<{ proposals: readonly object[] }>(`${API}/people?knownBy=${moment}`)
      expect(answer.proposals.length, moment).toBe(proposals.length)
    }
  })

  it('What if', async () => {
    for (const moment of moments) {
      const day = moment.slice(0, 10)
      const supposed = `measure-indicated ${day} issuer=echr addressee=ES`
      const answer = await told<WhatIfAnswer>('what-if', ['what-if', BUNDLE, supposed, '--known-by', moment])
      await show('what-if', moment)
      await window.page.click('.suppose button[type=submit]')
      await window.page.waitForSelector('#changes-title')
      expect(await count('section:has(#changes-title) tbody tr'), moment).toBe(answer.changes.length)
      await expectAll(
        answer.changes.flatMap(({ title, beforeText, afterText }) => [title, beforeText, afterText]),
        moment,
      )
    }
  })

  it('Search', async () => {
    for (const moment of moments) {
      const words = ['search', BUNDLE, 'assurances', '--known-by', moment, '--limit', '60']
      const { hits } = await told<SearchAnswer>('search', words)
      await window.go(`${CASE}/search?knownBy=${moment}&words=assurances`)
      expect(await count('main section li'), moment).toBe(hits.length)
      await expectAll(
        hits.map(({ snippet }) => snippet),
        moment,
      )
    }
  })

  it('Law', async () => {
    const { items } = await window.get<{ items: readonly { kind: string; id: string }[] }>('/api/law')
    const { items: listed } = await told<{ items: readonly { id: string }[] }>('law-list', [
      'law',
      'list',
      'remedy',
    ])
    const remedies = items.filter(({ kind }) => kind === 'remedy').map(({ id }) => id)
    expect([...new Set(remedies)].toSorted()).toEqual([...new Set(listed.map(({ id }) => id))].toSorted())
    await show('law', moments[1])
    await window.page.selectOption('main form.filters select', 'remedy')
    expect(await window.page.innerText('main form.filters [role=status]')).toContain(` ${remedies.length}`)
  })

  it('Documents and Reader', async () => {
    for (const moment of moments) {
      const { documents } = await window.get<DocumentsAnswer>(`${API}/documents?knownBy=${moment}`)
      await show('documents', moment)
      expect(await count('main tbody tr'), moment).toBe(documents.length)
      await expectAll(
        documents.map(({ title }) => title),
        moment,
      )
      const read = documents.toSorted((a, b) => b.claims - a.claims)[0]
      await show(`reader/${read?.id ?? ''}`, moment)
      expect(await count('section:has(#claims-title) [data-claim]'), moment).toBe(read?.claims)
    }
  })

  it('Evidence: a row for each point on which the claims differ', async () => {
    for (const moment of moments) {
      const { claims } = await window.get<ClaimsAnswer>(`${API}/claims?knownBy=${moment}`)
      const values = new Map<string, Set<string>>()
      for (const { subject, property, value, denied } of claims) {
        const key = `${subject}.${property}`
        values.set(key, (values.get(key) ?? new Set()).add(`${value} ${String(denied)}`))
      }
      await show('evidence', moment)
      const differing = [...values.values()].filter((set) => set.size > 1).length
      expect(await count('.matrix tbody tr'), moment).toBe(Math.min(80, differing))
    }
  })

  it('Assurances', async () => {
    for (const moment of moments) {
      const { tests } = await window.get<AssurancesAnswer>(`${API}/assurances?knownBy=${moment}`)
      await show('assurances', moment)
      const factors = tests.flatMap((test) => test.factors)
      expect(await count('.factors > li'), moment).toBe(factors.length)
      await expectAll(
        factors.map(({ title }) => title),
        moment,
      )
    }
  })

  it('Docket and History', async () => {
    const { contested } = await window.get<StandingAnswer>(`${API}/standing`)
    const answer = await window.get<StandingAnswer>(`${API}/standing`)
    await window.go('/')
    await settled(window.page)
    await expectAll([answer.headline, `${contested.length} contradictions`], 'docket')
    const { acts } = await window.get<{ acts: readonly object[] }>(`${API}/acts`)
    await show('history', moments[1])
    expect(await count('.history > li')).toBe(acts.length)
  })

  it('nothing went wrong in the pages', () => {
    expect(window.faults).toEqual([])
  })
})
