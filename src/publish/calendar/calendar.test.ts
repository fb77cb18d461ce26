import { beforeAll, describe, expect, it } from 'vitest'
import {
  caseAt,
  deadlineMarks,
  folderBundle,
  importBundle,
  keyOfRecord,
  type OpenCase,
  readLaw,
  runningDeadlines,
} from '../../casework/index.ts'
import type { Law } from '../../law/index.ts'
import { diskFiles, projectRoot } from '../../platform/index.ts'
import { type Entry, parseMoment } from '../../record/index.ts'
import { calendarOf, type CalendarOptions } from './index.ts'

/** Surrender was agreed by the cabinet on 19 November 2010. */
const CASE = 'examples/aarrass-spain-2010'
const key = new Uint8Array(32).fill(7)
let law: Law
let entries: readonly Entry[]

beforeAll(async () => {
  law = await readLaw(diskFiles, projectRoot())
  entries = await read(CASE)
})

const read = async (folder: string): Promise<readonly Entry[]> =>
  (await importBundle(folderBundle(diskFiles, `${projectRoot()}/${folder}`))).entries

/** The entry with one date in place of another. */
const dated =
  (from: string, to: string) =>
  (entry: Entry): Entry =>
    entry.body.kind === 'claim' && entry.body.claim.value === from
      ? { ...entry, body: { kind: 'claim', claim: { ...entry.body.claim, value: to } } }
      : entry

const at = (time: string, record = entries): OpenCase =>
  caseAt(law, record, (zone) => {
    const moment = parseMoment(time, zone)
    return { at: moment, knownBy: moment, audience: 'desk' }
  })

const textOf = (opened: OpenCase, options: Partial<CalendarOptions> = {}): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(calendarOf(opened, { key, ...options }))

/** The events, each as its lines, folds undone; those of its alarms begin with `alarm `. */
function eventsIn(text: string): readonly ReadonlyMap<string, readonly string[]>[] {
  return text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) => {
      const fields = new Map<string, string[]>()
      let inAlarm = false
      for (const line of event.split('\r\n')) {
        if (line === 'END:VEVENT') break
        if (line === 'BEGIN:VALARM') inAlarm = true
        const [, name = '', value = ''] = /^([A-Z-]+)[;:](.*)$/.exec(line) ?? []
        const field = inAlarm ? `alarm ${name}` : name
        fields.set(field, [...(fields.get(field) ?? []), value])
        if (line === 'END:VALARM') inAlarm = false
      }
      return fields
    })
}
const fieldOf = (event: ReadonlyMap<string, readonly string[]> | undefined, name: string): string =>
  event?.get(name)?.[0] ?? ''

describe('the calendar of a case', () => {
  it('has one event for each running deadline, at its safe day', () => {
    const opened = at('2010-11-25')
    const events = eventsIn(textOf(opened))
    expect(events).toHaveLength(runningDeadlines(opened).length)
    expect(events.map((event) => fieldOf(event, 'DTSTART'))).toEqual([
      'VALUE=DATE:20101201',
      'VALUE=DATE:20101203',
      'VALUE=DATE:20101220',
      'VALUE=DATE:20110119',
      'VALUE=DATE:20141119',
    ])
  })

  it('rings in the morning of the days before, and the evening before', () => {
    const [event] = eventsIn(textOf(at('2010-11-25')))
    expect(event?.get('alarm TRIGGER')).toEqual(['-P6DT15H', '-P1DT15H', '-PT15H', '-PT3H'])
    expect(fieldOf(event, 'alarm DESCRIPTION')).toBe(fieldOf(event, 'SUMMARY'))
    expect(eventsIn(textOf(at('2010-11-25'), { leads: [120] }))[0]?.get('alarm TRIGGER')).toEqual(['-PT2H'])
  })

  it('says in neutral words neither who, where, nor what', () => {
    const opened = at('2010-11-25')
    const events = eventsIn(textOf(opened))
    expect([fieldOf(events[0], 'SUMMARY'), fieldOf(events[0], 'DESCRIPTION')].join('\n')).toMatchInlineSnapshot(`
      "Deadline 78H · file K4WC
      Safe date. What falls due stands in the file.\\nThe day is that of the file's own place: elsewhere it may end earlier."
    `)
    const secrets = [
      ...runningDeadlines(opened).flatMap(({ term, title }) => [term, title.en, title.es ?? '']),
      opened.view.header?.title ?? '',
      opened.view.zone,
      ...[...opened.view.entities.values()].map(({ name }) => name),
    ]
    const spoken = textOf(opened).replaceAll('\r\n ', '').toLowerCase()
    expect(secrets.length).toBeGreaterThan(15)
    expect(secrets.filter((secret) => secret.length > 2 && spoken.includes(secret.toLowerCase()))).toEqual([])
  })

  it('says what falls due when somebody asked for it', () => {
    const [event] = eventsIn(textOf(at('2010-11-25'), { wording: 'full' }))
    expect([fieldOf(event, 'SUMMARY'), fieldOf(event, 'DESCRIPTION')].join('\n')).toMatchInlineSnapshot(`
      "Ten days to send the notice · Ali Aarrass\\, Spain to Morocco
      A limit on the State: from then on\\, be ready to claim what follows from its lapse.\\nThe day is that of Europe/Madrid.\\nDeadline 78H · file K4WC"
    `)
  })

  it('is the same bytes each time, folded at 75 bytes, with CRLF, and with nothing of one maker', () => {
    const text = textOf(at('2010-11-25'), { wording: 'full', language: 'es' })
    expect(textOf(at('2010-11-25'), { wording: 'full', language: 'es' })).toBe(text)
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
    expect(lines.filter((line) => line.includes('\n'))).toEqual([])
    expect(text).not.toContain('X-MICROSOFT')
  })

  it('takes its stamp and number from the newest entry of the record', () => {
    const [event] = eventsIn(textOf(at('2010-11-25')))
    const newest = entries.at(-1)
    expect(fieldOf(event, 'SEQUENCE')).toBe(String(newest?.sequence))
    expect(fieldOf(event, 'DTSTAMP')).toBe(newest?.recorded.replaceAll(/[-:]/g, ''))
  })
})

