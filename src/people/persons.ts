/** Two persons compared: numbers first, then what rules it out, then names. Proposes only. Pure. */
import type { Comparison, Reason, Verdict } from './compare.ts'
import { compareNames } from './compare.ts'
import { soundLikeness } from './distance.ts'
import type { Gender } from './given-names.ts'
import { asciiOf } from './letters.ts'
import type { Name } from './name.ts'
import { patronymicStem, readName } from './name.ts'

export interface PersonName {
  readonly text: string
  /** Of the text in which the name stands, a BCP 47 tag. */
  readonly language?: string | undefined
}

export interface Person {
  readonly id: string
  readonly names: readonly PersonName[]
  /** Docket, application and urgent-action numbers of this person's own case. */
  readonly identifiers?: readonly string[] | undefined
  /** Dates of birth as sources give them, EDTF: `1976`, `1976-03`, `1976-03-11`. */
  readonly born?: readonly string[] | undefined
  readonly gender?: Gender | undefined
  readonly patronymic?: string | undefined
}

export type PersonReasonKind =
  | 'shared-identifier'
  | 'only-identifier'
  | 'born-in-conflict'
  | 'gender-in-conflict'
  | 'patronymic-in-conflict'
  | 'born-alike'

export interface PersonReason {
  readonly kind: PersonReasonKind
  readonly a: string
  readonly b: string
}

export interface PersonComparison {
  /** Of the names alone. */
  readonly score: number
  readonly verdict: Verdict
  /** What the verdict rests on, in the order in which it was considered. */
  readonly reasons: readonly (PersonReason | Reason)[]
  /** The two names that lie nearest, where names were compared. */
  readonly names?: { readonly a: string; readonly b: string }
}

const SAME_PATRONYMIC_MIN = 0.75
/** Under this score names have nothing in common, as a pseudonym has nothing in common with a name. */
const STRANGE_SCORE_MAX = 0.6

/**
 * Compares two persons.
 *
 * A conflict of birth date, stated gender or patronymic rules them apart, whatever else agrees. A shared number
 * ties them: it proposes where the names agree or where one of them is a bare pseudonym ("Sr. Gaspar"), and asks
 * where both bear full names that differ, because relatives and co-defendants share dockets. Names alone come last.
 */
export function comparePersons(a: Person, b: Person): PersonComparison {
  const best = nearestNames(a, b)
  const names = best === undefined ? {} : { names: { a: best.a, b: best.b } }
  const score = best?.score ?? 0
  const vetoes = vetoesOf(a, b)
  if (vetoes.length > 0) return { score, verdict: 'apart', reasons: vetoes, ...names }
  const shared = sharedIdentifiers(a, b)
  const told: readonly Reason[] = best?.reasons ?? []
  if (shared.length > 0) {
    const same = best?.verdict === 'same' || best?.verdict === 'ask'
    const strange = score < STRANGE_SCORE_MAX && (isPseudonym(a) || isPseudonym(b))
    const only: readonly PersonReason[] = same ? [] : [{ kind: 'only-identifier', a: a.id, b: b.id }]
    return { score, verdict: same || strange ? 'same' : 'ask', reasons: [...shared, ...only, ...told], ...names }
  }
  return { score, verdict: best?.verdict ?? 'apart', reasons: [...told, ...sameBirths(a, b)], ...names }
}

interface NearestNames extends Comparison {
  readonly a: string
  readonly b: string
}

function nearestNames(a: Person, b: Person): NearestNames | undefined {
  let best: NearestNames | undefined
  for (const first of tellingNames(a)) {
    const nameA = readCached(first.text)
    for (const second of tellingNames(b)) {
      const options = { languageA: first.language, languageB: second.language }
      const compared = compareNames(nameA, readCached(second.text), options)
      if (best === undefined || compared.score > best.score) best = { ...compared, a: first.text, b: second.text }
    }
  }
  return best
}

/** Whoever has a full name is compared by full names: a family name alone would only bring in the relatives. */
function tellingNames({ names }: Person): readonly PersonName[] {
  const full = names.filter(({ text }) => readCached(text).words.length > 1)
  return full.length > 0 ? full : names
}

