/** Our values in the forms of FollowTheMoney. What has no exact form there gives nothing, and is told in a note. */
import { createHash } from 'node:crypto'
import { DateError, isoMinute, parseDate } from '../../../record/index.ts'
import type { Span } from '../../../record/index.ts'

/** A stable id: the same thing of the same case has it in every export. */
export const ftmId = (caseId: string, kind: string, id: string): string =>
  `forestay-${createHash('sha256').update(`${caseId}\n${kind}\n${id}`).digest('hex').slice(0, 40)}`

/** A text without the signs that FollowTheMoney takes out, or nothing. */
export function cleaned(text: string): string | undefined {
  const clean = text.replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, (sign) => (/\s/.test(sign) ? ' ' : '')).trim()
  return clean === '' ? undefined : clean
}

/** A long text in pieces of at most `most` characters. */
export function inPieces(text: string, most: number): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += most) {
    const piece = cleaned(text.slice(at, at + most))
    if (piece !== undefined) pieces.push(piece)
  }
  return pieces
}

export type FtmDates = { readonly date: string } | { readonly startDate?: string; readonly endDate?: string }

/**
 * A date in prefix form, times in UTC, as FollowTheMoney wants them. An interval becomes its two ends. Dates that are
 * approximate or uncertain have no form there.
 */
export function datesOf(text: string, zone: string): FtmDates | undefined {
  const span = spanOf(text, zone)
  if (span === undefined || span.approximate || span.uncertain) return undefined
  const slash = text.indexOf('/')
  if (slash < 0) {
    const date = prefixOf(text, zone)
    return date === undefined ? undefined : { date }
  }
  const [from, to] = [text.slice(0, slash), text.slice(slash + 1)].map((end) =>
    end === '' || end === '..' ? undefined : prefixOf(end, zone),
  )
  if (from === undefined && to === undefined) return undefined
  return { ...(from === undefined ? {} : { startDate: from }), ...(to === undefined ? {} : { endDate: to }) }
}

function prefixOf(text: string, zone: string): string | undefined {
  if (/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return text
  const span = spanOf(text, zone)
  return span?.precision === 'minute' ? isoMinute('UTC', span.earliest) : undefined
}

function spanOf(text: string, zone: string): Span | undefined {
  try {
    return parseDate(text, zone)
  } catch (error) {
    if (error instanceof DateError) return undefined
    throw error
  }
}
