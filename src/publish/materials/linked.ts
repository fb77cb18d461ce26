/** Others whose fate is tied to the person's: what happened to them, what speaks against the person first. */
import { canonicalOf, type Claim, type EventView, type Id } from '../../record/index.ts'
import type { Block, Sentence, Text } from '../paper/model.ts'
import { capital } from '../paper/words.ts'
import { eventText, eventsUntilNow } from './events.ts'
import {
  entityWords,
  filled,
  listUnder,
  type Material,
  paragraph,
  said,
  type Sheet,
  standingClaims,
} from './material.ts'
import { tongueGap } from './tongue.ts'

interface Linked {
  readonly person: Id
  /** To whom: the person of the case, or the figure to whom that person is tied as well. */
  readonly to: Id
  readonly how: 'associate' | 'relative'
  readonly claims: readonly Claim[]
}

/**
 * Associates and relatives of the person, then of those to whom the person is tied. For the public only associates: a
 * family is found by its members, and children stand among them.
 */
function linkedTo(sheet: Sheet): readonly Linked[] {
  const { view } = sheet.opened
  const own = canonicalOf(view, view.header?.person ?? '')
  const direct = tiesOf(sheet, own)
  const known = new Set([own, ...direct.map(({ person }) => person)])
  const through = direct
    .filter(({ how }) => how === 'associate')
    .flatMap(({ person }) => tiesOf(sheet, person))
    .filter(({ person }) => !known.has(person))
  return [...direct, ...through].filter(
    ({ person }, index, all) => all.findIndex((other) => other.person === person) === index,
  )
}

function tiesOf({ opened: { view } }: Sheet, to: Id): readonly Linked[] {
  const kinds = (['associate', 'relative'] as const).filter(
    (kind) => kind === 'associate' || view.audience !== 'public',
  )
  return kinds.flatMap((how) =>
    [...view.facts].flatMap(([subject, properties]): readonly Linked[] => {
      const point = properties.get(`${how}-of`)
      const from = canonicalOf(view, subject)
      return (point?.values ?? []).flatMap((value): readonly Linked[] => {
        const end = canonicalOf(view, String(value))
        const person = from === to ? end : end === to ? from : undefined
        if (person === undefined || person === to || point === undefined) return []
        const claims = standingClaims(point).filter((claim) => canonicalOf(view, String(claim.value)) === end)
        return claims.length === 0 ? [] : [{ person, to, how, claims }]
      })
    }),
  )
}

/** What befell somebody and a court will hold up: allowed, handed over, refused, excluded. */
const adverse: ReadonlySet<string> = new Set([
  'admissibility-granted',
  'surrender-agreed',
  'surrendered',
  'removed',
  'asylum-refused',
  'protection-withdrawn',
  'conviction',
])

/** What a court or a government decided about somebody, or did to them. */
const telling: ReadonlySet<string> = new Set([
  ...adverse,
  'arrest',
  'abducted',
  'returned',
  'expulsion-revoked',
  'admissibility-refused',
  'surrender-refused',
  'asylum-granted',
  'subsidiary-protection-granted',
  'protection-granted-elsewhere',
  'red-notice',
  'release',
  'judgment',
  'stay-ordered',
])

export const linkedCases: Material = (sheet) => {
  const { view } = sheet.opened
  const events = eventsUntilNow(sheet).filter(({ event }) => telling.has(event.type))
  const blocks = linkedTo(sheet).flatMap((linked): readonly Block[] => {
    const own = events.filter(
      ({ event }) => event.person !== undefined && canonicalOf(view, event.person) === linked.person,
    )
    return listUnder(
      linkSentence(sheet, linked),
      adverseFirst(own).map((event): Text => eventText(sheet, event)),
    )
  })
  if (blocks.length === 0) return filled([])
  const lead = said(
    sheet,
    'Others whose cases are tied to this one, what speaks against the request first:',
    'Otras personas cuyos casos están ligados a este; primero lo que es contrario:',
  )
  return filled([paragraph(sheet.notes.template(lead)), ...blocks], tongueGap(sheet))
}

const adverseFirst = (events: readonly EventView[]): readonly EventView[] =>
  events.toSorted((a, b) => Number(adverse.has(b.event.type)) - Number(adverse.has(a.event.type)))

function linkSentence(sheet: Sheet, { person, to, how, claims }: Linked): Sentence {
  const word =
    how === 'associate'
      ? said(sheet, 'associated with', 'persona allegada a')
      : said(sheet, 'of the family of', 'familiar de')
  return sheet.notes.record(`${capital(entityWords(sheet, person))}, ${word} ${entityWords(sheet, to)}.`, claims)
}
