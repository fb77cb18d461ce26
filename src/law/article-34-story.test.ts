import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { type Measure, personsNamed, readStoryLines, type Story, storyOf } from './article-34-story.ts'
import type { Occurrence } from './situation.ts'

const late = parseMoment('2026-01-01', 'UTC')
const told = (...lines: readonly string[]): Story => storyOf(readStoryLines(lines), late)
const measures = (...lines: readonly string[]): readonly Measure[] => told(...lines).measures

describe('the lines of a story', () => {
  it('are numbered as they stand, so that a reason can name them', () => {
    expect(readStoryLines(['removed 2015-01-01', 'removed 2015-01-02']).map((o) => o.id)).toEqual([
      'event-1',
      'event-2',
    ])
  })
  it.each([
    ['a fact', 'sending-state=FR'],
    ['a complete list', 'no removed'],
    ['an assessment', 'assessed real-risk=yes'],
  ])('may not be %s: a story has events only', (_, line) => {
    expect(() => readStoryLines([line])).toThrow(
      expect.objectContaining({
        message: `"${line}" is not an event.`,
        remedy: 'Write only events here: what is not written is taken as not having happened.',
      }),
    )
  })
  it('are read on the clock that the line names, else on that of the reader', () => {
    const at = (line: string, zone?: string): number | undefined => readStoryLines([line], zone)[0]?.when?.earliest
    const noon = parseMoment('2015-09-22T12:00', 'Europe/Paris')
    expect(at('removed 2015-09-22T12:00')).toBe(noon)
    expect(at('removed 2015-09-22T13:00', 'Europe/Moscow')).toBe(noon)
    expect(at('removed 2015-09-22T13:00 zone=Europe/Moscow')).toBe(noon)
  })
  it('that name no time zone there is are refused, with what to write', () => {
    expect(() => readStoryLines(['removed 2015-09-22 zone=Mars/Base'])).toThrow(
      expect.objectContaining({
        message: 'In "removed 2015-09-22 zone=Mars/Base", "Mars/Base" is not a time zone.',
        remedy: expect.stringMatching(/zone=Europe\/Moscow/) as string,
      }),
    )
  })
})

describe('what an event may say', () => {
  const read =
    (line: string, types?: readonly string[]): (() => unknown) =>
    () =>
      readStoryLines([line], 'UTC', types)
  const types = ['judgment', 'asylum-refused']

  it.each([
    'measure-indicated 2015-02-20 issuer=echr addressee=FR,GE to=KZ until=2015-02-25 forbids=expulsion',
    'measure-indicated 2015-02-20 requires=access-to-counsel person=p1 except=p2 zone=UTC',
    'measure-refused 2015-02-20 reason=no-form',
    'removed 2015-02-20 by=himself left=by-sea onward=no through-frontier=unknown',
    'abducted 2015-02-20 by=others state-involved=yes protected=no',
    'application-hindered 2015-02-20 how=correspondence by=FR',
    'measure-extended 2015-02-20 until=judgment',
    'measure-extended 2015-02-20 until=further-notice',
    'measure-extended 2015-02-20 until=end-of-proceedings',
    'measure-extended 2015-02-20 until=2015-03-10',
    'measure-extended 2015-02-20',
  ])('%s', (line) => {
    expect(read(line, types)).not.toThrow()
  })
  it('is not looked at where the event does not decide the question', () => {
    expect(read('judgment 2015-02-20 adressee=France anything=goes')).not.toThrow()
  })
  it('may last until an event of any name where no list of events is given', () => {
    expect(read('measure-indicated 2015-02-20 until=judgement')).not.toThrow()
  })
  it.each([
    ['issuer=ECHR', 'issuer=echr'],
    ['addressee=FR,France', 'addressee=FR, the code of the State'],
    ['addressee=xFR', 'addressee=FR, the code of the State'],
    ['to=Morocco', 'to=KZ, the code of the State'],
    ['by=police', 'by=FR, by=others or by=himself'],
    ['forbids=all', 'forbids=extradition, expulsion or transfer'],
    ['left=by-air-or-sea', 'left=by-air'],
    ['state-involved=yesterday', 'state-involved=yes'],
    ['through-frontier=no-idea', 'through-frontier=yes'],
    ['onward=maybe', 'onward=no'],
    ['protected=true', 'protected=no'],
  ])('but not %s', (pair, write) => {
    const [key, value] = pair.split('=')
    expect(read(`removed 2015-02-20 ${pair}`)).toThrow(
      expect.objectContaining({
        message: `In "removed 2015-02-20 ${pair}", "${value}" cannot be the value of ${key}.`,
        remedy: `Write ${write}.`,
      }),
    )
  })
  it('nor a key that nothing is done with: the nearest is offered, else all of them', () => {
    expect(read('removed 2015-02-20 recieved=2015-02-20')).toThrow(
      expect.objectContaining({ remedy: 'Did you mean received=?' }),
    )
    expect(read('removed 2015-02-20 colour-of-the-car=red')).toThrow(
      expect.objectContaining({
        remedy: expect.stringMatching(/^The keys are: issuer, addressee, to, by/) as string,
      }),
    )
    expect(read('removed 2015-02-20 toString=FR')).toThrow(/nothing is done with "toString"/)
  })
  it('nor a term that nothing could end: the nearest event is offered, else what to write instead', () => {
    expect(read('measure-indicated 2015-02-20 until=judgement', types)).toThrow(
      expect.objectContaining({
        remedy: expect.stringMatching(/^Did you mean until=judgment\? Otherwise/) as string,
      }),
    )
    expect(read('measure-indicated 2015-02-20 until=the-cows-come-home-at-last', types)).toThrow(
      expect.objectContaining({
        remedy: 'Write until=further-notice, and enter what ended it as measure-lifted.',
      }),
    )
  })
})

