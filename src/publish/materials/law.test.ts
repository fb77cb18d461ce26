import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { bars, demandedOf, duties, otherForums, sending } from './law.ts'
import type { Sheet } from './material.ts'
import { readIn, sheetFor } from './sheet.fixtures.ts'

const plain = (): Sheet => sheetFor(tell())
const withStanding = (standing: Partial<Sheet['standing']>): Sheet => {
  const sheet = plain()
  return { ...sheet, standing: { ...sheet.standing, ...standing } }
}
const norm = (text: string, checked = 'official') => ({ instrument: 'i', article: '3', checked, text })

const bar: Sheet['standing']['bars'][number] = {
  id: 'bar',
  title: 'A real risk has been assessed, so the transfer is forbidden',
  bars: 'transfer',
  force: 'absolute',
  applies: 'true',
  assessedBy: ['Counsel A, at the desk: yes'],
  disputed: [],
  norm: [norm('Convention art. 3 (UNVERIFIED)', 'unverified')],
}

describe('the rules that forbid a transfer', () => {
  it('show that a norm was not read, and who assessed what they rest on', () => {
    const { blocks, gaps } = bars(withStanding({ bars: [bar] }))
    expect(readIn({ blocks })).toContain(
      'A real risk has been assessed, so the transfer is forbidden: Convention art. 3 (not verified). Assessed by Counsel A, at the desk.',
    )
    expect(gaps.map(({ todo }) => todo)).toEqual(['Read before you cite: Convention art. 3 (UNVERIFIED)'])
  })

  it('are told apart by what they do: forbid the transfer, forbid the grant, leave a choice, ask', () => {
    const all = [
      { ...bar, title: 'A', force: 'discretionary' },
      { ...bar, title: 'B', force: 'discretionary', bars: 'decision' },
      { ...bar, title: 'C', force: 'mandatory', bars: 'decision' },
      { ...bar, title: 'D', force: 'mandatory' },
    ]
    const lines = readIn(bars(withStanding({ bars: all }))).split('\n')
    expect(lines.map((text) => text.replace(/: Convention.*$/u, ''))).toEqual([
      'By what is recorded and assessed these rules forbid the transfer:',
      'D',
      'By what is recorded and assessed these rules forbid granting the extradition:',
      'C',
      'By what is recorded and assessed the extradition may be refused on these grounds:',
      'B',
      'By what is recorded it has been asked that the transfer not be carried out, or it may be refused:',
      'A',
    ])
  })

  it('are not asserted where they only might apply', () => {
    expect(readIn(bars(withStanding({ bars: [{ ...bar, applies: 'unknown' }] })))).toBe('')
  })
})

describe('duties', () => {
  const duty: Sheet['standing']['duties'][number] = {
    id: 'cat.3.non-refoulement',
    bearer: 'sending-state',
    bearerTitle: 'ES',
    duty: 'Not to extradite to a danger of torture',
    until: 'as long as it lasts',
    norm: [norm('CAT art. 3')],
    status: 'binds',
    force: 'binding',
    absolute: true,
  }

  it('name the State and the norm', () => {
    const text = readIn(duties(withStanding({ duties: [duty] })))
    expect(text).toContain('Spain: not to extradite to a danger of torture. CAT art. 3.')
  })

  it('cite a norm as a brief does; the author is told that only a secondary source was read', () => {
    const read = { ...duty, norm: [norm('Charter art. 19 (2) (secondary source read)', 'secondary')] }
    const { blocks, gaps } = duties(withStanding({ duties: [read] }))
    expect(readIn({ blocks })).toContain('danger of torture. Charter art. 19 (2).')
    expect(gaps.map(({ todo }) => todo)).toEqual([
      'Read before you cite: Charter art. 19 (2) (secondary source read)',
    ])
  })

  it('that are formalities, argued or not in force are left out', () => {
    const others = [
      { ...duty, absolute: false },
      { ...duty, force: 'binding-disputed' },
      { ...duty, status: 'unknown' },
    ]
    expect(readIn(duties(withStanding({ duties: others })))).toBe('')
  })

  it('of following a measure say where their force is disputed', () => {
    const comply = { ...duty, id: 'cat.comply', absolute: false, force: 'binding-disputed' }
    expect(readIn(duties(withStanding({ duties: [comply] })))).toContain('Its binding force is disputed.')
  })
})

describe('how a request is sent', () => {
  const stop = {
    remedy: 'cat.interim-measures',
    title: 'Request to the Committee',
    channels: [{ channel: 'post to Geneva', hours: null, checked: 'unverified' }],
    warnings: ['It probably closes another forum (from memory).'],
    norms: [norm('CAT rules 114 (UNVERIFIED)', 'unverified')],
  } as unknown as Sheet['standing']['stops'][number]

  it('is told to the author and stands in no paper', () => {
    const { blocks, gaps } = sending('cat.interim-measures')(withStanding({ stops: [stop] }))
    expect(blocks).toEqual([])
    expect(gaps.map(({ todo }) => todo)).toEqual([
      'post to Geneva [not verified]',
      'It probably closes another forum (from memory).',
      'Read: CAT rules 114 (UNVERIFIED)',
    ])
  })

  it('begins with a warning where the way is not open', () => {
    const [gap] = sending('cat.interim-measures')(plain()).gaps
    expect(gap?.weight).toBe('required')
    expect(gap?.why).toBe('It is not among the ways that can stop the transfer.')
  })
})

describe('to whom people write', () => {
  const track = {
    id: 'es.extradition',
    title: 'Extradition',
    domestic: true,
    recorded: true,
    stageTitle: 'Agreed',
    next: { who: 'The Government', what: 'hands over', within: null },
    pending: [],
  } as unknown as Sheet['standing']['tracks'][number]
  const own = { ...track, next: { who: 'The person and counsel', what: 'appeal', within: null } }

  it('is who decides next, never the person', () => {
    const { blocks, gaps } = demandedOf(withStanding({ tracks: [track, own] }))
    expect(readIn({ blocks })).toBe('The next decision is in the hands of:\nExtradition (Agreed): The Government.')
    expect(gaps.map(({ field }) => field)).toEqual(['addressees'])
  })

  it('international procedures are said to be none only where none is recorded', () => {
    expect(readIn(otherForums(plain()))).toBe('No international procedure is recorded.')
    const asked = { ...track, id: 'echr', domestic: false, title: 'Strasbourg', stageTitle: 'Asked' }
    expect(readIn(otherForums(withStanding({ tracks: [asked] })))).toBe('Strasbourg: Asked.')
  })

  it('international procedures are told with each step, its day and its source', () => {
    const asked = { ...track, id: 'echr', domestic: false, title: 'Strasbourg', stageTitle: 'Asked' }
    const told = tell()
      .enter({
        kind: 'proceeding',
        proceeding: { id: 'court', track: 'echr', person: 'person', title: 'Requests', round: 1 },
      })
      .enter({
        kind: 'event',
        event: {
          id: 'request',
          type: 'filed',
          title: 'A measure is asked for',
          person: 'person',
          proceeding: 'court',
        },
      })
      .claim('request', 'date', '2013-11-26~', { public: '2014-01-01' })
    const sheet = sheetFor(told)
    const { blocks } = otherForums({ ...sheet, standing: { ...sheet.standing, tracks: [asked] } })
    expect(readIn({ blocks })).toBe('Strasbourg: Asked. 26 November 2013 (approximately): A measure is asked for.')
    expect(sheet.notes.sources).toHaveLength(1)
  })
})
