import type { AskedTimes, OpenCase } from '../casework/index.ts'
import { type CaseSource, openCase } from '../compose.ts'
import { minuteOf } from '../platform/index.ts'
import { type Audience, audiences, type Instant, isoMinute, parseMoment, type Zone } from '../record/index.ts'
import { type Arguments, type Context, needPositionals, type Option, optionText, type Text } from './command.ts'
import { UsageError } from './errors.ts'

/** The options of every command that asks about a case at a time. */
export const timeOptions: Readonly<Record<string, Option>> = {
  at: {
    value: 'TIME',
    about: {
      en: 'what was so at this time (default: the time of knowledge, else now)',
      es: 'qué era así en ese momento (por defecto: el del conocimiento, o ahora)',
    },
  },
  'known-by': {
    value: 'TIME',
    about: {
      en: 'as known by this time; a bare date means the end of that day',
      es: 'según lo sabido en ese momento; una fecha sola significa el final de ese día',
    },
  },
  audience: {
    value: 'desk|counsel|public',
    about: {
      en: 'who may have it: the desk (default), counsel and the courts, or anyone',
      es: 'quién puede tenerlo: el equipo (por defecto), abogados y tribunales, o cualquiera',
    },
  },
  'recorded-by': {
    value: 'TIME',
    about: { en: 'what the record showed at this time', es: 'lo que mostraba el expediente en ese momento' },
  },
  data: {
    value: 'FOLDER',
    about: {
      en: 'data folder with stored cases (default: .forestay in the project)',
      es: 'carpeta de datos con los casos guardados (por defecto: .forestay en el proyecto)',
    },
  },
}

export interface AskedCase {
  readonly opened: OpenCase
  readonly at: Instant
  readonly knownBy: Instant
}

/** Opens the case that the first argument names, at the times that the options name. */
export async function askedCase(
  context: Context,
  args: Arguments,
  names: readonly string[] = ['CASE'],
  more = false,
): Promise<AskedCase> {
  const [reference = ''] = needPositionals(args, names, more)
  const opened = await openCase(caseSource(context, args, reference), askedTimes(context, args))
  return { opened, at: opened.at, knownBy: opened.knownBy }
}

/** Where the case of that name is looked for. */
export const caseSource = ({ platform, root, env }: Context, args: Arguments, reference: string): CaseSource => ({
  platform,
  root,
  reference,
  dataFolder: optionText(args, 'data'),
  env,
})

/**
 * The times that the options name, in the zone of a case. Throws {@link UsageError} for an unknown audience, and where
 * others than the desk are to be answered from an older record.
 */
export function askedTimes({ platform }: Context, args: Arguments): (zone: Zone) => AskedTimes {
  const audience = audienceOf(args)
  return (zone) => {
    const now = minuteOf(platform.clock)
    const moment = (name: string): Instant | undefined => {
      const text = optionText(args, name)
      return text === undefined ? undefined : parseMoment(text, zone)
    }
    const at = moment('at')
    const knownBy = knowable(moment('known-by') ?? at ?? now, audience, now)
    return { at: at ?? knownBy, knownBy, recordedBy: recordedByOf(args, zone, audience), audience }
  }
}

/** A time of knowledge that an audience may ask for: others than the desk none to come, which would end embargoes. */
export const knowable = (asked: Instant, audience: Audience, now: Instant): Instant =>
  audience === 'desk' ? asked : Math.min(asked, now)

/** What the record showed at an earlier time is for the desk: what has been closed since stood open in it. */
export function recordedByOf(args: Arguments, zone: Zone, audience: Audience): Instant | undefined {
  const text = optionText(args, 'recorded-by')
  if (text === undefined) return undefined
  if (audience === 'desk') return parseMoment(text, zone)
  throw new UsageError(
    {
      en: 'what the record showed earlier is for the desk: what has been closed since stood open in it',
      es: 'lo que el expediente mostraba antes es para el equipo: lo que se ha reservado desde entonces estaba abierto',
    },
    { en: 'leave out --recorded-by, or --audience', es: 'quite --recorded-by, o --audience' },
  )
}

const audienceWords: Readonly<Record<Audience, Text>> = {
  desk: { en: 'the desk', es: 'el equipo' },
  counsel: { en: 'counsel', es: 'los abogados' },
  public: { en: 'the public', es: 'el público' },
}

/** For whom the answer is. Throws {@link UsageError} for another word than the three. */
export function audienceOf(args: Arguments): Audience {
  const asked = optionText(args, 'audience') ?? 'desk'
  const audience = audiences.find((one) => one === asked)
  if (audience !== undefined) return audience
  throw new UsageError(
    { en: `there is no audience "${asked}"`, es: `no existe el público "${asked}"` },
    { en: `choose one of: ${audiences.join(', ')}`, es: `elija entre: ${audiences.join(', ')}` },
  )
}

/** `as of 2014-02-19 09:00, as known to the desk by 2014-02-18 20:00` */
export function timesText({ opened, at, knownBy }: AskedCase, language: Context['language']): string {
  const show = (instant: Instant): string => isoMinute(opened.view.zone, instant).replace('T', ' ')
  const who = audienceWords[opened.view.audience]
  return language === 'es'
    ? `a ${show(at)}, según lo que sabía ${who.es} a ${show(knownBy)}`
    : `as of ${show(at)}, as known to ${who.en} by ${show(knownBy)}`
}
