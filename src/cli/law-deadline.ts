import { z } from 'zod'
import { readLaw } from '../casework/index.ts'
import {
  computeDeadline,
  type Deadline,
  instantWordsFor,
  type Law,
  momentNames,
  normText,
  parsePattern,
  say,
  type Term,
} from '../law/index.ts'
import { DateError, dayIn, isoDay, nearest, parseDate, parseMoment, type Span } from '../record/index.ts'
import { type Arguments, type Context, type ExitCode, needPositionals, optionText } from './command.ts'
import { UsageError } from './errors.ts'

export const LawDeadlineAnswer = z.strictObject({
  term: z.string(),
  title: z.string(),
  started: z.string(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  safe: z.string().nullable(),
  grace: z.string().nullable(),
  /** With --on: whether it is over on that day. */
  on: z.strictObject({ day: z.string(), passed: z.enum(['yes', 'no', 'perhaps']) }).nullable(),
  steps: z.array(z.strictObject({ text: z.string(), norm: z.string().nullable() })),
  norms: z.array(z.string()),
})

/** `law deadline REMEDY --from FACT=DATE [--on DATE]`: the count, step by step, for checking by hand. */
export async function lawDeadline(
  { platform, out, root, json, language }: Context,
  args: Arguments,
): Promise<ExitCode> {
  const [name = ''] = needPositionals(args, ['REMEDY'])
  const law = await readLaw(platform.files, root)
  const versions = termsOf(law, name)
  const first = versions[0]
  if (first === undefined)
    throw new UsageError(
      { en: `"${name}" has no time limit`, es: `"${name}" no tiene plazo` },
      {
        en: 'it can be used at any time; see ./forestay law show',
        es: 'puede usarse en cualquier momento; vea ./forestay law show',
      },
    )
  const zone = law.calendars.get(first.calendar)?.zone ?? 'UTC'
  const { start, moment } = readStart(optionText(args, 'from'), first, zone)
  const counted = moment === first.starts.moment || (moment === 'event' && first.starts.moment === 'occurred')
  const deadline = computeDeadline({
    versions,
    calendars: law.calendars,
    start: counted ? { kind: 'known', span: start } : { kind: 'moment-unknown', event: start },
  })
  const onText = optionText(args, 'on')
  const show = (at: number | null): string | null => instantWordsFor(zone, at)
  const answer: z.infer<typeof LawDeadlineAnswer> = {
    term: first.term,
    title: say(versionFor(versions, start, zone).title, language),
    started: deadline.started,
    earliest: show(deadline.earliest),
    latest: show(deadline.latest),
    safe: show(deadline.safe),
    grace: show(deadline.grace?.until ?? null),
    on: onText === undefined ? null : { day: onText, passed: passedOn(deadline, parseMoment(onText, zone)) },
    steps: deadline.steps.map((s) => ({
      text: say(s.text, language),
      norm: s.norm === undefined ? null : normText(law, s.norm, language),
    })),
    norms: [...new Set(versions.flatMap((v) => [v.norm].flat()).map((n) => normText(law, n, language)))],
  }
  if (json) out.json(answer)
  else print(out, answer, language)
  return 0
}

function termsOf(law: Law, name: string): readonly Term[] {
  const remedy = law.blocks.remedy.find((r) => r.remedy === name || r.also.includes(name))
  const term = law.blocks.term.find((t) => t.term === name || t.also.includes(name))
  const id = remedy?.term ?? term?.term
  if (remedy === undefined && term === undefined) {
    const near = nearest(name, [...law.remedies.keys(), ...law.terms.keys()])
    throw new UsageError(
      { en: `no remedy or time limit is called "${name}"`, es: `ningún recurso ni plazo se llama "${name}"` },
      near === undefined
        ? { en: 'see ./forestay law list remedy', es: 'vea ./forestay law list remedy' }
        : { en: `did you mean ${near}?`, es: `¿quiso decir ${near}?` },
    )
  }
  return id === undefined ? [] : (law.terms.get(id) ?? [])
}

/** The version in whose time the start lies, as the calendar on the spot has it; for its title. */
function versionFor(versions: readonly Term[], start: Span, zone: string): Term {
  const day = isoDay(dayIn(zone, start.earliest))
  const found = versions.find(
    (v) => (v.from === undefined || v.from <= day) && (v.until === undefined || day < v.until),
  )
  return found ?? (versions[0] as Term)
}

/** `notified=2014-02-14`, or an event type with a date when the moment that counts is not known. */
function readStart(text: string | undefined, term: Term, zone: string): { start: Span; moment: string } {
  const { type } = parsePattern(term.starts.event)
  const form = {
    en: `write --from ${term.starts.moment === 'occurred' ? type : term.starts.moment}=2014-02-14`,
    es: `escriba --from ${term.starts.moment === 'occurred' ? type : term.starts.moment}=2014-02-14`,
  }
  if (text === undefined)
    throw new UsageError({ en: 'the day on which it starts is missing', es: 'falta el día en que empieza' }, form)
  const [key = '', date = ''] = text.split('=')
  const known = [...momentNames, 'occurred', 'event', type]
  if (!known.includes(key))
    throw new UsageError(
      { en: `"${key}" is not something a time limit starts from`, es: `un plazo no empieza con "${key}"` },
      form,
    )
  try {
    return { start: parseDate(date, zone), moment: key === type || key === 'event' ? 'event' : key }
  } catch (error) {
    if (error instanceof DateError)
      throw new UsageError({ en: error.message, es: error.message }, { en: error.remedy, es: error.remedy })
    throw error
  }
}

function passedOn(deadline: Deadline, at: number): 'yes' | 'no' | 'perhaps' {
  if (deadline.earliest === null || at <= deadline.earliest) return 'no'
  return deadline.latest !== null && at > deadline.latest ? 'yes' : 'perhaps'
}

function print(
  out: Context['out'],
  answer: z.infer<typeof LawDeadlineAnswer>,
  language: Context['language'],
): void {
  const es = language === 'es'
  out.title(answer.title)
  out.pairs([
    [es ? 'actúe antes de' : 'act by', answer.safe ?? (es ? 'no ha empezado' : 'has not started')],
    [es ? 'lo más pronto' : 'earliest end', answer.earliest ?? '–'],
    [
      es ? 'lo más tarde' : 'latest end',
      answer.latest ?? (es ? 'se ignora: quizá no ha empezado' : 'not known: it may not have started'),
    ],
    ...(answer.grace === null
      ? []
      : [[es ? 'día de gracia (no cuente con él)' : 'grace (do not plan on it)', answer.grace] as const]),
    ...(answer.on === null
      ? []
      : [
          [
            es ? `vencido el ${answer.on.day}` : `over on ${answer.on.day}`,
            { yes: es ? 'sí' : 'yes', no: 'no', perhaps: es ? 'quizá' : 'perhaps' }[answer.on.passed],
          ] as const,
        ]),
  ])
  out.heading(es ? 'La cuenta' : 'The count')
  out.list(
    answer.steps.map((s) => s.text + (s.norm === null ? '' : ` – ${s.norm}`)),
    { indent: 2, numbered: true },
  )
  out.heading(es ? 'Normas' : 'Norms')
  out.list(answer.norms, { indent: 2 })
}