const READ_NAMES_MAX = 4096
const readNames = new Map<string, Name>()

/** The same few names are compared again and again; a name read once gives the same result always. */
function readCached(text: string): Name {
  const known = readNames.get(text)
  if (known !== undefined) return known
  if (readNames.size >= READ_NAMES_MAX) readNames.clear()
  const name = readName(text)
  readNames.set(text, name)
  return name
}

/** `405/2013` is `405/13` nowhere: only case, spaces and the usual words around a number are ignored. */
export const identifierForm = (text: string): string =>
  text
    .toUpperCase()
    .replace(/\b(?:N[O.ºO°]?|NUM|NUMBER|NR|APPLICATION|APPEAL|CASE|DOCKET|AUTOS|RECURSO|ROLLO)\b\.?/gu, '')
    .replace(/[^\p{L}\p{N}/]/gu, '')

/** A bare serial number without year or letters ties nobody. */
const tiesPersons = (form: string): boolean => /\d/.test(form) && (form.includes('/') || /\p{L}/u.test(form))

function sharedIdentifiers(a: Person, b: Person): readonly PersonReason[] {
  const theirs = new Map((b.identifiers ?? []).map((text) => [identifierForm(text), text]))
  return (a.identifiers ?? []).flatMap((text): readonly PersonReason[] => {
    const form = identifierForm(text)
    const other = theirs.get(form)
    return other !== undefined && tiesPersons(form) ? [{ kind: 'shared-identifier', a: text, b: other }] : []
  })
}

/** One word without a family name, as courts print in place of a name. */
const isPseudonym = (person: Person): boolean =>
  person.names.every(({ text }) => readCached(text).words.length <= 1)

function vetoesOf(a: Person, b: Person): readonly PersonReason[] {
  const vetoes: PersonReason[] = []
  const bornA = a.born ?? []
  const bornB = b.born ?? []
  // Sources disagree on dates of birth: only when no statement about one fits any about the other is it a conflict.
  if (bornA.length > 0 && bornB.length > 0 && !bornA.some((x) => bornB.some((y) => datesAgree(x, y)))) {
    vetoes.push({ kind: 'born-in-conflict', a: bornA.join(', '), b: bornB.join(', ') })
  }
  if (a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender) {
    vetoes.push({ kind: 'gender-in-conflict', a: a.gender, b: b.gender })
  }
  const fatherA = patronymicOf(a)
  const fatherB = patronymicOf(b)
  if (fatherA !== undefined && fatherB !== undefined && soundLikeness(fatherA, fatherB) < SAME_PATRONYMIC_MIN) {
    vetoes.push({ kind: 'patronymic-in-conflict', a: a.patronymic ?? fatherA, b: b.patronymic ?? fatherB })
  }
  return vetoes
}

/** Uncertain and approximate dates agree with anything in the same decade's reach: they cannot rule out. */
function datesAgree(a: string, b: string): boolean {
  const plain = /^\d{4}(?:-\d{2}){0,2}$/
  if (!plain.test(a) || !plain.test(b)) return true
  return a.startsWith(b) || b.startsWith(a)
}

const sameBirths = (a: Person, b: Person): readonly PersonReason[] =>
  (a.born ?? []).flatMap((x) =>
    (b.born ?? [])
      .filter((y) => x.length > 4 && datesAgree(x, y))
      .map((y): PersonReason => ({ kind: 'born-alike', a: x, b: y })),
  )

/** As stated, else the one that all names with a patronymic agree on. */
function patronymicOf(person: Person): string | undefined {
  if (person.patronymic !== undefined) return patronymicStem(asciiOf(person.patronymic))
  const told = person.names.map(({ text }) => readCached(text).patronymic).filter((father) => father !== undefined)
  const [first] = told
  if (first === undefined) return undefined
  return told.every((father) => soundLikeness(father, first) >= SAME_PATRONYMIC_MIN) ? first : undefined
}
