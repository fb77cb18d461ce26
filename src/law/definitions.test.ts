import { describe, expect, it } from 'vitest'
import { atomKey } from './atom.ts'
import { evaluateCase } from './evaluate.ts'
import { explain, type Explanation } from './explain.ts'
import { ask, type Block, given, lawOf, problemsOf, remedy, term } from './testing.ts'

const day = '2014-02-10'
const value = (blocks: readonly Block[], id: string, ...lines: readonly string[]): string =>
  ask(lawOf(...blocks), given(day, ...lines), id)
const onDay = (at: string, blocks: readonly Block[], id: string, ...lines: readonly string[]): string =>
  ask(lawOf(...blocks), given(at, ...lines), id)

/** What is wrong with a rule that names this conclusion. */
const naming = (id: string, ...blocks: readonly Block[]): readonly string[] =>
  problemsOf(...blocks, { rule: 'naming', when: [{ holds: id }] }).map(({ what }) => what)

const duty = (more: Block = {}): Block => ({
  duty: 'obey',
  bearer: 'sending-state',
  binding: 'binding',
  when: ['stay-ordered'],
  lasts: { en: 'until lifted' },
  ...more,
})
const bar = (more: Block = {}): Block => ({
  bar: 'risk',
  bars: 'transfer',
  force: 'absolute',
  when: ['asked'],
  ...more,
})

describe('a conclusion for which no rule speaks', () => {
  const against: Block = { rule: 'against', concludes: 'c', value: false, when: ['hearing'] }
  it('is not so where a rule speaks against it, and unknown where that rule fails', () => {
    expect(value([against], 'c', 'hearing 2014-02-01')).toBe('false')
    expect(value([against], 'c', 'no hearing')).toBe('unknown')
    expect(value([against], 'c')).toBe('unknown')
  })
})

describe('an event named as one that has happened', () => {
  it('is asked for like its bare name, and may be undone by one later event or several', () => {
    const happened = (notSince: unknown, ...lines: readonly string[]): string =>
      value([{ rule: 'r', when: [{ happened: 'hearing', notSince }] }], 'r', 'hearing 2014-02-01', ...lines)
    expect(happened(undefined)).toBe('true')
    expect(happened('withdrawn')).toBe('unknown')
    expect(happened('withdrawn', 'withdrawn 2014-02-05')).toBe('false')
    expect(happened(['waived', 'withdrawn'], 'no waived', 'withdrawn 2014-02-05')).toBe('false')
    expect(happened(['waived', 'withdrawn'], 'no waived', 'no withdrawn')).toBe('true')
  })
})

describe('what others may name of a time limit', () => {
  const limit = term('days', { starts: { event: 'ordered', or: [{ event: 'asked' }] }, ends: ['granted'] })

  it('is that it has started, by whichever event', () => {
    const started = (...lines: readonly string[]): string => value([limit], 'days.started', ...lines)
    expect([started('ordered 2014-02-09', 'no asked'), started('no ordered', 'asked 2014-02-09')]).toEqual([
      'true',
      'true',
    ])
    expect([started('no ordered', 'no asked'), started('no ordered')]).toEqual(['false', 'unknown'])
    expect(naming('days.started', limit)).toEqual([])
  })

  it('is that it has ended, if there is anything that ends it', () => {
    expect(value([limit], 'days.ended', 'granted 2014-02-09')).toBe('true')
    expect(naming('days.ended', term('days'))).toEqual(['Nothing is called "days.ended".'])
  })
})

