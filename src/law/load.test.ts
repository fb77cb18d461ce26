import { describe, expect, it } from 'vitest'
import { evaluateCase } from './evaluate.ts'
import { loadLaw } from './law.ts'
import { loadPack, problemText } from './load.ts'
import { base, type Block, events, given, page, problemsOf, remedy, term } from './testing.ts'

const front = '---\npack: test\ntitle: Test\n---\n'
/** Line 5 is the first line of the body. */
const problems = (body: string) => loadPack('page.md', front + body).problems
const fence = (yaml: string): string => '```yaml\n' + yaml + '\n```\n'
/** What is wrong, where, and what to do: one string for reading. */
const told = (...blocks: Block[]): string =>
  problemsOf(...blocks)
    .map(problemText)
    .join('\n')

describe('a page', () => {
  it('begins with a front matter that names it', () => {
    expect(loadPack('page.md', '# Only a heading\n')).toMatchObject({
      pack: undefined,
      problems: [
        {
          file: 'page.md',
          line: 1,
          what: expect.stringContaining('front matter') as string,
          remedy: expect.stringContaining('pack:') as string,
        },
      ],
    })
  })

  it.each([
    ['pack: a', 'no title'],
    ['title: b', 'no name'],
    ['pack: [a', 'no YAML'],
    ['pack: a\ntitle: Spain: extradition', 'a colon in the title'],
  ])('with the front matter %j (%s) is not read', (header) => {
    const { pack, problems: found } = loadPack('page.md', `---\n${header}\n---\n`)
    expect(pack).toBeUndefined()
    expect(found).toHaveLength(1)
  })

  it('gives each block its line, its heading and the prose before it', () => {
    const text = `${front}# The first heading\n\nThe court decides.\n\n${fence('rule: a\nwhen: [hearing]\ntitle: {en: A}\nnorm: {instrument: act, article: "1", checked: official}\nexamples:\n  - {at: 2014-01-01, expect: true}\n  - at: 2014-01-01\n    expect: false')}`
    const { pack, problems: found } = loadPack('page.md', text)
    expect(found).toEqual([])
    expect(pack?.blocks.rule[0]?.origin).toEqual({
      file: 'page.md',
      line: 10,
      heading: 'The first heading',
      prose: 'The court decides.',
      exampleLines: [15, 16],
    })
  })

  it('may hold several blocks in one fence', () => {
    const { pack } = loadPack(
      'page.md',
      front +
        fence(
          'track: a\ntitle: {en: A}\njurisdiction: ES\napplies: [hearing]\nquestion: {en: Q}\ndomestic: true\n---\ntrack: b\ntitle: {en: B}\njurisdiction: ES\napplies: [hearing]\nquestion: {en: Q}\ndomestic: false',
        ),
    )
    expect(pack?.blocks.track.map((t) => [t.track, t.origin.line])).toEqual([
      ['a', 6],
      ['b', 13],
    ])
  })

  it('may come from another system: line ends of two characters change nothing', () => {
    const text = (front + fence('rule: a\nwhen: [hearing]\nfoo: 1')).replaceAll('\n', '\r\n')
    expect(loadPack('page.md', text).problems.map((p) => p.line)).toEqual(
      loadPack('page.md', text.replaceAll('\r\n', '\n')).problems.map((p) => p.line),
    )
  })

  it('leaves fences of other languages alone', () => {
    expect(problems('```sh\nlaw check\n```\n')).toEqual([])
  })

  it.each(['``` yaml', '```YAML', '```yml'])('reads a block that opens with %s', (opening) => {
    expect(loadPack('page.md', `${front}${opening}\nfoo: 1\n\`\`\`\n`).problems).toHaveLength(1)
  })

  it.each(['  ```yaml', '~~~yaml'])('says so when a block that opens with %s would not be read', (opening) => {
    expect(problems(`${opening}\nrule: a\n`)[0]).toMatchObject({
      line: 5,
      what: expect.stringContaining('would not be read') as string,
    })
  })

  it('says where a block opens that is never closed', () => {
    expect(problems('prose\n\n```yaml\nrule: a\n')).toMatchObject([
      { line: 7, what: expect.stringContaining('never closed') as string },
    ])
  })

  it('tells all its problems at once, each at its place', () => {
    expect(problems(`${fence('foo: 1')}\n${fence('rule: a')}`).map((p) => p.line)).toEqual(
      expect.arrayContaining([6, 10]),
    )
  })
})

