/** Days, months and periods in words, without a locale: the same text on every machine. */
import { civil, minuteOfDayIn, dayIn, weekday } from '../record/index.ts'
import type { Day, Instant, Zone } from '../record/index.ts'
import type { Period, PeriodUnit } from './period.ts'

/** English and Spanish; assignable to `Label`. */
export interface Words {
  readonly en: string
  readonly es: string
}

const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const monthsEs = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
]
const weekdaysEn = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const weekdaysEs = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']

/** 1 = January. */
export const monthName = (month: number): Words => ({
  en: monthsEn[month - 1] ?? '',
  es: monthsEs[month - 1] ?? '',
})

/** 1 = Monday; in the plural, as in "Saturdays". */
export const weekdayNames = (day: number): Words => {
  const es = weekdaysEs[day - 1] ?? ''
  return { en: `${weekdaysEn[day - 1] ?? ''}s`, es: es.endsWith('s') ? es : `${es}s` }
}

/** Friday 12 July 2013, *viernes 12 de julio de 2013*. */
export function dayWords(day: Day): Words {
  const { year, month, day: number } = civil(day)
  const name = weekday(day) - 1
  return {
    en: `${weekdaysEn[name] ?? ''} ${number} ${monthsEn[month - 1] ?? ''} ${year}`,
    es: `${weekdaysEs[name] ?? ''} ${number} de ${monthsEs[month - 1] ?? ''} de ${year}`,
  }
}

/** The day, and the time on a clock in `zone`. */
export function minuteWords(zone: Zone, instant: Instant): Words {
  const minute = minuteOfDayIn(zone, instant)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const day = dayWords(dayIn(zone, instant))
  return { en: `${day.en}, ${clock} (${zone})`, es: `${day.es}, ${clock} (${zone})` }
}

const unitWords: Readonly<Record<PeriodUnit, readonly [en: string, ens: string, es: string, ess: string]>> = {
  minute: ['minute', 'minutes', 'minuto', 'minutos'],
  hour: ['hour', 'hours', 'hora', 'horas'],
  'calendar day': ['calendar day', 'calendar days', 'día natural', 'días naturales'],
  'working day': ['working day', 'working days', 'día hábil', 'días hábiles'],
  'clear day': ['clear day', 'clear days', 'día franco', 'días francos'],
  week: ['week', 'weeks', 'semana', 'semanas'],
  month: ['month', 'months', 'mes', 'meses'],
  year: ['year', 'years', 'año', 'años'],
}

export function periodWords({ count, unit }: Period): Words {
  const [en, ens, es, ess] = unitWords[unit]
  return count === 1 ? { en: `1 ${en}`, es: `1 ${es}` } : { en: `${count} ${ens}`, es: `${count} ${ess}` }
}

/** `08-01/08-31` → August; `12-24/01-06` → 24 December to 6 January. */
export function rangeWords(
  fromMonth: number,
  fromDay: number,
  toMonth: number,
  toDay: number,
  wholeMonths: boolean,
): Words {
  const from = monthName(fromMonth)
  const to = monthName(toMonth)
  if (wholeMonths) {
    return fromMonth === toMonth ? from : { en: `${from.en} to ${to.en}`, es: `${from.es} a ${to.es}` }
  }
  if (fromMonth === toMonth && fromDay === toDay)
    return { en: `${fromDay} ${from.en}`, es: `${fromDay} de ${from.es}` }
  return { en: `${fromDay} ${from.en} to ${toDay} ${to.en}`, es: `${fromDay} de ${from.es} a ${toDay} de ${to.es}` }
}
