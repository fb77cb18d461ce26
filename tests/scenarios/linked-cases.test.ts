/** The linked cases, at each of their turning points: who could stop it, what bound, and what nobody knew yet. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  answerOf,
  caseAt,
  folderBundle,
  importBundle,
  type ImportedBundle,
  readLaw,
  type StandingAnswer,
} from '../../src/casework/index.ts'
import { type Law, standingOf } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { parseMoment } from '../../src/record/index.ts'

const root = join(import.meta.dirname, '../..')

/** Days asked of each case: the turning points. */
const turningPoints = {
  'ablyazov-france-2013': [
    '2014-01-10',
    '2014-04-10',
    '2014-10-25',
    '2015-03-05',
    '2015-09-20',
    '2015-10-13',
    '2016-12-10',
    '2021-01-01',
    '2022-12-09',
  ],
  'shalabayeva-italy-2013': ['2013-05-30', '2013-06-01', '2013-07-17', '2013-12-28', '2014-04-20', '2022-06-11'],
  'ketebayev-spain-2014': ['2014-12-28', '2015-01-16', '2015-02-02', '2024-06-17', '2024-06-18'],
  'aarrass-spain-2010': ['2010-11-20', '2010-11-26T00:00', '2010-11-27', '2010-12-15', '2014-10-01'],
  'paraskevich-czechia-2012': ['2012-10-06', '2013-02-22', '2013-04-10', '2014-02-19', '2014-03-21', '2017-01-01'],
} as const
type CaseName = keyof typeof turningPoints
const names = Object.keys(turningPoints) as CaseName[]

let law: Law
const bundles = new Map<CaseName, ImportedBundle>()
const answers = new Map<string, StandingAnswer>()

beforeAll(async () => {
  law = await readLaw(diskFiles, root)
  for (const name of names) {
    bundles.set(name, await importBundle(folderBundle(diskFiles, join(root, 'examples', name))))
  }
})

/** The standing as known by a day, at the end of that day. */
function told(name: CaseName, day: string): StandingAnswer {
  const key = `${name}@${day}`
  const held = answers.get(key)
  if (held !== undefined) return held
  const opened = caseAt(law, bundles.get(name)?.entries ?? [], (zone) => ({
    at: parseMoment(day, zone),
    knownBy: parseMoment(day, zone),
    audience: 'desk',
  }))
  const { standing, evaluated } = standingOf(law, opened.situation)
  const answer = answerOf(standing, evaluated, { law, view: opened.view, language: 'en' })
  answers.set(key, answer)
  return answer
}

const stage = (answer: StandingAnswer, track: string) => answer.tracks.find((t) => t.id === track)?.stage
const stop = (answer: StandingAnswer, remedy: string) => answer.stops.find((s) => s.remedy === remedy)
const bar = (answer: StandingAnswer, id: string) => answer.bars.find((b) => b.id === id)
const duty = (answer: StandingAnswer, id: string) => answer.duties.find((d) => d.id === id)
const clock = (answer: StandingAnswer, id: string) => answer.clocks.find((c) => c.id === id)
const rivals = (answer: StandingAnswer, subject: string, property: string) =>
  answer.contested.find((c) => c.subject === subject && c.property === property)