describe('what others may name of a remedy, a duty or a bar', () => {
  it('is that it has lapsed, if it has a time limit in any version', () => {
    expect(naming('appeal.lapsed', remedy('appeal'))).toEqual(['Nothing is called "appeal.lapsed".'])
    expect(naming('appeal.lapsed', remedy('appeal', { term: 'days' }), term('days'))).toEqual([])
  })

  it('is that a duty has ended, if anything ends it', () => {
    const endings = duty({ endedBy: ['stay-lifted', 'handed-over'] })
    expect(value([endings], 'obey.ended', 'no stay-lifted', 'handed-over 2014-02-05')).toBe('true')
    expect(value([endings], 'obey.ended', 'no stay-lifted', 'no handed-over')).toBe('false')
    expect(naming('obey.ended', duty())).toEqual(['Nothing is called "obey.ended".'])
  })

  it('is whether a bar applies, which it does not where an exception holds', () => {
    const excepted = bar({ unless: ['withdrawn', 'waived'] })
    const applies = (...lines: readonly string[]): string =>
      value([excepted], 'risk.applies', 'asked 2014-02-01', ...lines)
    expect([
      applies('no withdrawn', 'no waived'),
      applies('no withdrawn', 'waived 2014-02-02'),
      applies('no withdrawn'),
    ]).toEqual(['true', 'false', 'unknown'])
    expect(value([bar()], 'risk.applies', 'asked 2014-02-01')).toBe('true')
  })

  it('bears the title of its block with a word for the part, in Spanish where the block has a Spanish title', () => {
    const closes = [{ when: 'refused', status: 'moot', because: { en: 'Refused.' } }]
    const titles = (title: Block): unknown[] => {
      const { conclusions } = lawOf(remedy('appeal', { title, term: 'days', closes }), term('days')).compiled
      return ['appeal.opened', 'appeal.lapsed', 'appeal.closed-1'].map((id) => conclusions.get(id)?.title)
    }
    expect(titles({ en: 'Appeal' })).toEqual([
      { en: 'Appeal – the way is there' },
      { en: 'Appeal – out of time' },
      { en: 'Appeal – closed' },
    ])
    expect(titles({ en: 'Appeal', es: 'Recurso' })).toEqual([
      { en: 'Appeal – the way is there', es: 'Recurso – la vía existe' },
      { en: 'Appeal – out of time', es: 'Recurso – fuera de plazo' },
      { en: 'Appeal – closed', es: 'Recurso – cerrado' },
    ])
  })
})

describe('versions of several norms', () => {
  it('are kept apart where they begin on one day and end on others, or end on one day and began on others', () => {
    const rule = (id: string, dates: Block): Block => ({ rule: id, when: ['hearing'], ...dates })
    const blocks = [
      rule('short', { from: '2013-01-01', until: '2014-01-01' }),
      rule('long', { from: '2013-01-01', until: '2015-01-01' }),
      rule('late', { from: '2014-06-01', until: '2015-01-01' }),
    ]
    const values = (id: string): string[] =>
      ['2013-06-01', '2014-02-01', '2014-07-01'].map((at) => onDay(at, blocks, id, 'hearing 2013-02-01'))
    expect([values('short'), values('long'), values('late')]).toEqual([
      ['true', 'false', 'false'],
      ['true', 'true', 'true'],
      ['false', 'false', 'true'],
    ])
  })
})

