import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Four, instantIn, parseMoment, type Span } from '../record/index.ts'
import { article34, type Article34Finding, type Article34Question, findingOf } from './article-34.ts'
import { personsNamed, readStoryLines, type Story, storyOf, strasbourgZone } from './article-34-story.ts'

const late = parseMoment('2026-01-01', 'UTC')

function ask(sending: string, lines: readonly string[], more: Partial<Article34Question> = {}): Article34Finding {
  return article34(readStoryLines(lines), { sending, asOf: late, ...more })
}
const found = (sending: string, ...lines: readonly string[]): string => ask(sending, lines).finding
const why = ({ because }: Article34Finding): string => because.map((r) => r.text.en).join(' ')
const assumed = ({ assuming }: Article34Finding): string => assuming.map((r) => r.text.en).join(' ')

describe('a measure in force', () => {
  const measure = 'measure-indicated 2008-11-18 issuer=echr addressee=IT until=further-notice'
  it('is breached by a removal', () => {
    const finding = ask('IT', [measure, 'removed 2008-12-13 to=TN'])
    expect(finding.finding).toBe('breached')
    expect(why(finding)).toContain('2008-11-18')
  })
  it('says what it takes for granted', () => {
    expect(assumed(ask('IT', [measure, 'removed 2008-12-13']))).toMatch(/No lifting is recorded/)
  })
  it('is not breached when nobody is taken away', () => {
    expect(found('IT', measure)).toBe('not-breached')
  })
  it('is not breached by a removal before it', () => {
    expect(found('IT', measure, 'removed 2008-11-17')).toBe('not-breached')
  })
  it('does not bind a State to which it is not addressed', () => {
    expect(found('FR', measure, 'removed 2008-12-13')).toBe('not-breached')
  })
  it('may be addressed to several States', () => {
    expect(found('GE', 'measure-indicated 2002-10-04 addressee=GE,RU', 'surrendered 2002-10-05')).toBe('breached')
  })
  it('does not answer for the act of another State', () => {
    expect(found('IT', measure, 'removed 2008-12-13 by=FR')).toBe('not-breached')
  })
  it('is not breached by a person who leaves of his own will', () => {
    expect(found('IT', measure, 'removed 2008-12-13 by=himself')).toBe('not-breached')
  })
  it('leaves open what sources contest', () => {
    expect(found('IT', measure, 'contested removed 2008-12-13')).toBe('contested')
  })
})