describe('Ablyazov in France', () => {
  const at = (day: string) => told('ablyazov-france-2013', day)

  it('after Aix-en-Provence: the Court of Cassation first, within five clear days', () => {
    const answer = at('2014-01-10')
    expect(stage(answer, 'fr.extradition')).toBe('fr.extradition.favourable')
    expect(answer.stops[0]).toMatchObject({ remedy: 'fr.cassation', status: 'open', mode: 'by-finality' })
    expect(clock(answer, 'fr.cassation.term')?.deadline).toMatchObject({ safe: '2014-01-14' })
    expect(rivals(answer, 'ablyazov-france-2013', 'receiving-state')).toMatchObject({ preferred: 'RU' })
  })

  it('after the quashing: no opinion on which a decree could rest, and another chamber rules', () => {
    const answer = at('2014-04-10')
    expect(stage(answer, 'fr.extradition')).toBe('fr.extradition.quashed')
    expect(answer.tracks.find((t) => t.id === 'fr.extradition')?.round).toBe(1)
    // An asylum claim was open, and the only authority on its effect was against it: it does not come first.
    expect(answer.headline).toMatch(/^First among those who can stop the transfer: European Court of Human Rights/)
    expect(stop(answer, 'fr.asylum-claim')).toMatchObject({ status: 'open', mode: 'disputed' })
    expect(stop(answer, 'fr.cassation')?.status ?? 'spent').not.toBe('open')
  })

  it('after Lyon: a second round, the first one kept, the five days anew', () => {
    const answer = at('2014-10-25')
    const track = answer.tracks.find((t) => t.id === 'fr.extradition')
    expect(track).toMatchObject({ stage: 'fr.extradition.favourable', round: 2 })
    expect(track?.earlier).toHaveLength(1)
    expect(clock(answer, 'fr.cassation.term')?.deadline).toMatchObject({ safe: '2014-10-29' })
  })

  it('after the second decision of the Court of Cassation: the Government decides next, perhaps in silence', () => {
    const answer = at('2015-03-05')
    expect(stage(answer, 'fr.extradition')).toBe('fr.extradition.government-decides')
    expect(stop(answer, 'echr.rule-39')?.status).toBe('open')
  })

  it('three days after the decree was signed it is not known, not denied, and asked for', () => {
    const answer = at('2015-09-20')
    const track = answer.tracks.find((t) => t.id === 'fr.extradition')
    expect(track?.stage).toBe('fr.extradition.government-decides')
    expect(track?.perhaps.join()).toContain('Decree')
    expect(stop(answer, 'fr.refere-liberte')?.status).toBe('unknown')
    expect(clock(answer, 'fr.annulment.term')).toBeUndefined()
    expect(JSON.stringify(answer)).not.toContain('2015-09-17')
  })

  it('once it is in his hands: one month from then, and an action that holds the transfer by usage only', () => {
    const answer = at('2015-10-13')
    expect(stage(answer, 'fr.extradition')).toBe('fr.extradition.decree')
    expect(stop(answer, 'fr.annulment')).toMatchObject({ status: 'open', mode: 'usage' })
    expect(stop(answer, 'fr.refere-liberte')).toMatchObject({ status: 'open', mode: 'on-request' })
    expect(clock(answer, 'fr.annulment.term')?.deadline).toMatchObject({ safe: '2015-11-01', latest: '2015-11-12' })
  })

  it('after the annulment: a bar, and the political purpose in the mouth of the Council of State', () => {
    const answer = at('2016-12-10')
    expect(stage(answer, 'fr.extradition')).toBe('fr.extradition.decree-annulled')
    expect(bar(answer, 'fr.bar.decree-annulled')?.applies).toBe('true')
    expect(bar(answer, 'fr.bar.persecution')?.applies).toBe('true')
    expect(stop(answer, 'fr.refere-suspension')).toBeUndefined()
  })

  it('recognised in 2020: the duty of the Refugee Convention binds by what is recorded', () => {
    const answer = at('2021-01-01')
    expect(stage(answer, 'fr.asylum')).toBe('fr.asylum.granted')
    expect(duty(answer, 'un.refugee.33.non-refoulement')?.status).toMatch(/^binds/)
  })

  it('excluded in 2022: the protection of the Refugee Convention falls, Article 3 stays', () => {
    const answer = at('2022-12-09')
    expect(stage(answer, 'fr.asylum')).toBe('fr.asylum.withdrawn')
    expect(duty(answer, 'un.refugee.33.non-refoulement')?.status ?? 'no').not.toMatch(/^binds/)
    for (const id of ['echr.3.non-refoulement', 'cat.3.non-refoulement', 'hrc.7.non-refoulement']) {
      expect(duty(answer, id)?.status).toBe('binds')
    }
  })
})