describe('a measure', () => {
  it('is read with what its letter says, and is against every transfer unless it says less', () => {
    expect(
      measures('measure-indicated 2015-02-20 addressee=FR to=KZ requires=access-to-counsel person=p1,p2 except=p3'),
    ).toMatchObject([
      {
        id: 'event-1',
        kind: 'indicated',
        occurred: 'true',
        addressee: 'FR',
        to: 'KZ',
        forbids: 'transfer',
        requires: 'access-to-counsel',
        persons: { only: ['p1', 'p2'], except: ['p3'] },
        term: { kind: 'not-recorded' },
      },
    ])
    expect(measures('measure-indicated 2015-02-20')[0]?.persons).toEqual({ except: [] })
    expect(measures('measure-indicated 2015-02-20 forbids=extradition')[0]?.forbids).toBe('extradition')
  })
  it.each([
    ['further-notice', { kind: 'further-notice' }],
    ['2015-03-10', { kind: 'moment', end: { text: '2015-03-10' } }],
    ['judgment', { kind: 'event', text: 'judgment', types: ['judgment'] }],
    [
      'end-of-proceedings',
      {
        kind: 'event',
        text: 'end-of-proceedings',
        types: ['judgment-final', 'application-inadmissible', 'application-struck-out'],
      },
    ],
  ])('lasts until %s', (until, term) => {
    expect(measures(`measure-indicated 2015-02-20 until=${until}`)[0]?.term).toMatchObject(term)
  })
  it('is known from the first of receipt, notice, delivery or knowledge', () => {
    const known = (more: string): string | undefined =>
      measures(`measure-indicated 2015-02-20 ${more}`)[0]?.known?.text
    expect(known('')).toBeUndefined()
    expect(known('received=2015-02-24 known=2015-02-23')).toBe('2015-02-23')
    expect(known('notified=2015-02-22 received=2015-02-24')).toBe('2015-02-22')
    expect(known('delivered=2015-02-21 received=2015-02-24 notified=2015-02-23')).toBe('2015-02-21')
  })
  it('prolonged goes on as the measure that it prolongs, in all that it does not say itself', () => {
    const first = 'measure-indicated 2015-02-20 addressee=FR to=KZ requires=access-to-counsel'
    const [, silent] = measures(first, 'measure-extended 2015-02-25')
    expect(silent).toMatchObject({ kind: 'extended', addressee: 'FR', to: 'KZ', requires: 'access-to-counsel' })
    const [, own] = measures(first, 'measure-extended 2015-02-25 addressee=BE to=MA requires=medical-care')
    expect(own).toMatchObject({ addressee: 'BE', to: 'MA', requires: 'medical-care' })
    const [alone] = measures('measure-extended 2015-02-25')
    expect(alone).toMatchObject({ kind: 'extended', addressee: undefined, to: undefined, requires: undefined })
  })
  it('indicated a second time takes nothing over from the first', () => {
    const [first, second] = measures(
      'measure-indicated 2015-02-20 addressee=FR to=KZ requires=access-to-counsel',
      'measure-indicated 2015-03-20',
    )
    expect(first).toMatchObject({ addressee: 'FR', to: 'KZ' })
    expect(second).toMatchObject({ addressee: undefined, to: undefined, requires: undefined })
  })
  it('prolonged is not read for what went before an indication that comes later in the story', () => {
    const [extended] = measures('measure-extended 2015-02-25', 'measure-indicated 2015-02-20 addressee=FR')
    expect(extended?.addressee).toBe('FR')
  })
})