describe('a block', () => {
  it('that is not YAML is named by its line', () => {
    expect(problems(fence('rule: a\nwhen: [hearing\ntitle: x'))[0]).toMatchObject({
      file: 'page.md',
      what: expect.stringContaining('not readable YAML') as string,
    })
    expect(problems(fence('rule: a\ntitle: {en: It is: so}'))[0]?.line).toBeGreaterThanOrEqual(6)
  })

  it('of an unknown kind is told the kinds, and the one that was meant', () => {
    expect(problems(fence('ruel: a'))).toEqual([
      {
        file: 'page.md',
        line: 6,
        what: '"ruel" is not a kind of block.',
        remedy: expect.stringContaining('Did you mean "rule"?') as string,
      },
    ])
  })

  it('that is a list or a word is told to be keys and values', () => {
    expect(problems(fence('- a'))[0]?.what).toContain('key: value')
  })

  it('with an unknown key is told which was meant', () => {
    const [problem] = problemsOf({ rule: 'a', when: ['hearing'], unles: ['arrest'] })
    expect(problem).toMatchObject({
      what: 'rule: there is no key "unles" here.',
      remedy: expect.stringContaining('Did you mean "unless"?') as string,
    })
  })

  it('with an unknown key further in names the path', () => {
    expect(told({ rule: 'a', when: [{ happened: 'hearing', notsince: 'arrest' }] })).toContain('rule, when 1')
  })

  it('says what may stand where another word stands, counts lists as people do, and guesses what was meant', () => {
    const checked = { instrument: 'act', article: '1', checked: 'secundary' }
    expect(problemsOf({ rule: 'a', title: { en: 'A' }, when: ['hearing'], norm: checked })).toContainEqual(
      expect.objectContaining({
        what: 'rule, norm, checked: "secundary" cannot stand here.',
        remedy: 'Write one of: official, secondary, unverified. Did you mean "secondary"?',
      }),
    )
  })

  it('that lacks a key names it', () => {
    expect(told({ rule: 'a' })).toContain('rule, when: this key is missing.')
    expect(problems(fence('track: a\ntitle: {en: A}')).map((p) => p.what)).toEqual(
      expect.arrayContaining(['track, applies: this key is missing.', 'track, question: this key is missing.']),
    )
  })

  it.each(['Surrender agreed', 'hearing outcome', 'hearing  outcome=x', 'hearing outcome=', '2014-02-14'])(
    'with the event pattern %j is told how to write one',
    (pattern) => {
      expect(told({ rule: 'a', when: [pattern] })).toMatch(/key=value pairs/)
    },
  )

  it.each([
    ['from', '14-02-2014'],
    ['until', 'February'],
  ])('with %s: %s is told how to write a day', (key, value) => {
    expect(told({ rule: 'a', when: ['hearing'], [key]: value })).toContain('2014-02-14')
  })

  it('with a period nobody can count is told the units', () => {
    expect(told(term('t', { period: '3 fortnights' }))).toContain('working days')
  })

  it('without a condition at all is refused: it would always hold', () => {
    expect(told({ rule: 'a', when: [] })).not.toBe('')
    expect(told({ rule: 'a', when: [{ any: [] }] })).not.toBe('')
  })

  it('without a norm is refused', () => {
    expect(problems(fence('rule: a\nwhen: [hearing]\ntitle: {en: A}')).map((p) => p.what)).toContain(
      'rule, norm: this key is missing.',
    )
  })
})