describe('Shalabayeva in Italy', () => {
  const at = (day: string) => told('shalabayeva-italy-2013', day)

  it('the day after the raid: an order is not known, and the hearing that may come is the first door', () => {
    const answer = at('2013-05-30')
    expect(stage(answer, 'it.expulsion') ?? null).toBeNull()
    expect(answer.stops[0]).toMatchObject({ remedy: 'it.expulsion-validation', status: 'open' })
    expect(stop(answer, 'echr.rule-39')?.status).toBe('unknown')
    expect(stop(answer, 'it.asylum-claim')?.status).toBe('unknown')
    expect(duty(answer, 'echr.3.non-refoulement')?.status).toBe('binds')
  })

  it('two days later she is gone: what could have stopped it no longer can, and Italy is still bound', () => {
    const answer = at('2013-06-01')
    expect(stage(answer, 'it.expulsion')).toBe('it.expulsion.removed')
    expect(answer.headline).toBe(
      'The person has been removed (2013-05-31): nothing here can hold that transfer any more. What bound the State ' +
        'binds it still.',
    )
    expect([answer.gone, answer.stops]).toEqual([{ event: 'removed', date: '2013-05-31' }, []])
    expect(duty(answer, 'echr.3.non-refoulement')?.status).toBe('binds')
    for (const remedy of ['it.expulsion-validation', 'it.expulsion-suspension', 'echr.rule-39']) {
      expect(stop(answer, remedy)).toBeUndefined()
    }
    expect(answer.exhaustion.overall).not.toBe('established')
  })

  it('in mid-July the revocation is not in the record yet: its dates were printed later', () => {
    expect(stage(at('2013-07-17'), 'it.expulsion')).toBe('it.expulsion.removed')
  })

  it('back in December, with one date for the revocation; the rival came nine years later', () => {
    expect(stage(at('2013-12-28'), 'it.expulsion')).toBe('it.expulsion.returned')
    expect(at('2013-12-28').gone).toBeNull()
    expect(rivals(at('2013-12-28'), 'revoked', 'date')).toBeUndefined()
    const point = rivals(at('2022-06-11'), 'revoked', 'date')
    expect(point?.rivals.map((r) => r.value).toSorted()).toEqual(['2013-07-05', '2013-07-12'])
    expect(point?.outcome).toBe('both-stand')
  })

  it('in April 2014 she has asylum', () => {
    expect(stage(at('2014-04-20'), 'it.asylum')).toBe('it.asylum.granted')
  })

  it('the arrest with which the expulsion began shows no extradition: nothing is recorded of one, and it is asked', () => {
    const track = at('2014-04-20').tracks.find((one) => one.id === 'it.extradition')
    expect(track).toMatchObject({ recorded: false, stage: null, next: null })
  })
})