describe('whose event it is', () => {
  it.each([
    ['measure-indicated', 'measures'],
    ['application-struck-out', 'endings'],
    ['judgment-final', 'endings'],
    ['measure-refused', 'unmet'],
  ] as const)('%s of another body is that of another body', (type, list) => {
    const story = told(`${type} 2015-02-20 issuer=hrc`, `${type} 2015-02-21 issuer=echr`, `${type} 2015-02-22`)
    expect(story[list].map((e) => e.id)).toEqual(['event-2', 'event-3'])
    expect(story.foreign).toEqual([{ id: 'event-1', issuer: 'hrc' }])
    expect(story.byType.get(type)?.map((e) => e.id)).toEqual(['event-2', 'event-3'])
  })
  it('a measure that was disobeyed, an application that was hindered, a removal stay acts of the State', () => {
    const story = told(
      'measure-disobeyed 2015-02-20 issuer=hrc',
      'application-hindered 2015-02-20 issuer=hrc',
      'removed 2015-02-20 issuer=hrc',
    )
    expect(story.foreign).toEqual([])
    expect(story.others.map((o) => o.type)).toEqual(['measure-disobeyed', 'application-hindered'])
    expect(story.takings).toHaveLength(1)
  })
})

describe('an act', () => {
  it('is read with who did it, where to, and what is known of the State in it', () => {
    const line =
      'abducted 2015-02-20 by=others to=TJ state-involved=yes protected=no through-frontier=yes onward=no'
    expect(told(line).takings).toMatchObject([
      {
        type: 'abducted',
        by: 'others',
        to: 'TJ',
        stateInvolved: 'true',
        protected: 'false',
        throughFrontier: 'true',
        onward: 'false',
      },
    ])
  })
  it('leaves open what nobody says, or says is not known', () => {
    for (const more of ['', ' state-involved=unknown protected=unknown through-frontier=unknown onward=unknown'])
      expect(told(`abducted 2015-02-20${more}`).takings).toMatchObject([
        { stateInvolved: 'unknown', protected: 'unknown', throughFrontier: 'unknown', onward: 'unknown' },
      ])
  })
  it('by air goes through a frontier; by land or sea that stays to be said', () => {
    const through = (more: string): string | undefined =>
      told(`abducted 2015-02-20 ${more}`).takings[0]?.throughFrontier
    expect(through('left=by-air')).toBe('true')
    expect(through('left=by-air through-frontier=no')).toBe('true')
    expect(through('left=by-land')).toBe('unknown')
    expect(through('left=by-sea through-frontier=no')).toBe('false')
  })
  it('other than a transfer says what was asked for and how it was done', () => {
    const others = told(
      'measure-disobeyed 2015-02-20 requires=access-to-counsel by=FR',
      'application-hindered how=haste',
    )
    expect(others.others).toMatchObject([
      { requires: 'access-to-counsel', by: 'FR', how: undefined },
      { how: 'haste', by: undefined, when: undefined },
    ])
  })
})

describe('the story as it stood on a day', () => {
  const day = parseMoment('2015-02-20T12:00', 'Europe/Paris')
  const stood = (line: string, more: Partial<Occurrence> = {}): readonly string[] =>
    storyOf(
      readStoryLines([line]).map((o) => ({ ...o, ...more })),
      day,
    ).takings.map((t) => t.occurred)

  it('holds what happened by then, to the minute', () => {
    expect(stood('removed 2015-02-20T12:00')).toEqual(['true'])
    expect(stood('removed 2015-02-20T12:01')).toEqual([])
    expect(stood('removed')).toEqual(['true'])
  })
  it('leaves open what may have happened by then', () => {
    expect(stood('removed 2015-02-20')).toEqual(['unknown'])
    expect(stood('removed 2015-02')).toEqual(['unknown'])
  })
  it('keeps a doubt that was there before', () => {
    expect(stood('contested removed 2015-02-19')).toEqual(['contested'])
    expect(stood('contested removed 2015-02-20')).toEqual(['contested'])
    expect(stood('removed 2015-02-20', { occurred: 'unknown' })).toEqual(['unknown'])
  })
  it('leaves out what did not happen', () => {
    expect(stood('removed 2015-02-19', { occurred: 'false' })).toEqual([])
    expect(stood('removed', { occurred: 'false' })).toEqual([])
  })
})

describe('the persons named', () => {
  it('are those whom an event covers or leaves out, each once', () => {
    const named = (...lines: readonly string[]): readonly string[] => personsNamed(readStoryLines(lines))
    expect(named('removed 2015-02-20')).toEqual([])
    expect(named('removed 2015-02-20 person=p2,p1,', 'measure-lifted 2015-02-20 except=p1,p3')).toEqual([
      'p2',
      'p1',
      'p3',
    ])
  })
})
