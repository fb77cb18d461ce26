import type { OpenCase } from '../casework/index.ts'
import { openCase } from '../compose.ts'
import { type Instant, isoMinute, parseMoment } from '../record/index.ts'
import { type Arguments, type Context, needPositionals, type Option, optionText } from './command.ts'
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
    value: 'desk|public',
    about: {
      en: 'who knew it: the desk (default) or anyone',
      es: 'quién lo sabía: el equipo (por defecto) o cualquiera',
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
  const audience = optionText(args, 'audience') ?? 'desk'
  if (audience !== 'desk' && audience !== 'public') {
    throw new UsageError(
      { en: `there is no audience "${audience}"`, es: `no existe el público "${audience}"` },
      { en: 'choose desk or public', es: 'elija desk o public' },
    )
  }
  const source = {
    platform: context.platform,
    root: context.root,
    reference,
    dataFolder: optionText(args, 'data'),
    env: context.env,
  }
  const opened = await openCase(source, (zone) => {
    const now = Math.floor(Date.parse(context.platform.clock.now()) / 60_000)
    const moment = (name: string): Instant | undefined => {
      const text = optionText(args, name)
      return text === undefined ? undefined : parseMoment(text, zone)
    }
    const at = moment('at')
    const knownBy = moment('known-by') ?? at ?? now
    return { at: at ?? knownBy, knownBy, recordedBy: moment('recorded-by'), audience }
  })
  return { opened, at: opened.at, knownBy: opened.knownBy }
}

/** `as of 2014-02-19 09:00, as known to the desk by 2014-02-18 20:00` */
export function timesText({ opened, at, knownBy }: AskedCase, language: Context['language']): string {
  const show = (instant: Instant): string => isoMinute(opened.view.zone, instant).replace('T', ' ')
  const who =
    opened.view.audience === 'desk' ? { en: 'the desk', es: 'el equipo' } : { en: 'the public', es: 'el público' }
  return language === 'es'
    ? `a ${show(at)}, según lo que sabía ${who.es} a ${show(knownBy)}`
    : `as of ${show(at)}, as known to ${who.en} by ${show(knownBy)}`
}
