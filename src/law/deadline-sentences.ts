/** The sentences of a count, in English and Spanish: templates only, no rule of counting. */
import type { Method } from './counting.ts'
import type { Words } from './time-words.ts'

const moments: Readonly<Record<string, Words>> = {
  occurred: { en: 'the event itself', es: 'el hecho mismo' },
  notified: { en: 'notification', es: 'notificación' },
  pronounced: { en: 'pronouncement', es: 'pronunciamiento' },
  known: { en: 'knowledge', es: 'conocimiento' },
  published: { en: 'publication', es: 'publicación' },
  delivered: { en: 'delivery', es: 'entrega' },
  received: { en: 'receipt', es: 'recepción' },
  due: { en: 'the day it was set for', es: 'el día para el que se fijó' },
}

/** The moment that starts a term, by its name in the packs. */
export const momentWords = (moment: string): Words => moments[moment] ?? { en: moment, es: moment }

/** One sentence made of the same parts in both languages. */
const sentence = (make: (lang: 'en' | 'es') => string): Words => ({ en: make('en'), es: make('es') })

const both = (en: string, es: string): Words => ({ en, es })

export const between = (from: Words, to: Words): Words =>
  both(`between ${from.en} and ${to.en}`, `entre ${from.es} y ${to.es}`)
export const orLater = (from: Words): Words => both(`${from.en} or later`, `${from.es} o después`)
export const orEarlier = (to: Words): Words => both(`${to.en} or earlier`, `${to.es} o antes`)
export const unknownTime = both('an unknown time', 'un momento desconocido')
export const uncertain = (when: Words): Words =>
  both(`${when.en} (as written: uncertain)`, `${when.es} (según consta: incierto)`)

/** `Saturdays and Sundays` */
export const joined = (names: readonly Words[]): Words =>
  both(names.map((n) => n.en).join(' and '), names.map((n) => n.es).join(' y '))
/** `August (31)` */
export const counted = (name: Words, what: number | string): Words => sentence((lang) => `${name[lang]} (${what})`)