describe('hours and time zones', () => {
  it('thirty minutes between the measure and the aircraft are enough', () => {
    const finding = ask('FR', [
      'measure-indicated 2015-09-22T12:00 addressee=FR received=2015-09-22T12:05 until=2015-09-25 ' +
        'zone=Europe/Paris',
      'removed 2015-09-22T12:35 to=MA zone=Europe/Paris',
    ])
    expect(finding.finding).toBe('breached')
    expect(why(finding)).toContain('30 min before')
  })
  it('a measure received thirty minutes after the aircraft left was not disobeyed', () => {
    const lines = [
      'measure-indicated 2015-09-22T12:00 addressee=FR received=2015-09-22T13:05',
      'removed 2015-09-22T12:35',
    ]
    expect(found('FR', ...lines)).toBe('not-breached')
  })
  it('but the State answers for a haste that was meant to leave no time', () => {
    const lines = [
      'measure-indicated 2015-09-22T12:00 addressee=FR received=2015-09-22T13:05',
      'removed 2015-09-22T12:35',
    ]
    expect(found('FR', ...lines, 'application-hindered 2015-09-22 how=haste')).toBe('breached')
  })
  it('what the State knew by telephone counts before what it received in writing', () => {
    const measure =
      'measure-indicated 2015-09-22T12:00 addressee=FR known=2015-09-22T12:10 received=2015-09-22T13:05'
    expect(found('FR', measure, 'removed 2015-09-22T12:35')).toBe('breached')
  })
  it('each hour is read on its own clock: 13:30 in Moscow lies before noon in Strasbourg', () => {
    const measure = 'measure-indicated 2014-06-10T12:00 addressee=RU received=2014-06-10T12:00 zone=Europe/Paris'
    expect(found('RU', measure, 'surrendered 2014-06-10T13:30 zone=Europe/Moscow')).toBe('not-breached')
    expect(found('RU', measure, 'surrendered 2014-06-10T14:30 zone=Europe/Moscow')).toBe('breached')
    expect(found('RU', measure, 'surrendered 2014-06-10T14:30+04:00')).toBe('breached')
  })
  it('two acts on one day without hours stay open, and the hours are asked for', () => {
    const finding = ask('FR', ['measure-indicated 2015-09-22 addressee=FR', 'removed 2015-09-22'])
    expect(finding.finding).toBe('unknown')
    expect(why(finding)).toMatch(/hour of receipt and of departure/)
  })
  it('the same minute stays open', () => {
    expect(found('FR', 'measure-indicated 2015-09-22T12:35 addressee=FR', 'removed 2015-09-22T12:35')).toBe(
      'unknown',
    )
  })
  it('"about the middle of December" may be either side of the 31st', () => {
    expect(found('ES', 'measure-indicated 2008-12~ addressee=ES', 'surrendered 2008-12-31')).toBe('unknown')
  })
  it('a measure that nobody dates leaves the question open', () => {
    expect(found('RU', 'measure-indicated addressee=RU', 'surrendered 2012-03-29')).toBe('unknown')
  })
  it('a name that is no time zone is refused', () => {
    expect(() => readStoryLines(['removed 2015-09-22 zone=Paris-Time'])).toThrow(/not a time zone/)
  })
})

describe('the term of a measure', () => {
  const until = (term: string): string => `measure-indicated 2015-02-20 addressee=FR until=${term}`
  it('until a date: over on the day after, open on the last day, in force before it', () => {
    expect(found('FR', until('2015-02-25'), 'removed 2015-02-26')).toBe('not-breached')
    expect(found('FR', until('2015-02-25'), 'removed 2015-02-25')).toBe('unknown')
    expect(found('FR', until('2015-02-25'), 'removed 2015-02-24')).toBe('breached')
  })
  it('until an hour', () => {
    expect(found('FR', until('2015-02-25T18:00'), 'removed 2015-02-25T17:59')).toBe('breached')
    expect(found('FR', until('2015-02-25T18:00'), 'removed 2015-02-25T18:01')).toBe('not-breached')
  })
  it('until further notice: a judgment does not end it', () => {
    expect(found('FR', until('further-notice'), 'judgment 2016-01-01', 'removed 2016-02-01')).toBe('breached')
  })
  it('until an event', () => {
    expect(found('FR', until('judgment'), 'judgment 2016-01-01', 'removed 2016-02-01')).toBe('not-breached')
    expect(found('FR', until('judgment'), 'judgment 2016-01-01', 'removed 2015-12-01')).toBe('breached')
    expect(found('FR', until('asylum-refused'), 'asylum-refused 2016-01', 'removed 2016-01-15')).toBe('unknown')
  })
  it('until the end of the proceedings', () => {
    const measure = until('end-of-proceedings')
    expect(found('FR', measure, 'judgment 2016-01-01', 'removed 2016-02-01')).toBe('breached')
    expect(found('FR', measure, 'judgment-final 2016-04-01', 'removed 2016-05-01')).toBe('not-breached')
  })
  it('without a term a final judgment leaves it open', () => {
    const measure = 'measure-indicated 2015-02-20 addressee=FR'
    expect(found('FR', measure, 'judgment-final 2016-04-01', 'removed 2016-05-01')).toBe('unknown')
    expect(found('FR', measure, 'judgment 2016-01-01', 'removed 2016-05-01')).toBe('breached')
  })
  it('prolonged: the second term counts', () => {
    const prolonged = 'measure-extended 2015-02-24 until=2015-03-10'
    expect(found('FR', until('2015-02-25'), prolonged, 'removed 2015-03-01')).toBe('breached')
    expect(found('FR', until('2015-02-25'), prolonged, 'removed 2015-03-11')).toBe('not-breached')
  })
  it('a prolongation after a gap does not fill the gap', () => {
    const lines = [until('2015-02-25'), 'measure-extended 2015-03-05 until=2015-03-10']
    expect(found('FR', ...lines, 'removed 2015-03-01')).toBe('not-breached')
    expect(found('FR', ...lines, 'removed 2015-03-07')).toBe('breached')
  })
  it('lifted, and indicated again', () => {
    const lines = [
      until('further-notice'),
      'measure-lifted 2015-03-01',
      'measure-indicated 2015-04-01 addressee=FR',
    ]
    expect(found('FR', ...lines, 'removed 2015-03-15')).toBe('not-breached')
    expect(found('FR', ...lines, 'removed 2015-04-15')).toBe('breached')
  })
  it('goes with an application that is struck out', () => {
    expect(
      found(
        'BE',
        'measure-indicated 2022-11-01 addressee=BE',
        'application-struck-out 2023-05-25',
        'removed 2023-06-01',
      ),
    ).toBe('not-breached')
  })
  it('a term that cannot be read is refused', () => {
    expect(() => found('FR', until('2015-02-30'))).toThrow(/until=2015-02-30/)
  })
})

