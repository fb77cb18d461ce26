import { z } from 'zod'
import {
  type AskedTimes,
  caseAt,
  deadlineMarks,
  fileMark,
  leadsDefault,
  parseLead,
  readLaw,
  runningDeadlines,
  undatedDeadlines,
} from '../casework/index.ts'
import { markedEntries } from '../compose.ts'
import { instantWordsFor, say } from '../law/index.ts'
import { calendarOf, type Wording } from '../publish/calendar/index.ts'
import { minuteOf } from '../platform/index.ts'
import { type Instant, parseMoment, type Zone } from '../record/index.ts'
import { askedTimes, caseSource, knowable, timeOptions, timesText } from './case-options.ts'
import { type Arguments, type Command, type Context, needPositionals, optionText, optionTexts } from './command.ts'
import { UsageError } from './errors.ts'

export const CalendarAnswer = z.strictObject({
  /** How the case is called in the calendar. */
  file: z.string(),
  wording: z.enum(['neutral', 'full']),
  deadlines: z.array(
    z.strictObject({
      /** How it is called in the calendar. */
      deadline: z.string(),
      uid: z.string(),
      term: z.string(),
      title: z.string(),
      direction: z.enum(['person', 'state']),
      status: z.enum(['running', 'perhaps_passed', 'start_unknown']),
      safe: z.string(),
    }),
  ),
  /** May be running, and no date can be given: not in the calendar. */
  undated: z.array(z.strictObject({ remedy: z.string(), title: z.string() })),
  /** The file written, or null: then the calendar is in `ics`. */
  written: z.string().nullable(),
  ics: z.string().nullable(),
})

export const command: Command = {
  name: 'calendar',
  summary: {
    en: 'running deadlines for a calendar program, in words that say nothing',
    es: 'plazos en curso para un calendario, con palabras que no dicen nada',
  },
  usage: ['calendar CASE [--out FILE.ics] [--wording neutral|full] [--lead TIME…] [--since TIME]'],
  about: {
    en: 'Each deadline stands at its safe date, as "Deadline K7M · file 7F3B". The list printed beside it says which is which, and which deadlines have no date yet. With --wording full the calendar holds names and remedies, and so does whoever keeps the calendar.',
    es: 'Cada plazo está en su fecha segura, como "Plazo K7M · expediente 7F3B". La lista que se imprime dice cuál es cuál, y qué plazos no tienen fecha aún. Con --wording full el calendario contiene nombres y recursos, y también quien lo guarde.',
  },
  options: {
    out: { value: 'FILE.ics', about: { en: 'write the calendar here', es: 'escribe aquí el calendario' } },
    wording: {
      value: 'neutral|full',
      about: {
        en: 'what the calendar says (default: neutral)',
        es: 'qué dice el calendario (por defecto: neutral)',
      },
    },
    lead: {
      value: 'TIME',
      many: true,
      about: {
        en: 'when to ring, such as "2 days" or "3 hours" ahead; may be repeated (default: 7, 2 and 1 days, 3 hours)',
        es: 'cuándo avisar antes, como "2 days" o "3 hours"; puede repetirse (por defecto: 7, 2 y 1 días, 3 horas)',
      },
    },
    since: {
      value: 'TIME',
      about: {
        en: 'cancel what ran at this time and has since been stopped or used',
        es: 'cancela lo que corría entonces y desde entonces se detuvo o se usó',
      },
    },
    ...timeOptions,
  },
  examples: [
    'calendar examples/pavlov-2014 --known-by 2014-02-19T09:00',
    'calendar examples/pavlov-2014 --known-by 2014-02-19T09:00 --out deadlines.ics',
  ],
  async run(context, args) {
    const made = await calendarFor(context, args)
    const path = optionText(args, 'out')
    if (path !== undefined) await context.platform.files.write(path, made.bytes)
    const { answer } = made
    const ics = path === undefined ? new TextDecoder().decode(made.bytes) : null
    if (context.json) context.out.json({ ...answer, written: path ?? null, ics })
    else print(context, made, path)
    return 0
  },
}

type Made = Awaited<ReturnType<typeof calendarFor>>