export const say = {
  notStarted: (moment: Words) =>
    both(`It has not started: ${moment.en} has not happened.`, `No ha comenzado: no se ha producido ${moment.es}.`),
  notInForce: both(
    'No version of this norm was in force for a start on that day: the time limit does not apply.',
    'Ninguna versión de esta norma estaba en vigor para un inicio en ese día: el plazo no se aplica.',
  ),
  perhapsNotInForce: both(
    'On some of the possible starts no version of this norm was in force: the time limit may not apply.',
    'En algunos de los inicios posibles ninguna versión de esta norma estaba en vigor: el plazo puede no aplicarse.',
  ),
  start: (moment: Words, when: Words) =>
    both(`Start (${moment.en}): ${when.en}.`, `Inicio (${moment.es}): ${when.es}.`),
  event: (when: Words) => both(`The event: ${when.en}.`, `El hecho: ${when.es}.`),
  momentUnknown: (moment: Words) =>
    both(
      `Not known is when, or whether, what starts the time limit (${moment.en}) took place. It is counted from the ` +
        'earliest possible moment; it may not have started, and its latest end is unknown. Find out the day.',
      `No consta cuándo, ni si, se produjo lo que inicia el plazo (${moment.es}). Se cuenta desde el primer momento ` +
        'posible; puede no haber comenzado y su final máximo se desconoce. Hay que averiguar el día.',
    ),
  paused: (from: Words, to: Words) =>
    both(`It did not run from ${from.en} to ${to.en}.`, `No corrió desde ${from.es} hasta ${to.es}.`),
  pausedSince: (from: Words) =>
    both(
      `It does not run since ${from.en}; no end of that is recorded.`,
      `No corre desde ${from.es}; no consta hasta cuándo.`,
    ),
  pauseUncertain: both(
    'The limits of this pause are uncertain: the safe date relies only on the part that is sure.',
    'Los límites de esta suspensión son inciertos: la fecha segura solo cuenta con la parte segura.',
  ),
  version: (from: string | undefined, until: string | undefined) =>
    both(
      `Version of the norm${from === undefined ? '' : `, from ${from}`}` +
        `${until === undefined ? '' : `, until before ${until}`}:`,
      `Versión de la norma${from === undefined ? '' : `, desde el ${from}`}` +
        `${until === undefined ? '' : `, hasta antes del ${until}`}:`,
    ),
  reading: (name: string, why: string) =>
    both(`Rival reading "${name}": ${why}`, `Lectura alternativa "${name}": ${why}`),
  period: (period: Words, calendar: Words) =>
    both(`Period: ${period.en}. Calendar: ${calendar.en}.`, `Plazo: ${period.es}. Calendario: ${calendar.es}.`),
  byTheMinute: both(
    'It runs without a break from minute to minute, on closed days too.',
    'Corre sin interrupción de momento a momento, también en días inhábiles.',
  ),
  dateToDate: (day: Words) =>
    both(
      `Counted date to date, from the day after the event: ${day.en}.`,
      `Se cuenta de fecha a fecha, desde el día siguiente: ${day.es}.`,
    ),
  dateToDateFirst: (day: Words) =>
    both(
      `Counted date to date; the day of the event is the first day: ${day.en}.`,
      `Se cuenta de fecha a fecha; el día del hecho es el primero: ${day.es}.`,
    ),
  clearDays: (day: Words) =>
    both(
      `Clear days: neither the day of the event nor the last day counts. First day counted: ${day.en}.`,
      `Días francos: no cuentan ni el día del hecho ni el último. Primer día que cuenta: ${day.es}.`,
    ),
  firstDay: (day: Words) => both(`First day counted: ${day.en}.`, `Primer día que cuenta: ${day.es}.`),
  firstDayAfter: (day: Words) =>
    both(
      `First day counted: ${day.en} (the day of the event does not count).`,
      `Primer día que cuenta: ${day.es} (el día del hecho no cuenta).`,
    ),
  notCounted: (parts: readonly Words[]) =>
    both(
      `Days not counted: ${parts.map((p) => p.en).join('; ')}.`,
      `Días que no cuentan: ${parts.map((p) => p.es).join('; ')}.`,
    ),
  notCovered: (days: number) =>
    both(
      `The calendar has no rule for ${days} of these days. They were counted as working days: the true date may be ` +
        'later.',
      `El calendario no tiene regla para ${days} de estos días. Se han contado como hábiles: la fecha real puede ser ` +
        'posterior.',
    ),
  lastDay: (day: Words) => both(`Last day: ${day.en}.`, `Último día: ${day.es}.`),
  over: (minute: Words) => both(`It is over at ${minute.en}.`, `Termina el ${minute.es}.`),
  moved: (why: Words, to: Words) =>
    both(
      `That day is closed (${why.en}): the last day moves to the next working day, ${to.en}.`,
      `Ese día es inhábil (${why.es}): el último día pasa al siguiente día hábil, ${to.es}.`,
    ),
  notMoved: (why: Words, before: Words) =>
    both(
      `That day is closed (${why.en}) and the last day is not moved. If nothing can be filed then, act by ${before.en}.`,
      `Ese día es inhábil (${why.es}) y el último día no se traslada. Si ese día no se puede presentar, actúe a más ` +
        `tardar el ${before.es}.`,
    ),
  fromLatestStart: (start: Words, end: Words) =>
    both(
      `Counted from the latest possible start (${start.en}): ${end.en}.`,
      `Contado desde el último inicio posible (${start.es}): ${end.es}.`,
    ),
  standsStillOpen: both(
    'The latest end is not known: it stands still, and not known is until when.',
    'No se conoce el final máximo: está en suspenso y no se sabe hasta cuándo.',
  ),
  startUnbounded: both(
    'The latest end is not known: the start has no upper bound.',
    'No se conoce el final máximo: el inicio no tiene límite superior.',
  ),
  noSafeDate: both(
    'No safe date can be given: the start has no lower bound. Act now.',
    'No puede darse una fecha segura: el inicio no tiene límite inferior. Actúe ya.',
  ),
  safe: (when: Words, ofSeveral: boolean) =>
    both(
      `Safe date: act by ${when.en}${ofSeveral ? ', the earliest of all counts' : ''}.`,
      `Fecha segura: actúe a más tardar el ${when.es}${ofSeveral ? ', la primera de todas las cuentas' : ''}.`,
    ),
  safeAgainstState: (when: Words, ofSeveral: boolean) =>
    both(
      `The time of the authority may be over after ${when.en}${ofSeveral ? ', the earliest of all counts' : ''}: be ` +
        'ready to claim what follows. It may also end later, for instance if a local holiday is missing from the ' +
        'calendar.',
      `El plazo de la autoridad puede haber terminado tras el ${when.es}` +
        `${ofSeveral ? ', la primera de todas las cuentas' : ''}: prepárese para reclamar lo que proceda. También ` +
        'puede terminar después, por ejemplo si falta una fiesta local en el calendario.',
    ),
  grace: (until: Words) =>
    both(
      `A late filing may still be taken until ${until.en}. Do not plan on it; it is not part of the safe date.`,
      `Aún puede admitirse la presentación hasta ${until.es}. No debe contarse con ello; no forma parte de la ` +
        'fecha segura.',
    ),
  secondary: (norm: string) =>
    both(`${norm}: checked in a secondary source only.`, `${norm}: comprobado solo en una fuente secundaria.`),
  unverified: (norm: string) =>
    both(`${norm}: not checked against its text.`, `${norm}: sin comprobar con su texto.`),
}

const plain = both('', '')
/** How a term in months was counted across closed months; said before each last day. */
export const methodWords: Readonly<Record<Method, Words>> = {
  'by-the-minute': plain,
  'by-days': plain,
  'date-to-date': both(
    'The calendar does not say whether a term in months stands still in its closed months. Counted as running on:',
    'El calendario no dice si un plazo por meses se detiene en los meses inhábiles. Contado sin detenerlo:',
  ),
  'closed-days-added': both(
    'The closed days do not run for a term in months. No method is given here by a text that was checked. Counted ' +
      'with those days added at the end:',
    'Los días inhábiles no corren para un plazo por meses. El método no consta en un texto comprobado. Contado ' +
      'añadiendo esos días al final:',
  ),
  'closed-months-left-out': both(
    'Counted as if the closed month did not exist:',
    'Contado como si el mes inhábil no existiera:',
  ),
}