describe('names that nothing bears', () => {
  const rule = (more: object): Block => ({ rule: 'a', when: ['hearing'], ...more })
  it.each<[string, Block, string, string]>([
    [
      'an instrument of a norm',
      rule({ norm: { instrument: 'akt', article: '1', checked: 'official' } }),
      'instrument called "akt"',
      'act',
    ],
    [
      'an instrument of a treaty that binds',
      rule({ when: [{ bound: 'ES', by: 'treety' }] }),
      'instrument called "treety"',
      'treaty',
    ],
    [
      'an instrument of an effect',
      remedy('r', {
        effects: [
          { target: 'transfer', mode: 'none', norm: { instrument: 'akt', article: '1', checked: 'official' } },
        ],
      }),
      'instrument called "akt"',
      'act',
    ],
    [
      'an instrument of a binding',
      { binding: 'b', state: 'ES', instrument: 'treety', from: 'never', checked: 'official', source: 'x' },
      'instrument called "treety"',
      'treaty',
    ],
    ['an event type', rule({ when: ['hearng'] }), '"hearng" is not an event type', 'hearing'],
    [
      'an event type inside not and any',
      rule({ when: [{ not: { any: ['hearng'] } }] }),
      '"hearng" is not an event type',
      'hearing',
    ],
    [
      'an event type after notSince',
      rule({ when: [{ happened: 'hearing', notSince: 'arest' }] }),
      '"arest" is not an event type',
      'arrest',
    ],
    [
      'an event type that comes first',
      rule({ when: [{ first: 'hearing', then: 'arest' }] }),
      '"arest" is not an event type',
      'arrest',
    ],
    [
      'an event type that chooses the version',
      rule({ from: '2014-01-01', anchor: 'hearng' }),
      '"hearng", which is not an event type',
      'hearing',
    ],
    ['a remedy in a pattern', rule({ when: ['filed remedy=apeal'] }), 'remedy called "apeal"', 'appeal'],
    [
      'a conclusion',
      rule({ when: [{ holds: 'apeal.opened' }] }),
      'Nothing is called "apeal.opened"',
      'appeal.opened',
    ],
    [
      'a term that has passed',
      rule({ when: [{ passed: 'five-day' }] }),
      'Nothing is called "five-day.passed"',
      'five-days.passed',
    ],
    [
      'a term that runs',
      rule({ when: [{ running: 'five-day' }] }),
      'Nothing is called "five-day.running"',
      'five-days.running',
    ],
    ['a rule that gives way', rule({ defeats: ['aa'] }), 'defeats "aa"', 'a'],
    ['a track', { stage: 's', track: 'mian', order: 1, reached: ['hearing'] }, 'track called "mian"', 'main'],
    ['a body', remedy('r', { body: 'cort' }), 'body called "cort"', 'court'],
    ['a term of a remedy', remedy('r', { term: 'five-day' }), 'term called "five-day"', 'five-days'],
    ['a remedy needed first', remedy('r', { needsFirst: ['apeal'] }), 'remedy called "apeal"', 'appeal'],
    ['a point in dispute', remedy('r', { disputed: ['pont'] }), 'point called "pont"', ''],
    ['a duty that an order brings about', remedy('r', { order: 'dty' }), 'duty called "dty"', ''],
    ['a calendar', term('t', { calendar: 'evry-day' }), 'calendar called "evry-day"', 'every-day'],
    [
      'a moment of an event',
      term('t', { starts: { event: 'ordered', moment: 'notifed' } }),
      '"notifed" is not a moment',
      'notified',
    ],
    [
      'what a precedent is shown beside',
      {
        precedent: 'p',
        title: 'P',
        court: 'C',
        date: '2014-01-01',
        reference: 'x',
        sending: 'ES',
        receiving: 'KZ',
        speaks: 'for',
        says: { en: 'x' },
        beside: ['apeal'],
        checked: 'official',
        source: 'x',
      },
      'beside "apeal"',
      'appeal',
    ],
  ])('%s', (_, block, what, meant) => {
    const found = problemsOf(remedy('appeal', { term: 'five-days' }), term('five-days'), block)
    const named = found.filter((problem) => problem.what.includes(what))
    expect(found.map((p) => p.what).join('\n')).toContain(what)
    expect(named[0]?.file).toBe('test.md')
    expect(named[0]?.line).toBeGreaterThan(5)
    if (meant !== '') expect(named[0]?.remedy).toContain(`Did you mean "${meant}"?`)
  })

  it('a start can choose the version of a time limit, and of nothing else', () => {
    expect(told({ rule: 'a', when: ['hearing'], from: '2014-01-01', anchor: 'start' })).toContain(
      'Only a time limit has a start',
    )
    expect(told(term('t', { from: '2014-01-01', anchor: 'start' }))).toBe('')
  })
})