describe('what would be passed over unseen is refused', () => {
  it.each([
    ['a misspelt key', 'measure-indicated 2015-02-20 adressee=FR', /adressee/, /Did you mean addressee/],
    ['a State by name', 'measure-indicated 2015-02-20 addressee=France', /France/, /addressee=FR/],
    ['an answer that is neither yes nor no', 'abducted 2015-02-20 protected=perhaps', /perhaps/, /protected=no/],
    ['a fact', 'sending-state=FR', /not an event/, /Write only events/],
    ['a term of no known kind', 'measure-indicated 2015-02-20 until=judgement', /judgement/, /until=judgment/],
  ])('%s', (_what, line, what, remedy) => {
    const read = (): unknown => readStoryLines([line], strasbourgZone, ['judgment', 'asylum-refused'])
    expect(read).toThrow(what)
    expect(read).toThrow(expect.objectContaining({ remedy: expect.stringMatching(remedy) as string }))
  })
})

describe('no measure', () => {
  it.each([
    ['refused', 'measure-refused 2008-12-15'],
    ['not examined because it came late', 'measure-not-examined 2012-03-19T18:51'],
    ['outside the scope', 'measure-out-of-scope 2023-01-10'],
    ['put off', 'measure-adjourned 2023-11-20'],
  ])('a request %s leaves nothing to obey', (_how, request) => {
    const finding = ask('ES', [request, 'surrendered 2024-01-01'])
    expect(finding.finding).toBe('not-breached')
    expect(why(finding)).toMatch(/nothing to obey/)
  })
  it('a request of a UN committee is not a measure of the Court', () => {
    const finding = ask('ES', ['measure-indicated 2010-11-26 issuer=hrc addressee=ES', 'surrendered 2010-12-14'])
    expect(finding.finding).toBe('not-breached')
    expect(why(finding)).toMatch(/another body \(hrc\)/)
  })
  it('interference with letters is a breach without any transfer', () => {
    expect(found('UA', 'application-hindered 2005-01 how=correspondence')).toBe('breached')
  })
  it('and is not derived from a measure that was obeyed', () => {
    expect(found('UA', 'measure-indicated 2004-11-23 addressee=UA until=further-notice')).toBe('not-breached')
  })
})