async function calendarFor(context: Context, args: Arguments) {
  const [reference = ''] = needPositionals(args, ['CASE'])
  const { language, platform, root } = context
  const { entries, key } = await markedEntries(caseSource(context, args, reference))
  const law = await readLaw(platform.files, root)
  const times = askedTimes(context, args)
  const opened = caseAt(law, entries, times)
  const since = optionText(args, 'since')
  const now = minuteOf(platform.clock)
  const earlier = since === undefined ? undefined : caseAt(law, entries, timesSince(since, times, now))
  const wording = wordingOf(args)
  const bytes = calendarOf(opened, {
    key,
    wording,
    language,
    leads: leadsOf(args),
    ...(earlier === undefined ? {} : { earlier }),
  })
  const { view } = opened
  const caseId = view.header?.id ?? ''
  const answer = {
    file: fileMark(key, caseId),
    wording,
    deadlines: runningDeadlines(opened).map((deadline) => {
      const marks = deadlineMarks(key, caseId, deadline)
      const { term, direction, status } = deadline
      return {
        deadline: marks.deadline,
        uid: marks.uid,
        term,
        title: say(deadline.title, language),
        direction,
        status,
        safe: instantWordsFor(view.zone, deadline.safe) ?? '',
      }
    }),
    undated: undatedDeadlines(opened).map(({ remedy, title }) => ({ remedy, title: say(title, language) })),
  }
  return { answer, bytes, asked: { opened, at: opened.at, knownBy: opened.knownBy } }
}

/** What stood at that time, by what the desk knew then. */
const timesSince =
  (since: string, times: (zone: Zone) => AskedTimes, now: Instant) =>
  (zone: Zone): AskedTimes => {
    const at = parseMoment(since, zone)
    const asked = times(zone)
    return { ...asked, at, knownBy: knowable(at, asked.audience, now) }
  }

function wordingOf(args: Arguments): Wording {
  const asked = optionText(args, 'wording') ?? 'neutral'
  if (asked === 'neutral' || asked === 'full') return asked
  throw new UsageError(
    { en: `there is no wording "${asked}"`, es: `no existe la redacción "${asked}"` },
    { en: 'choose neutral or full', es: 'elija neutral o full' },
  )
}

function leadsOf(args: Arguments): readonly number[] {
  const asked = optionTexts(args, 'lead')
  if (asked.length === 0) return leadsDefault
  return asked.map((text) => {
    const lead = parseLead(text)
    if (lead !== undefined) return lead
    throw new UsageError(
      { en: `"${text}" is not a time ahead`, es: `"${text}" no es una antelación` },
      {
        en: 'write it as "2 days", "3 hours" or "30 minutes"',
        es: 'escríbala como "2 days", "3 hours" o "30 minutes"',
      },
    )
  })
}

function print({ out, language }: Context, { answer, asked }: Made, path: string | undefined): void {
  const es = language === 'es'
  out.title(es ? `Calendario del expediente ${answer.file}` : `Calendar of file ${answer.file}`)
  out.paragraph(timesText(asked, language))
  out.blank()
  if (answer.deadlines.length === 0) out.paragraph(es ? 'No corre ningún plazo.' : 'No deadline is running.')
  else
    out.table(
      es ? ['plazo', 'fecha segura', 'qué vence'] : ['deadline', 'safe date', 'what falls due'],
      answer.deadlines.map(({ deadline, safe, title, status, direction }) => [
        deadline,
        safe,
        `${title}${notes(status, direction, es)}`,
      ]),
    )
  if (answer.undated.length > 0) {
    out.heading(es ? 'Sin fecha: no están en el calendario' : 'Without a date: not in the calendar')
    out.list(answer.undated.map(({ title, remedy }) => `${title} [${remedy}]`))
  }
  out.blank()
  out.paragraph(
    path === undefined
      ? es
        ? 'Con --out FILE.ics se escribe para un programa de calendario.'
        : 'With --out FILE.ics it is written for a calendar program.'
      : es
        ? `Escrito en ${path}. La lista de arriba no está en él: dice qué es cada plazo.`
        : `Written to ${path}. The list above is not in it: it says which deadline is which.`,
  )
  if (answer.wording === 'full')
    out.paragraph(
      es
        ? 'Contiene nombres y recursos: quien guarde el calendario los lee.'
        : 'It holds names and remedies: whoever keeps the calendar reads them.',
    )
}

function notes(status: string, direction: string, es: boolean): string {
  const found = [
    ...(direction === 'state' ? [es ? 'plazo del Estado' : 'a limit on the State'] : []),
    ...(status === 'start_unknown' ? [es ? 'comienzo incierto' : 'start uncertain'] : []),
    ...(status === 'perhaps_passed' ? [es ? 'quizá vencido' : 'perhaps over'] : []),
  ]
  return found.length === 0 ? '' : ` (${found.join(', ')})`
}