describe('contradictions', () => {
  it('two versions in force at the same time are told with both places', () => {
    const [problem] = problemsOf(
      { rule: 'a', when: ['hearing'], until: '2014-02-01' },
      { rule: 'a', when: ['arrest'], from: '2014-01-01' },
    )
    const places = [...`${problem?.file}:${problem?.line} ${problem?.what}`.matchAll(/test\.md:(\d+)/g)].map((m) =>
      Number(m[1]),
    )
    expect(problem?.what).toContain('stands twice')
    expect(new Set(places).size).toBe(2)
  })

  it('two versions that meet on one day do not overlap', () => {
    expect(
      told(
        { rule: 'a', when: ['hearing'], until: '2014-02-01' },
        { rule: 'a', when: ['arrest'], from: '2014-02-01' },
      ),
    ).toBe('')
  })

  it.each(['track', 'body', 'instrument', 'calendar'])('one %s stands once', (kind) => {
    const block = base.find((b) => Object.keys(b)[0] === kind) ?? {}
    expect(told(block)).toContain(`The ${kind} ${String(block[kind])} stands twice`)
  })

  it('a rule and a stage of one name are told with both places: one would silently replace the other', () => {
    expect(
      told(
        { rule: 'main.heard', when: ['arrest'] },
        { stage: 'main.heard', track: 'main', order: 1, reached: ['hearing'] },
      ),
    ).toMatch(/Two blocks of different kinds conclude "main\.heard": here and at test\.md:\d+/)
  })

  it('conclusions that rest on each other are told as the circle they make', () => {
    const text = told(
      { rule: 'a', when: [{ holds: 'b' }] },
      { rule: 'b', when: [{ not: { holds: 'c' } }] },
      { rule: 'c', when: ['hearing'], unless: [{ holds: 'a' }] },
    )
    expect(text).toContain('a → b → c → a')
    expect(new Set([...text.matchAll(/test\.md:(\d+)/g)].map((m) => m[1])).size).toBe(2)
  })

  it('a circle names nothing beside it: what its conclusions also rest on is none of it', () => {
    const text = told(
      { rule: 'beside', when: ['arrest'] },
      { rule: 'a', when: [{ holds: 'beside' }, { holds: 'further' }, { holds: 'b' }] },
      { rule: 'further', when: ['hearing'] },
      { rule: 'b', when: [{ holds: 'a' }] },
    )
    expect(text).toContain('in a circle: a → b → a.')
  })

  it('what rests on a circle is unknown, as far as such a page is read at all', () => {
    const blocks = [...base, { rule: 'a', when: [{ any: ['hearing', { holds: 'a' }] }] }]
    const { law, partial } = loadLaw([{ file: 'test.md', text: page(blocks) }], events)
    const value = (...lines: readonly string[]) => evaluateCase(partial, given('2014-02-10', ...lines)).of('a')
    expect([law, value('no hearing'), value('hearing 2014-02-01')]).toEqual([undefined, 'unknown', 'true'])
  })

  it('a conclusion that rests on itself is a circle too', () => {
    expect(told({ rule: 'a', when: [{ holds: 'a' }] })).toContain('a → a')
  })

  it('rules that defeat each other are told once', () => {
    const found = problemsOf(
      { rule: 'a', concludes: 'c', when: ['hearing'], defeats: ['b'] },
      { rule: 'b', concludes: 'c', value: false, when: ['arrest'], defeats: ['a'] },
    )
    expect(found).toMatchObject([{ what: 'These rules defeat each other in a circle: a, b.' }])
  })
})

describe('all packs together', () => {
  it('give no law while anything is wrong, but what could be read', () => {
    const {
      law,
      partial,
      problems: found,
    } = loadLaw(
      [
        { file: 'a.md', text: page(base, 'a') },
        { file: 'b.md', text: 'no front matter' },
      ],
      events,
    )
    expect(law).toBeUndefined()
    expect(found).toHaveLength(1)
    expect(partial.tracks.has('main')).toBe(true)
  })

  it('may refer to each other in any order', () => {
    const sources = [
      page([{ rule: 'a', when: [{ holds: 'b' }] }], 'a'),
      page([{ rule: 'b', when: ['hearing'] }], 'b'),
      page(base, 'c'),
    ].map((text, index) => ({ file: `${index}.md`, text }))
    expect(loadLaw(sources, events).problems).toEqual([])
    expect(loadLaw(sources.toReversed(), events).problems).toEqual([])
  })

  it('of no page at all give an empty law', () => {
    expect(loadLaw([], events).law?.compiled.conclusions.size).toBe(0)
  })

  it('of a thousand rules, each on the one before, load', () => {
    const rules = Array.from({ length: 1000 }, (_, index): Block => ({
      rule: `r-${index}`,
      when: index === 0 ? ['hearing'] : [{ holds: `r-${index - 1}` }, 'arrest'],
      unless: ['noise'],
    }))
    const { law, problems: found } = loadLaw([{ file: 'large.md', text: page([...base, ...rules]) }], events)
    expect(found).toEqual([])
    expect(law?.compiled.conclusions.size).toBeGreaterThanOrEqual(1000)
  })
})