describe('what the measure forbids', () => {
  const extradition = 'measure-indicated 2008-08-13 addressee=SK forbids=extradition to=DZ until=further-notice'
  it('an expulsion breaks a measure against extradition', () => {
    expect(found('SK', extradition, 'removed 2010-04-19 to=DZ')).toBe('breached')
  })
  it('which nobody could cite before there was a judgment on it', () => {
    const finding = ask('SK', [extradition, 'removed 2010-04-19 to=DZ'], {
      knownBy: parseMoment('2010-05-01', 'UTC'),
    })
    expect(finding.finding).toBe('unknown')
  })
  it('a transfer to another State than the one named breaks it', () => {
    expect(found('SK', extradition, 'surrendered 2013-01-01 to=MA')).toBe('breached')
  })
  it('but where that State is safe and does not send on, no judgment is known', () => {
    expect(found('SK', extradition, 'surrendered 2013-01-01 to=CH onward=no')).toBe('unknown')
  })
  it('a measure that asks for something else is not broken by a transfer, but by not doing it', () => {
    const access = 'measure-indicated 2008-07-11 addressee=TR requires=access-to-counsel'
    expect(found('TR', access, 'removed 2008-09-01')).toBe('not-breached')
    expect(found('TR', access, 'measure-disobeyed 2008-09-01 requires=access-to-counsel')).toBe('breached')
    expect(found('TR', access, 'measure-disobeyed 2008-07-01 requires=access-to-counsel')).toBe('not-breached')
  })
})

describe('a person taken away by others', () => {
  const measure = 'measure-indicated 2013-09-01 addressee=RU until=further-notice'
  it('leaves open whether the State had a part in it', () => {
    const finding = ask('RU', [measure, 'abducted 2014-05-29'])
    expect(finding.finding).toBe('unknown')
    expect(why(finding)).toMatch(/part in it/)
  })
  it('is a breach where agents took part, he was not protected, or he left through a controlled frontier', () => {
    expect(found('RU', measure, 'abducted 2014-05-29 state-involved=yes')).toBe('breached')
    expect(found('RU', measure, 'abducted 2014-05-29 protected=no')).toBe('breached')
    expect(found('RU', measure, 'abducted 2014-05-29 left=by-air')).toBe('breached')
  })
  it('is none where the State did what it could', () => {
    expect(found('RU', measure, 'abducted 2014-05-29 state-involved=no protected=yes')).toBe('not-breached')
  })
  it('is none where the measure came after it', () => {
    expect(found('RU', 'abducted 2014-06-09 state-involved=yes', 'measure-indicated 2014-06-10 addressee=RU')).toBe(
      'not-breached',
    )
  })
})

describe('one application of forty persons', () => {
  const forty = Array.from({ length: 40 }, (_, i) => `p${i + 1}`)
  const lines = [
    'measure-indicated 2010-06-14 addressee=CY until=further-notice',
    `measure-lifted 2010-09-21 person=${forty.slice(5).join(',')}`,
    'removed 2010-10-01 person=p3,p20',
  ]
  const findings = (): Article34Finding[] =>
    personsNamed(readStoryLines(lines)).map((person) => ask('CY', lines, { person }))
  it('has an answer for each person named', () => {
    expect(findings()).toHaveLength(36)
  })
  it('finds a breach only for the one who was removed with the measure still in force', () => {
    expect(
      findings()
        .filter((f) => f.finding === 'breached')
        .map((f) => f.person),
    ).toEqual(['p3'])
    expect(ask('CY', lines, { person: 'p20' }).finding).toBe('not-breached')
    expect(ask('CY', lines, { person: 'p1' }).finding).toBe('not-breached')
  })
  it('a lifting for all but some is written with except=', () => {
    const short = [
      'measure-indicated 2010-06-14 addressee=CY',
      'measure-lifted 2010-09-21 except=p1,p2',
      'removed 2010-10-01',
    ]
    expect(ask('CY', short, { person: 'p1' }).finding).toBe('breached')
    expect(ask('CY', short, { person: 'p9' }).finding).toBe('not-breached')
  })
})