describe('a remedy of which the law has changed', () => {
  const versions = (old: Block, now: Block): Block[] => [
    remedy('first'),
    remedy('appeal', { until: '2014-01-01', ...old }),
    remedy('appeal', { from: '2014-01-01', ...now }),
    term('days'),
  ]
  const before = '2013-12-30'
  const ordered = ['ordered 2013-12-01 notified=2013-12-02', 'no filed', 'no waived']

  it.each<[string, Block, Block, [string, string]]>([
    ['lapses by the time limit that is new', {}, { term: 'days' }, ['false', 'true']],
    ['lapses no more by the time limit that was dropped', { term: 'days' }, {}, ['true', 'false']],
  ])('%s', (_, old, now, expected) => {
    const blocks = versions(old, now)
    expect([
      onDay(before, blocks, 'appeal.lapsed', ...ordered),
      onDay(day, blocks, 'appeal.lapsed', ...ordered),
    ]).toEqual(expected)
  })

  it('closes on the grounds of the version in force, however many each has', () => {
    const because = { en: 'Closed.' }
    const one = [{ when: 'refused', status: 'moot', because }]
    const two = [...one, { when: 'granted', status: 'moot', because }]
    const lines = [...ordered, 'granted 2013-12-05', 'no refused']
    const open = (at: string, blocks: readonly Block[]): string => onDay(at, blocks, 'appeal.open', ...lines)
    const [more, fewer] = [versions({ closes: one }, { closes: two }), versions({ closes: two }, { closes: one })]
    expect([open(before, more), open(day, more)]).toEqual(['true', 'false'])
    expect([open(before, fewer), open(day, fewer)]).toEqual(['false', 'true'])
    expect(onDay(day, more, 'appeal.closed-2', ...lines)).toBe('true')
  })

  it('is open only once what the version in force needs first has been decided', () => {
    const open = (at: string, blocks: readonly Block[], ...lines: readonly string[]): string =>
      onDay(at, blocks, 'appeal.open', ...ordered, ...lines)
    const needing = versions({}, { needsFirst: ['first'] })
    const decided = 'decided 2013-12-20 remedy=first'
    expect([open(before, needing, 'no decided'), open(day, needing, 'no decided')]).toEqual(['true', 'false'])
    expect([open(day, needing), open(day, needing, decided)]).toEqual(['unknown', 'true'])
    const dropped = versions({ needsFirst: ['first'] }, {})
    expect([open(before, dropped, 'no decided'), open(day, dropped, 'no decided')]).toEqual(['false', 'true'])
  })
})

describe('an explanation', () => {
  /** Role and name, depth by depth; the value is that of the whole. */
  const lines = (part: Explanation, depth = 0): string[] => [
    `${'  '.repeat(depth)}${part.role} ${part.id ?? (part.atom === undefined ? '' : atomKey(part.atom))}`,
    ...part.parts.flatMap((inner) => lines(inner, depth + 1)),
  ]
  const why = (id: string, blocks: readonly Block[], ...told: readonly string[]): readonly string[] => {
    const found = explain(evaluateCase(lawOf(...blocks), given(day, ...told)), id)
    return found === undefined ? [] : lines(found)
  }

  it('of a lapsed remedy names its time limit once where there is one version', () => {
    const blocks = [remedy('appeal', { term: 'days' }), term('days')]
    expect(why('appeal.lapsed', blocks, 'ordered 2014-01-01 notified=2014-01-02', 'no filed')).toEqual([
      'conclusion appeal.lapsed',
      '  condition appeal.opened',
      '    rule appeal.opened',
      '      condition ordered',
      '  exception filed remedy=appeal',
      '  condition days.passed',
      '    condition passed days',
    ])
  })

  it('of an open remedy says nothing of what is needed first where nothing is', () => {
    const told = ['ordered 2014-02-08', 'no waived']
    const needing = [remedy('first'), remedy('appeal', { needsFirst: ['first'] })]
    expect(why('appeal.open', [remedy('appeal')], ...told)).toEqual([
      'conclusion appeal.open',
      '  condition appeal.opened',
      '    rule appeal.opened',
      '      condition ordered',
      '  exception waived remedy=appeal',
    ])
    const twice = [remedy('appeal', { until: '2014-01-01' }), remedy('appeal', { from: '2014-01-01' })]
    expect(why('appeal.open', twice, ...told).filter((line) => line.trim().startsWith('rule'))).toEqual([
      '    rule appeal.opened',
    ])
    expect(why('appeal.open', needing, ...told, 'decided 2014-02-01 remedy=first')).toContain(
      '  condition first.decided',
    )
  })

  it('names no exceptions where there are none', () => {
    expect(why('obey.binds', [duty()], 'stay-ordered 2014-02-01')).toEqual([
      'conclusion obey.binds',
      '  rule obey.binds',
      '    condition stay-ordered',
    ])
    expect(why('risk.applies', [bar()], 'asked 2014-02-01')).toEqual([
      'conclusion risk.applies',
      '  rule risk.applies',
      '    condition asked',
    ])
  })
})