describe('Ketebayev, a refugee in Poland, arrested in Spain', () => {
  const at = (day: string) => told('ketebayev-spain-2014', day)

  it('shows the Spanish bar as disputed: the article does not say by which State', () => {
    const answer = at('2014-12-28')
    expect(stage(answer, 'es.extradition')).toBe('es.extradition.provisional-arrest')
    expect(bar(answer, 'es.bar.recognised-elsewhere')).toMatchObject({ applies: 'true' })
    expect(bar(answer, 'es.bar.recognised-elsewhere')?.disputed.map((p) => p.point)).toEqual([
      'es.point.recognition-elsewhere',
    ])
    expect(bar(answer, 'es.bar.recognised-asylum')?.applies).not.toBe('true')
    expect(answer.headline).toMatch(/^Whether the law bars the transfer is disputed: Another State has recognised/)
  })

  it('finds the one door that is shown to be open on the day after the arrest, and asks for the others', () => {
    const answer = at('2014-12-28')
    expect(stop(answer, 'es.asylum-application')).toMatchObject({ status: 'open', mode: 'automatic' })
    expect(answer.stops.filter((s) => s.status === 'open')).toHaveLength(1)
    expect(stop(answer, 'echr.rule-39')?.status).toBe('unknown')
    const asked = answer.unknowns.map((u) => u.question)
    expect(asked.filter((q) => /taken out of the country before a court has ruled/.test(q))).toHaveLength(1)
    expect(clock(answer, 'es.reforma.term')?.deadline).toMatchObject({ safe: '2014-12-31' })
  })

  it('starts no clock of speciality when he is let out in Spain: that is one of after a hand-over', () => {
    expect(clock(at('2015-01-16'), 'es.speciality.days')).toBeUndefined()
  })

  it('says nothing of him after the last page that speaks of him: even whether he is still there is open', () => {
    expect(at('2015-01-16').gone).toBeNull()
    const later = at('2024-06-18')
    expect(later.unknowns.some((u) => u.question === 'Has this happened: handed over?')).toBe(true)
    expect(stop(later, 'es.asylum-application')).toMatchObject({ status: 'open', certain: false })
  })

  it('knows what did not hang on any recognition', () => {
    const answer = at('2014-12-28')
    expect(duty(answer, 'echr.3.non-refoulement')).toMatchObject({ status: 'binds', force: 'binding' })
    expect(duty(answer, 'un.refugee.33.non-refoulement')?.status).toMatch(/^binds/)
  })

  it('does not move Spanish clocks by what Poland did', () => {
    const answer = at('2014-12-28')
    expect(stage(answer, 'es.asylum') ?? null).toBeNull()
    expect(clock(answer, 'es.custody.first-40')?.deadline?.safe).toBe('2015-02-04')
  })

  it('free in January, and the case goes on: its end is in no source', () => {
    const answer = at('2015-01-16')
    expect(answer.tracks.find((t) => t.id === 'es.extradition')?.perhaps.length).toBeGreaterThan(0)
    expect(answer.exhaustion.overall).not.toBe('established')
  })

  it("shows Interpol's policy on refugees from 2015, as a recommendation and a question", () => {
    expect(duty(at('2015-01-16'), 'interpol.refugee.not-processed')?.status ?? 'no').not.toMatch(/^binds|unknown/)
    expect(duty(at('2015-02-02'), 'interpol.refugee.not-processed')).toMatchObject({
      status: 'unknown',
      force: 'recommendation',
    })
  })

  it('names the judgment of the Court of Justice from its own day, and not before', () => {
    expect(JSON.stringify(at('2024-06-17'))).not.toContain('C-352/22')
    expect(bar(at('2024-06-18'), 'eu.hamm.refugee-of-a-member-state')?.applies).toBe('unknown')
    expect(duty(at('2024-06-18'), 'eu.hamm.contact-granting-state')?.status).toMatch(/^binds|unknown/)
  })

  it("keeps the agency's mistake beside what is held", () => {
    expect(rivals(at('2015-01-16'), 'muratbek-ketebayev', 'nationality')).toMatchObject({ preferred: 'KZ' })
  })
})

describe('Aarrass, handed over despite a request of the Human Rights Committee', () => {
  const at = (day: string) => told('aarrass-spain-2010', day)

  it('the day after the cabinet: its decision is not known', () => {
    const answer = at('2010-11-20')
    expect(stage(answer, 'es.extradition')).toBe('es.extradition.requested')
    expect(JSON.stringify(answer)).not.toContain('2010-11-19.')
  })

  it('asked on the 25th: pending', () => {
    expect(stage(at('2010-11-26T00:00'), 'un.hrc')).toBe('hrc.stage.asked')
    expect(stop(at('2010-11-26T00:00'), 'hrc.interim-measures')).toMatchObject({ status: 'used_pending' })
  })

  it('from the 26th: the request holds the transfer, its force disputed, and other doors stay in view', () => {
    const answer = at('2010-11-27')
    expect(stop(answer, 'hrc.interim-measures')?.inForce).toBe(true)
    expect(duty(answer, 'hrc.comply')).toMatchObject({ status: 'binds', force: 'binding-disputed' })
    expect(answer.headline).toMatch(/^A request stands against the transfer now, and its binding force is disputed/)
    expect(stop(answer, 'es.contentious-surrender.urgent-stay')?.status).toBe('disputed')
    expect(stop(answer, 'echr.rule-39')?.status).toBe('open')
  })

  it('after 14 December: handed over, the request disobeyed and not undone, and nothing holds him any more', () => {
    const answer = at('2010-12-15')
    expect(stage(answer, 'es.extradition')).toBe('es.extradition.surrendered')
    expect(stage(answer, 'un.hrc')).toBe('hrc.stage.disobeyed')
    expect(duty(answer, 'hrc.comply')?.status).toMatch(/^binds/)
    expect(answer.stops).toEqual([])
    expect(answer.headline).toMatch(/^The person has been handed over \(2010-12-14\)/)
  })

  it('the views come in 2014', () => {
    expect(stage(at('2014-10-01'), 'un.hrc')).toBe('hrc.stage.views')
    expect(stage(at('2014-10-01'), 'es.extradition')).toBe('es.extradition.surrendered')
  })
})

