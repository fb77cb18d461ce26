/** `what-if --all`: which stored cases an event would change, each told what it would be told alone. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../platform/index.ts'
import { type Said, TestDesk } from './testing.ts'
import { WhatIfDocketAnswer } from './what-if-docket.ts'

const examples = join(projectRoot(), 'examples')
const names = ['aarrass-spain-2010', 'ketebayev-spain-2014', 'paraskevich-czechia-2012']
const measure = 'measure-indicated 2014-12-29 issuer=echr addressee=ES'

let desk: TestDesk
beforeAll(async () => {
  desk = await TestDesk.open()
  for (const name of names) {
    const said = await desk.run(['import', join(examples, name)])
    if (said.code !== 0) throw new Error(said.err)
  }
}, 120_000)
afterAll(() => desk.close())

const ask = (...words: readonly string[]): Promise<Said> =>
  desk.run(['what-if', ...words, '--known-by', '2014-12-28'])
const answer = ({ out }: Said): WhatIfDocketAnswer => WhatIfDocketAnswer.parse(JSON.parse(out))

describe('an event supposed in every stored case', () => {
  it('names the cases that change, and tells each exactly what it would be told alone', async () => {
    const { changed, asked } = answer(await ask('--all', measure, '--json'))
    expect(asked).toBe(names.length + 1)
    const spain = changed.find((one) => one.case === 'ketebayev-spain-2014')
    const alone = JSON.parse((await ask('ketebayev-spain-2014', measure, '--json')).out) as { changes: unknown }
    expect(spain?.changes).toEqual(alone.changes)
    expect(spain?.changes?.map((c) => c.id)).toContain('echr.34.comply')
  })

  it('moves no duty of a State to which the measure is not addressed', async () => {
    const { changed } = answer(await ask('--all', measure, '--json'))
    const prague = changed.find((one) => one.case === 'paraskevich-czechia-2012')
    expect(prague?.changes?.filter((c) => c.what === 'duty') ?? []).toEqual([])
  })

  it('says how many of how many, in words', async () => {
    const { out, code } = await ask('--all', 'protection-withdrawn 2014-12-27')
    expect(code).toBe(0)
    expect(out).toMatch(/Something would change in \d of 4 cases/)
    expect(out).toContain('International protection has been granted in the Czech Republic: yes → ')
  })

  it('refuses a type that there is not, and asks for an event where none is given', async () => {
    expect((await ask('--all', 'surrenderd 2014-12-29')).err).toContain('is not an event type')
    expect((await ask('--all')).err).toContain('EVENT is missing')
  })
})
