import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import type { Sheet } from './material.ts'
import { remedies, remediesDomestic, remediesShort } from './remedies.ts'
import { readIn, sheetFor } from './sheet.fixtures.ts'

const line = (status: string, requiredByStrasbourg: string) => ({
  remedy: `r-${status}`,
  title: `Appeal ${status}`,
  status,
  requiredByStrasbourg,
  strasbourgBecause: 'The pack says so (argument to be prepared).',
})
const told = (...because: ReturnType<typeof line>[]): Sheet => {
  const sheet = sheetFor(tell())
  const track = { track: 't', title: 'Asylum', domestic: 'not_established', strasbourg: 'disputed', because }
  const exhaustion = { overall: 'unknown', overallStrasbourg: 'disputed', tracks: [track] }
  return { ...sheet, standing: { ...sheet.standing, exhaustion } }
}

describe('domestic remedies in a paper', () => {
  const filled = remedies(
    told(line('used_pending', 'disputed'), line('unknown', 'no'), line('not_yet', 'yes'), line('disputed', 'yes')),
  )
  const text = readIn(filled)

  it('speak to a court and not to the author', () => {
    expect(text).not.toMatch(/pack|argument|ask\b/)
    expect(text).toContain(
      'Asylum | Appeal used_pending | used; not decided yet | It is not settled whether the Court requires it.',
    )
  })

  it('say what is not known, and make a question of it for the author', () => {
    expect(text).toContain('whether it was used is not known to us')
    expect(filled.gaps.map(({ field }) => field)).toEqual(['remedy-r-unknown'])
  })

  it('leave out what has not come up', () => {
    expect(text).not.toContain('Appeal not_yet')
  })

  it('claim no exhaustion that does not follow', () => {
    expect(text).toContain('depends on points that are not settled. Not at an end: Asylum.')
    expect(readIn(remediesDomestic(told(line('unknown', 'no'))))).toContain(
      'is not known to us. Not at an end: Asylum.',
    )
  })

  it('that need not be awaited are only arguably so', () => {
    expect(text).toContain('Arguably not: it does not stop the transfer by itself (not verified).')
    expect(text).not.toMatch(/\| No[.:]/u)
  })

  it('are said to have been used only where each was used and decided', () => {
    const over = (...because: ReturnType<typeof line>[]): Sheet => {
      const sheet = told(...because)
      const exhaustion = { ...sheet.standing.exhaustion, overall: 'established', overallStrasbourg: 'established' }
      const tracks = exhaustion.tracks.map((track) => ({ ...track, domestic: 'established' }))
      return { ...sheet, standing: { ...sheet.standing, exhaustion: { ...exhaustion, tracks } } }
    }
    expect(readIn(remediesDomestic(over(line('used_decided', 'yes'))))).toContain(
      'every domestic remedy that the law gives has been used and decided.',
    )
    const some = over(line('used_decided', 'yes'), line('lapsed', 'no'))
    expect(readIn(remediesDomestic(some))).toContain(
      'no domestic remedy that the law gives is still open; not all were used and decided: ' +
        'Appeal lapsed (not used; its time limit is over).',
    )
    expect(readIn(remedies(some))).toContain('that the Court asks for has been used and decided.')
  })

  it('are told with the days on which they were used and decided, each with its source', () => {
    const told = tell()
      .enter({ kind: 'event', event: { id: 'first', type: 'decided', title: 'Round one', person: 'person' } })
      .claim('first', 'date', '2013-04-19')
      .claim('first', 'remedy', 'r-used_decided')
      .enter({ kind: 'event', event: { id: 'appeal', type: 'filed', title: 'Appeal', person: 'person' } })
      .claim('appeal', 'date', '2013-07-26')
      .claim('appeal', 'remedy', 'r-used_decided')
      .enter({ kind: 'event', event: { id: 'ruling', type: 'decided', title: 'Ruling', person: 'person' } })
      .claim('ruling', 'date', '2013-11-08')
      .claim('ruling', 'remedy', 'r-used_decided')
      .claim('ruling', 'outcome', 'dismissed')
    const sheet = sheetFor(told)
    const track = {
      track: 't',
      title: 'Extradition',
      domestic: 'established',
      strasbourg: 'established',
      because: [line('used_decided', 'yes')],
    }
    const exhaustion = { overall: 'established', overallStrasbourg: 'established', tracks: [track] }
    const { blocks } = remedies({ ...sheet, standing: { ...sheet.standing, exhaustion } })
    expect(readIn({ blocks })).toContain(
      '| used; decided. Lodged: 26 July 2013. Decided: 8 November 2013, dismissed. | It has been decided.',
    )
    expect(sheet.notes.sources).toHaveLength(1)
  })

  it('that the Court requires and that are over cannot be awaited: the author has to say why', () => {
    const over = remedies(told(line('lapsed', 'yes')))
    expect(readIn(over)).toContain('| The Court requires it; it can no longer be used.')
    expect(over.gaps.map(({ field, weight }) => [field, weight])).toEqual([['unused-r-lapsed', 'required']])
    expect(readIn(remedies(told(line('open', 'yes'))))).toContain('| Yes: the Court requires it.')
  })

  it('are told to the public in a sentence', () => {
    expect(readIn(remediesShort(told()))).toBe('Not every domestic procedure is at an end. Still open: Asylum.')
  })
})