describe('Paraskevich in the Czech Republic', () => {
  const at = (day: string) => told('paraskevich-czechia-2012', day)

  it('after Plzeň: inadmissible, which the other side may still attack', () => {
    expect(stage(at('2012-10-06'), 'cz.extradition')).toBe('cz.extradition.inadmissible')
  })

  it('after Prague: allowed after a refusal, and a complaint with its three days to be asked about', () => {
    const answer = at('2013-02-22')
    expect(stage(answer, 'cz.extradition')).toBe('cz.extradition.admissible-after-refusal')
    expect(stop(answer, 'cz.complaint')).toMatchObject({ status: 'open', mode: 'automatic' })
    expect(stop(answer, 'cz.complaint')?.warnings.join()).toContain('an earlier statute applied')
    expect(clock(answer, 'cz.complaint.term')?.deadline).toMatchObject({ safe: '2013-02-24', latest: null })
  })

  it('asks for protection, which by itself bars nothing', () => {
    const answer = at('2013-04-10')
    expect(stage(answer, 'cz.asylum')).toBe('cz.asylum.applied')
    expect(bar(answer, 'cz.bar.protection-granted')?.applies).not.toBe('true')
  })

  it('protected for a year: the law bars the transfer, and says so first', () => {
    const answer = at('2014-02-19')
    expect(bar(answer, 'cz.bar.protection-granted')).toMatchObject({ applies: 'true', force: 'mandatory' })
    expect(answer.headline).toMatch(/^The law bars the transfer/)
    expect(JSON.stringify(answer)).not.toContain('2014-03-20')
  })

  it('asked for again in 2016: a second round, and whether the protection still stands is a question', () => {
    const answer = at('2017-01-01')
    expect(answer.tracks.find((t) => t.id === 'cz.extradition')).toMatchObject({
      stage: 'cz.extradition.requested',
      round: 2,
    })
    expect(bar(answer, 'cz.bar.protection-granted')?.applies).toBe('unknown')
  })

  it('holds two names for the court in Prague and two days for the arrest', () => {
    expect(rivals(at('2017-01-01'), 'arrest', 'date')?.outcome).toBe('both-stand')
    const court = rivals(told('paraskevich-czechia-2012', '2026-11-24'), 'prague', 'body')
    expect(court).toMatchObject({ outcome: 'preferred', preferred: 'High Court in Prague' })
  })
})

describe('every linked case at every turning point', () => {
  const asked = names.flatMap((name) => turningPoints[name].map((day) => [name, day] as const))

  it.each(asked)('%s as known by %s: an answer, never "nobody", never later knowledge', (name, day) => {
    const answer = told(name, day)
    expect(answer.headline.length).toBeGreaterThan(0)
    expect(answer.headline).not.toMatch(/nobody/i)
    expect(answer.tracks.some((track) => track.stage !== null || track.recorded)).toBe(true)
    const later = [...texts(answer)].flatMap(([path, text]) =>
      datesIn(text)
        .filter((date) => date > day.slice(0, 10))
        .map((date) => `${path}: ${date}: ${text}`),
    )
    expect(later).toEqual([])
  })
})

const months = 'January February March April May June July August September October November December'.split(' ')

/** Every date written in a text, as ISO. */
function datesIn(text: string): string[] {
  const iso = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map((m) => m[0])
  const words = [...text.matchAll(new RegExp(`(?:(\\d{1,2}) )?(${months.join('|')}) (\\d{4})`, 'g'))].map(
    (m) => `${m[3]}-${String(months.indexOf(m[2] ?? '') + 1).padStart(2, '0')}-${(m[1] ?? '01').padStart(2, '0')}`,
  )
  return [...iso, ...words]
}

/** What looks ahead by nature, says how something was checked, or names things by ids that may hold a year. */
const aside = new Set(['deadline', 'at', 'knownBy', 'note', 'evidence', 'claims', 'id', 'instrument', 'why'])

/** Texts of an answer with their path. */
function* texts(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!aside.has(key)) yield* texts(inner, `${path}.${key}`)
    }
  }
}
