/** Who could be identified by a paper: for its author to look at before anybody asks for its release. */
import { canonicalOf, type Claim, type EntityThing, foldedWords, type Id, type View } from '../../record/index.ts'
import type { Paper } from './model.ts'
import { headLines, sentencesOf } from './gate.ts'

export interface Identified {
  readonly name: string
  /**
   * `described`: under an agreed description, and still perhaps recognisable by what is said. `unnamed`: no word of
   * the name is printed; who looks up the source finds them.
   */
  readonly as: 'named' | 'described' | 'unnamed'
  /** In which parts they play: the person of whom something is said, a speaker, an origin named by a speaker. */
  readonly parts: readonly ('subject' | 'speaker' | 'origin' | 'mentioned')[]
  /** How many statements of the paper lead to them. */
  readonly statements: number
  /** Those for whom only one or two statements speak are found out first, by asking who could have known. */
  readonly caution: boolean
}

const FEW_STATEMENTS = 2

export function identifiedBy(paper: Paper, view: View): readonly Identified[] {
  const used = new Set(
    paper.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf)).flatMap(({ claims }) => claims),
  )
  const claims = [...used].flatMap((id) => view.claims.get(id) ?? [])
  const roles = new Map<Id, { readonly parts: Set<Identified['parts'][number]>; readonly claims: Set<Id> }>()
  for (const claim of claims)
    for (const [id, part] of playersOf(view, claim)) {
      const person = canonicalOf(view, id)
      if (view.entities.get(person)?.kind !== 'person') continue
      const role = roles.get(person) ?? { parts: new Set(), claims: new Set() }
      role.parts.add(part)
      role.claims.add(claim.id)
      roles.set(person, role)
    }
  const printed = printedWords(paper)
  return [...roles].map(([id, { parts, claims: about }]) => {
    const as = appearsAs(view.entities.get(id), printed)
    return {
      name: view.entities.get(id)?.name ?? id,
      as,
      parts: [...parts],
      statements: about.size,
      caution: as === 'described' && about.size <= FEW_STATEMENTS,
    }
  })
}

/** Every word that a reader of the paper can see, folded. */
function printedWords(paper: Paper): ReadonlySet<string> {
  const sentences = paper.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf)).map(({ text }) => text)
  return new Set(foldedWords([...sentences, ...headLines(paper)].join(' ')).split(' '))
}

/** One word of a name is enough to be named by; initials and particles are not. */
const NAME_WORD_LETTERS_MIN = 3

function appearsAs(entity: EntityThing | undefined, printed: ReadonlySet<string>): Identified['as'] {
  if (entity === undefined) return 'named'
  if (entity.described !== undefined) return 'described'
  const words = [entity.name, ...(entity.names ?? [])].flatMap((name) => foldedWords(name).split(' '))
  return words.some((word) => word.length >= NAME_WORD_LETTERS_MIN && printed.has(word)) ? 'named' : 'unnamed'
}

function playersOf(view: View, claim: Claim): readonly (readonly [Id, Identified['parts'][number]])[] {
  const event = view.events.get(claim.subject)?.event
  return [
    [event?.person ?? claim.subject, 'subject'],
    [claim.speaker, 'speaker'],
    ...(claim.accordingTo === undefined ? [] : ([[claim.accordingTo, 'origin']] as const)),
    ...(view.entities.has(String(claim.value)) ? ([[String(claim.value), 'mentioned']] as const) : []),
  ]
}
