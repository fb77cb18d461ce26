/** `review` as a person uses it: keys typed one after another, each answer kept at once. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import type { ReviewAnswer } from './review.ts'
import { TestDesk } from './testing.ts'

// Reading starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const letter =
  'On 14 February the Council of Ministers agreed to the surrender of Alexander Pavlov, a 37-year-old man. ' +
  '"These promises are worth nothing and should not be believed," said Maria Example, expert on torture at the organisation.'

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.run(['add', desk.put('letter.txt', letter), '--case', 'desk-case', '--date', '2014-02-19'])
})
afterEach(() => {
  desk.close()
})

async function review(typed: readonly string[], document = 'letter'): Promise<z.infer<typeof ReviewAnswer>> {
  const { out, err } = await desk.run(['review', 'desk-case', document, '--json'], typed)
  expect(err).toBe('')
  return JSON.parse(out) as z.infer<typeof ReviewAnswer>
}

const positions = async (): Promise<readonly (readonly [string, string, string])[]> =>
  [...(await desk.state()).positions.values()].map(({ thing }) => [thing.property, thing.stance, thing.because])

it('accepts, corrects with what should stand, and refuses with the reason; each under the name', async () => {
  const open = (await review(['q'])).open
  const answer = await review(['a', 'c', 'Corrected', 'r', 'It does not say so.', 'q'])
  expect(answer).toMatchObject({ by: 'A. Lawyer', accepted: 1, corrected: 1, refused: 1, open: open - 3 })
  const { claims } = await desk.state()
  expect([...claims.values()].map(({ thing }) => thing.note)).toContainEqual(
    expect.stringMatching(/^Proposed: .* Corrected by A\. Lawyer\.$/u),
  )
  for (const { thing } of claims.values()) {
    expect(letter.slice(thing.place?.start, thing.place?.end)).toBe(thing.place?.quote)
  }
  expect((await positions()).map(([, stance, because]) => [stance, because])).toContainEqual([
    'refused',
    'It does not say so.',
  ])
})

it('goes on where it was left: what was decided does not come again, what was put off does', async () => {
  const first = await review(['a', 's', 'q'])
  expect((await review(['q'])).open).toBe(first.open)
  const rest = await review(Array.from({ length: first.open }, () => 'a'))
  expect(rest).toMatchObject({ accepted: first.open, open: 0 })
  expect(await review([])).toMatchObject({ accepted: 0, open: 0 })
})

it('asks again when a key means nothing, so that no proposal is passed over by a slip', async () => {
  const answer = await review(['y', '', 'a', 'q'])
  expect(answer).toMatchObject({ accepted: 1, refused: 0 })
})

it('takes the last answer back by a later position that says the opposite, and erases nothing', async () => {
  const answer = await review(['u', 'a', 'u', 'q'])
  expect(answer).toMatchObject({ accepted: 0, takenBack: 1 })
  const told = await positions()
  // That it happened, and when: two points, each accepted and then refused.
  expect(told.map(([property, stance]) => `${property} ${stance}`)).toEqual([
    'occurred accepted',
    'date accepted',
    'occurred refused',
    'date refused',
  ])
})

it('ends when nobody answers, with nothing decided', async () => {
  const before = (await desk.state()).lastSequence
  expect(await review([])).toMatchObject({ accepted: 0, corrected: 0, refused: 0 })
  expect((await desk.state()).lastSequence).toBe(before)
})

it('makes a quotation a claim with its speaker and what the speaker is', async () => {
  await review(Array.from({ length: 40 }, () => 'a'))
  const claims = [...(await desk.state()).claims.values()].map(({ thing }) => thing)
  const quotation = claims.find(({ property }) => property === 'quotation')
  expect(quotation).toMatchObject({ subject: 'desk-case', speaker: 'maria-example' })
  expect(claims.find(({ property, subject }) => property === 'role' && subject === 'maria-example')).toBeDefined()
})

it('says what it can be asked in Spanish, and names the nearest document', async () => {
  const { code, err } = await desk.run(['review', 'desk-case', 'leter'])
  expect([code, err]).toEqual([1, expect.stringContaining('Did you mean "letter"?')])
  const { out } = await desk.run(['review', 'desk-case', 'letter', '--lang', 'es'], ['s', 'q'])
  expect(out).toMatch(/0 aceptadas, 0 corregidas, 0 rechazadas por A\. Lawyer; quedan \d+\./u)
})
