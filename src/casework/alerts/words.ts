/** An alert in words: as little as possible, unless a person asked for all of it. */
import { instantWordsFor, type Language, say } from '../../law/index.ts'
import type { Instant } from '../../record/index.ts'
import type { Alert } from './due.ts'

export interface AlertWords {
  readonly title: string
  readonly lines: readonly string[]
}

interface Telling {
  readonly wording: 'neutral' | 'full'
  readonly language: Language
  readonly now: Instant
}

/** `Deadline K7M · file 7F3B: 2 days left` */
export function alertWords({ deadline, kind }: Alert, { wording, language, now }: Telling): AlertWords {
  const { marks, safe, zone } = deadline
  const es = language === 'es'
  const named =
    wording === 'full'
      ? `${say(deadline.title, language)} · ${deadline.caseTitle}`
      : es
        ? `Plazo ${marks.deadline} · expediente ${marks.file}`
        : `Deadline ${marks.deadline} · file ${marks.file}`
  const date = instantWordsFor(zone, safe) ?? ''
  const left =
    kind === 'overdue'
      ? es
        ? 'la fecha segura ha pasado'
        : 'the safe date has passed'
      : leftWords(safe - now, language)
  return {
    title: `${named}: ${left}`,
    lines: [
      es ? `Fecha segura: ${date}.` : `Safe date: ${date}.`,
      ...(kind === 'overdue'
        ? [
            es
              ? 'Puede quedar tiempo según otra lectura o un comienzo más tardío: mírelo ahora.'
              : 'There may be time left under another reading or a later start: look now.',
          ]
        : []),
      es ? 'Qué vence está en el expediente.' : 'What falls due stands in the file.',
    ],
  }
}

const HOUR = 60
const DAY = 24 * HOUR

/** Cut short, never rounded up: `1 day left` with 47 hours. */
function leftWords(minutes: number, language: Language): string {
  const [count, unit] =
    minutes >= DAY
      ? [Math.floor(minutes / DAY), 'day' as const]
      : minutes >= HOUR
        ? [Math.floor(minutes / HOUR), 'hour' as const]
        : [Math.max(0, minutes), 'minute' as const]
  if (language === 'es') {
    const words = { day: 'día', hour: 'hora', minute: 'minuto' }[unit]
    return count === 1 ? `queda 1 ${words}` : `quedan ${count} ${words}s`
  }
  return `${count} ${unit}${count === 1 ? '' : 's'} left`
}
