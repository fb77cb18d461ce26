import { describe, expect, it } from 'vitest'
import { instantIn, dayOf, endOfDay, isoMinute } from '../../record/index.ts'
import { leadsDefault, parseLead, reminderMoment } from '../deadlines.ts'
import { alertWords } from './words.ts'
import { type Alert, dueAlerts, GRACE_DEFAULT, nextMoment, type Watched } from './due.ts'

const zone = 'Europe/Madrid'
const minute = (day: number, time: string): number => {
  const [hour = 0, minutes = 0] = time.split(':').map(Number)
  return instantIn(zone, dayOf(2026, 3, day), hour * 60 + minutes)
}
const times = { leads: leadsDefault, grace: GRACE_DEFAULT }
const untold = (): boolean => false

function watched(safe: number, wholeDay: boolean): Watched {
  return {
    term: 'xx.appeal.term',
    round: 1,
    title: { en: 'Appeal', es: 'Recurso' },
    direction: 'person',
    status: 'running',
    safe,
    wholeDay,
    zone,
    case: 'case-a',
    caseTitle: 'Person A',
    marks: { uid: 'u1@forestay', deadline: 'K7M', file: '7F3B' },
  }
}
const byDay = watched(endOfDay(zone, dayOf(2026, 3, 20)), true)
const byHour = watched(minute(20, '10:30'), false)
const which = (alerts: readonly Alert[]): readonly string[] => alerts.map(({ key }) => key.split(' ')[2] ?? '')

describe('a deadline that ends with a day', () => {
  it('is told at nine in the morning, whole days ahead, and hours ahead of the first minute of its day', () => {
    expect(leadsDefault.map((lead) => isoMinute(zone, reminderMoment(byDay, lead)))).toEqual([
      '2026-03-13T09:00',
      '2026-03-18T09:00',
      '2026-03-19T09:00',
      '2026-03-19T21:00',
    ])
  })
  it('keeps its nine in the morning over the change to summer time', () => {
    const later = watched(endOfDay(zone, dayOf(2026, 3, 30)), true)
    expect(isoMinute(zone, reminderMoment(later, 2 * 24 * 60))).toBe('2026-03-28T09:00')
    expect(isoMinute(zone, reminderMoment(later, 24 * 60))).toBe('2026-03-29T09:00')
  })
})

describe('what is due', () => {
  it('is nothing before the first moment, and one alert from then on', () => {
    expect(dueAlerts([byDay], minute(13, '08:59'), times, untold)).toEqual([])
    expect(which(dueAlerts([byDay], minute(13, '09:00'), times, untold))).toEqual(['10080'])
    expect(which(dueAlerts([byHour], minute(13, '10:30'), times, untold))).toEqual(['10080'])
  })
  it('is only the most pressing one after a long sleep', () => {
    expect(which(dueAlerts([byHour], minute(19, '12:00'), times, untold))).toEqual(['1440'])
    expect(which(dueAlerts([byHour], minute(20, '10:30'), times, untold))).toEqual(['180'])
  })
  it('is overdue from the minute after the safe one, for the grace, and then no more', () => {
    expect(dueAlerts([byHour], minute(20, '10:31'), times, untold).map(({ kind }) => kind)).toEqual(['overdue'])
    expect(dueAlerts([byHour], minute(23, '10:30'), times, untold)).toHaveLength(1)
    expect(dueAlerts([byHour], minute(23, '10:31'), times, untold)).toEqual([])
  })
  it('leaves out what was told, unless the deadline has moved', () => {
    const [first] = dueAlerts([byHour], minute(19, '12:00'), times, untold)
    const told = (key: string): boolean => key === first?.key
    expect(dueAlerts([byHour], minute(19, '12:00'), times, told)).toEqual([])
    const moved = { ...byHour, safe: byHour.safe - 60 }
    expect(dueAlerts([moved], minute(19, '12:00'), times, told)).toHaveLength(1)
  })
  it('goes by the moments and not by the size of the lead, where both kinds of reminder meet', () => {
    const leads = [24 * 60, 20 * 60]
    expect(which(dueAlerts([byDay], minute(19, '04:00'), { ...times, leads }, untold))).toEqual(['1200'])
    expect(which(dueAlerts([byDay], minute(19, '09:00'), { ...times, leads }, untold))).toEqual(['1440'])
  })
  it('names the next moment to wake for', () => {
    expect(nextMoment([byDay, byHour], minute(19, '09:00'), times)).toBe(minute(19, '10:30'))
    expect(nextMoment([byHour], minute(20, '10:30'), times)).toBe(minute(20, '10:31'))
    expect(nextMoment([byHour], minute(20, '10:31'), times)).toBeUndefined()
  })
})

describe('an alert in words', () => {
  const [ahead] = dueAlerts([byDay], minute(19, '09:00'), times, untold)
  const [overdue] = dueAlerts([byHour], minute(20, '11:00'), times, untold)
  const told = (
    alert: Alert | undefined,
    wording: 'neutral' | 'full',
    language: 'en' | 'es',
    now: number,
  ): string => {
    if (alert === undefined) throw new Error('nothing is due')
    const { title, lines } = alertWords(alert, { wording, language, now })
    return [title, ...lines].join('\n')
  }
  it('names neither person nor remedy unless somebody asked for it', () => {
    expect(told(ahead, 'neutral', 'en', minute(19, '09:00'))).toMatchInlineSnapshot(`
      "Deadline K7M · file 7F3B: 1 day left
      Safe date: 2026-03-20.
      What falls due stands in the file."
    `)
    expect(told(overdue, 'neutral', 'es', minute(20, '11:00'))).toMatchInlineSnapshot(`
      "Plazo K7M · expediente 7F3B: la fecha segura ha pasado
      Fecha segura: 2026-03-20 10:30.
      Puede quedar tiempo según otra lectura o un comienzo más tardío: mírelo ahora.
      Qué vence está en el expediente."
    `)
    expect(told(ahead, 'full', 'en', minute(19, '09:00'))).toMatchInlineSnapshot(`
      "Appeal · Person A: 1 day left
      Safe date: 2026-03-20.
      What falls due stands in the file."
    `)
  })
})

describe('a lead', () => {
  it('is written in days, hours or minutes', () => {
    expect(['2 days', '1 day', '3 hours', '30 minutes'].map(parseLead)).toEqual([2880, 1440, 180, 30])
    expect(['0 days', '-1 day', 'soon', '1.5 days', '2 weeks'].map(parseLead)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    )
  })
})
