/** Cells of other people's tables as values of ours: exactly, or not at all. */
import type { RecordState } from '../../../record/index.ts'

/** What a cell is, or why it is nothing that can be kept. */
export type Understood = { readonly values: readonly string[] } | { readonly why: string; readonly remedy: string }

export type DateOrder = 'day-first' | 'month-first'

/** Several values in one cell. */
export const partsOf = (text: string): readonly string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `2014-02-19`, `2014/02/19`, `2014`, a range `from:to` or `from~to`; `19/02/2014` only where its order is known. */
export function dateIn(text: string, order: DateOrder | undefined): Understood {
  const ends = /^[^:~]*[:~][^:~]*$/.test(text) ? text.split(/[:~]/) : [text]
  const dates = ends.map((end) => dayIn(end.trim(), order))
  const problem = dates.find((date) => typeof date !== 'string')
  if (problem !== undefined && typeof problem !== 'string') return problem
  const [from = '', to] = dates.map(String)
  if (to === undefined) return { values: [from] }
  return { values: [`${from === '' ? '..' : from}/${to === '' ? '..' : to}`] }
}

function dayIn(text: string, order: DateOrder | undefined): string | { why: string; remedy: string } {
  if (text === '') return ''
  const ordered = /^(\d{4})(?:[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)?$/.exec(text)
  if (ordered !== null) return joined(ordered[1], ordered[2], ordered[3])
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (local === null) {
    return {
      why: 'is no date that is read the same everywhere.',
      remedy: 'Write it as 2014-02-19, 2014-02 or 2014.',
    }
  }
  const [, first, second, year] = local
  if (order !== undefined) return order === 'day-first' ? joined(year, second, first) : joined(year, first, second)
  if (Number(first) > 12) return joined(year, second, first)
  if (Number(second) > 12) return joined(year, first, second)
  return {
    why: 'can be read as two different days.',
    remedy: 'Write it as 2014-02-19, or say --dates day-first or --dates month-first for the whole table.',
  }
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-')

/** A State as its two letters: given so, or by a name under which the record knows it. */
export function stateIn(text: string, state: RecordState): Understood {
  if (/^[A-Za-z]{2}$/.test(text)) return { values: [text.toUpperCase()] }
  const known = [...state.entities.values()].find(
    ({ kind, name, names }) =>
      kind === 'state' && [name, ...(names ?? [])].some((one) => alike(one) === alike(text)),
  )
  const code =
    known === undefined ? undefined : [known.id, ...(known.names ?? [])].find((one) => /^[a-z]{2}$/i.test(one))
  if (code !== undefined) return { values: [code.toUpperCase()] }
  return { why: 'is no State that the record knows.', remedy: 'Write its two letters, such as KZ.' }
}

/** A place on the map, `40.4|-3.7`, in words; other texts as they are. */
export function placeIn(text: string): Understood {
  const [lat = '', lon = '', ...more] = text.split('|').map((part) => part.trim())
  const isNumber = (part: string): boolean => /^-?\d{1,3}(?:\.\d+)?$/.test(part)
  if (!text.includes('|')) return { values: [text] }
  if (
    more.length === 0 &&
    isNumber(lat) &&
    isNumber(lon) &&
    Math.abs(Number(lat)) <= 90 &&
    Math.abs(Number(lon)) <= 180
  )
    return { values: [`latitude ${lat}, longitude ${lon}`] }
  return { why: 'is neither one place nor a latitude and a longitude.', remedy: 'Write 40.4|-3.7, or one place.' }
}

export function numberIn(text: string): Understood {
  if (/^\d{1,3}$/.test(text)) return { values: [text] }
  return { why: 'is no whole number.', remedy: 'Write digits only.' }
}

/** `words|https://…` or an address alone: the address. */
export function addressIn(text: string): Understood {
  const address = partsOf(text).find((part) => /^https?:\/\/[^\s/]+\S*$/.test(part))
  if (address !== undefined && partsOf(text).length <= 2) return { values: [address] }
  return { why: 'holds no address.', remedy: 'Write https://…, or words|https://…' }
}

export const languageIn = (text: string): Understood =>
  /^[a-z]{2}$/i.test(text)
    ? { values: [text.toLowerCase()] }
    : { why: 'is no language code.', remedy: 'Write its two letters, such as es.' }

/** Whether two labels are the same to a reader: without case, accents and signs. */
export const alike = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