describe('a deadline', () => {
  it('keeps its name when its date moves', () => {
    const later = entries.map(dated('2010-11-19', '2010-11-22'))
    const dates = (record: readonly Entry[]): ReadonlyMap<string, string> =>
      new Map(eventsIn(textOf(at('2010-11-25', record))).map((e) => [fieldOf(e, 'UID'), fieldOf(e, 'DTSTART')]))
    const [before, after] = [dates(entries), dates(later)]
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
    expect([...after].filter(([uid, date]) => before.get(uid) !== date).length).toBeGreaterThan(2)
  })

  it('that was used is cancelled, when asked with the earlier state, and rings no more', async () => {
    // The time to decide on the asylum claim ended when it was decided.
    const pavlov = await read('examples/pavlov-2014')
    const [before, now] = [at('2013-07-16', pavlov), at('2013-10-01', pavlov)]
    const cancelled = (earlier: OpenCase): readonly ReadonlyMap<string, readonly string[]>[] =>
      eventsIn(textOf(now, { earlier })).filter((event) => fieldOf(event, 'STATUS') === 'CANCELLED')
    const merits = runningDeadlines(before).find(({ term }) => term === 'es.asylum.merits-term')
    const { uid } = deadlineMarks(key, 'pavlov-2014', merits ?? { term: '', round: 0 })
    expect(cancelled(before).map((event) => fieldOf(event, 'UID'))).toContain(uid)
    expect(cancelled(before).flatMap((event) => event.get('alarm TRIGGER') ?? [])).toEqual([])
    expect(cancelled(now)).toEqual([])
  })

  it('that ran out is not cancelled: it stays where it was', () => {
    const text = textOf(at('2010-12-10'), { earlier: at('2010-11-25') })
    const cancelled = eventsIn(text).filter((event) => fieldOf(event, 'STATUS') === 'CANCELLED')
    expect(cancelled.map((event) => fieldOf(event, 'DTSTART'))).toEqual([])
  })

  it('with an hour stands at that hour in UTC, without length, and rings by the hour', async () => {
    const arrest = await read('examples/shalabayeva-italy-2013')
    const opened = at('2013-05-30T12:00', arrest.map(dated('2013-05-29', '2013-05-29T02:00')))
    const [event] = eventsIn(textOf(opened))
    // Ninety-six hours from two at night in Rome.
    expect(fieldOf(event, 'DTSTART')).toBe('20130602T000000Z')
    expect(event?.has('DTEND')).toBe(false)
    expect(event?.get('alarm TRIGGER')).toEqual(['-P7D', '-P2D', '-P1D', '-PT3H'])
  })
})

describe('a name for outside', () => {
  it('cannot be found by trying without the key, and differs from case to case and round to round', () => {
    const one = { term: 'es.nullity.term', round: 1 }
    const names = [
      deadlineMarks(key, 'case-a', one),
      deadlineMarks(key, 'case-b', one),
      deadlineMarks(key, 'case-a', { ...one, round: 2 }),
      deadlineMarks(key, 'case-a', { ...one, term: 'es.suplica.term' }),
      deadlineMarks(new Uint8Array(32), 'case-a', one),
    ]
    expect(new Set(names.map(({ uid }) => uid)).size).toBe(5)
    expect(deadlineMarks(key, 'case-a', one)).toEqual(names[0])
    expect(names[0]?.uid).toMatch(/^[0-9a-f]{32}@forestay$/)
    expect(names[0]?.deadline).toMatch(/^[2-9A-Z]{3}$/)
    expect(names[0]?.file).toMatch(/^[2-9A-Z]{4}$/)
  })
  it('is the same wherever a case in a folder is read', () => {
    expect(keyOfRecord(entries)).toEqual(keyOfRecord(entries.slice(0, 5)))
    expect(keyOfRecord(entries)).not.toEqual(keyOfRecord(entries.slice(1)))
  })
})