describe('whom and when the Convention binds', () => {
  const lines = ['measure-indicated 2022-08-01 addressee=RU until=further-notice', 'surrendered 2022-09-20']
  const end = instantIn('UTC', 19251)
  it('a State that had ceased to be a party did not breach it', () => {
    const bound = (at: number): Four => (at < end ? 'true' : 'false')
    expect(ask('RU', lines, { bound }).finding).toBe('not-breached')
    expect(ask('RU', [lines[0] ?? '', 'surrendered 2022-09-10'], { bound }).finding).toBe('breached')
  })
  it('before Mamatkulov it was not settled that a measure binds', () => {
    const before = ['measure-indicated 1999-08-11 addressee=FR', 'removed 1999-08-19']
    expect(ask('FR', before, { knownBy: parseMoment('2003-01-01', 'UTC') }).finding).toBe('unknown')
    expect(ask('FR', before).finding).toBe('breached')
  })
})

const anyLine = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('measure-indicated', 'measure-extended'),
      day(),
      fc.constantFrom('', ' until=further-notice', ' until=2015-03-10', ' until=judgment'),
    )
    .map(([type, at, term]) => `${type} ${at} addressee=FR${term}`),
  fc
    .tuple(
      fc.constantFrom('measure-lifted', 'judgment', 'judgment-final', 'application-struck-out', 'measure-refused'),
      day(),
    )
    .map((p) => p.join(' ')),
  fc
    .tuple(
      fc.constantFrom('removed', 'surrendered', 'abducted'),
      day(),
      fc.constantFrom('', ' to=DZ', ' left=by-air', ' by=IT'),
    )
    .map(([type, at, more]) => `${type} ${at}${more}`),
)
function day(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 28 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 23 }),
    )
    .map(
      ([m, d, hours, h]) =>
        `2015-0${m}-${String(d).padStart(2, '0')}${hours ? `T${String(h).padStart(2, '0')}:30` : ''}`,
    )
}
const stories = fc.array(anyLine, { maxLength: 6 })

describe('whatever the story', () => {
  it('later events never change an earlier answer', () => {
    fc.assert(
      fc.property(stories, stories, day(), (lines, more, at) => {
        const asOf = parseMoment(at, strasbourgZone)
        const later = more.filter((line) => {
          const when = readStoryLines([line])[0]?.when
          return when !== undefined && when.earliest > asOf
        })
        expect(ask('FR', [...lines, ...later], { asOf })).toEqual(ask('FR', lines, { asOf }))
      }),
    )
  })
  it('without a measure there is no breach by a transfer', () => {
    fc.assert(
      fc.property(stories, (lines) => {
        expect(
          ask(
            'FR',
            lines.filter((l) => !/^measure-(indicated|extended)/.test(l)),
          ).finding,
        ).toBe('not-breached')
      }),
    )
  })
  it('shifting all times changes nothing', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: -2_000_000, max: 2_000_000 }), (lines, minutes) => {
        const question = { sending: 'FR', asOf: late, knownBy: Infinity }
        const story = storyOf(readStoryLines(lines), late)
        expect(findingOf(shifted(story, minutes), question).finding).toBe(findingOf(story, question).finding)
      }),
    )
  })
  it('an earlier measure never makes a breach disappear', () => {
    fc.assert(
      fc.property(stories, (lines) => {
        const before = found('FR', ...lines)
        const after = found('FR', ...lines, 'measure-indicated 2014-01-01 addressee=FR until=further-notice')
        if (before === 'breached') expect(after).toBe('breached')
      }),
    )
  })
})

function shifted(story: Story, by: number): Story {
  const moved = (span: Span): Span => ({ ...span, earliest: span.earliest + by, latest: span.latest + by })
  const move = (span: Span | undefined): Span | undefined => (span === undefined ? span : moved(span))
  const each = <T extends { readonly when: Span | undefined }>(list: readonly T[]): readonly T[] =>
    list.map((item) => ({ ...item, when: move(item.when) }))
  return {
    ...story,
    measures: each(story.measures).map((m) => ({
      ...m,
      known: move(m.known),
      term: m.term.kind === 'moment' ? { kind: 'moment', end: moved(m.term.end) } : m.term,
    })),
    endings: each(story.endings),
    takings: each(story.takings),
    others: each(story.others),
    unmet: each(story.unmet),
    byType: new Map([...story.byType].map(([type, list]) => [type, each(list)])),
  }
}
