/**
 * From a proposal to entries of the record: only through a decision that carries a person's name. Nothing else
 * in the program
 * makes a claim out of a proposal. Pure.
 */
import { type Inference, inferenceText, type Proposal } from '../reading/index.ts'
import type {
  Body,
  Claim,
  ClaimValue,
  DateText,
  DocumentThing,
  EntityKind,
  Id,
  Place,
  RecordState,
  Said,
  SaidProblem,
} from '../record/index.ts'
import type { ProposalLink } from './proposals-links.ts'
import { becauseOf, cannot, correctedNote } from './proposals-words.ts'
import { harmCode } from './harm-codes.ts'

/** What a named person decided about one proposal. */
export interface Decision {
  readonly decision: 'accept' | 'correct' | 'refuse'
  /** Who decides. An empty name decides nothing. */
  readonly by: string
  /** For `correct`: what should stand instead of the proposed value. */
  readonly value?: string
  readonly because?: string
  /** The event or person of the record that is meant; absent: a new event, or the person that the names say. */
  readonly sameAs?: Id
  /** Somebody of this name in the record is another person. */
  readonly isAnother?: boolean
  /** In which what the program adds is written into the record, where it stays; English when absent. */
  readonly language?: keyof Said
}

export interface Deciding {
  readonly state: RecordState
  readonly caseId: Id
  readonly document: DocumentThing
  readonly text: string
  readonly proposal: Proposal
  /** All proposals of the document, by which persons are found. */
  readonly all: readonly Proposal[]
  readonly links: ReadonlyMap<string, readonly ProposalLink[]>
  /** When the desk came to hold it. */
  readonly learned: DateText
}

/** The decision cannot become entries: what is missing. */
export class DecisionError extends Error {
  readonly said: SaidProblem
  constructor(what: Said) {
    super(what.en)
    this.name = 'DecisionError'
    this.said = {
      what,
      remedy: {
        en: 'Correct the proposal, or add the claim by hand.',
        es: 'Corrija la propuesta, o añada la afirmación a mano.',
      },
    }
  }
}

/** Kinds that can become claims. The others help to read and have no property of their own in the record. */
export const enterableKinds = new Set<Proposal['kind']>([
  'person',
  'age',
  'nationality',
  'status',
  'relation',
  'event',
  'assurance',
  'risk',
  'country-record',
  'demand',
  'legal-assertion',
  'quotation',
  'publication',
])

/**
 * Whether accepting makes entries. What did not happen by the words (a condition, a plan, a demand) is no event; words
 * of which nobody is named as the speaker are nobody's.
 */
export const isEnterable = ({ kind, modality, fields }: Proposal): boolean =>
  enterableKinds.has(kind) &&
  ((kind !== 'event' && kind !== 'assurance') || modality === 'asserted' || modality === 'denied') &&
  (kind !== 'quotation' || fields['speaker'] !== undefined)

/** Whether somebody has decided on these words already. */
export const isDecided = (state: RecordState, document: Id, { words, kind }: Proposal): boolean =>
  [...state.claims.values()].some(
    ({ thing: claim }) =>
      claim.document === document &&
      claim.place?.start === words.start &&
      claim.place.end === words.end &&
      claim.id.includes(`.${kind}.`),
  )

/**
 * The entries of one decision: what the words are about where the record lacks it, the claims with their place,
 * and the position
 * that says who decided. Throws {@link DecisionError}.
 */
export function decisionBodies(deciding: Deciding, decision: Decision): readonly Body[] {
  const by = decision.by.trim()
  if (by === '') throw new DecisionError(cannot.nobody)
  if (!isEnterable(deciding.proposal)) {
    throw new DecisionError(cannot.tellsNothing)
  }
  if (decision.decision === 'correct' && (decision.value ?? '').trim() === '') {
    throw new DecisionError(cannot.noCorrection)
  }
  const made = new Making(deciding, decision)
  made.claims()
  const claims = made.bodies.flatMap((body) => (body.kind === 'claim' ? [body.claim] : []))
  const positions = [...new Set(claims.map(({ subject, property }) => `${subject}\n${property}`))].map(
    (point): Body => {
      const [subject = '', property = ''] = point.split('\n')
      const about = claims.filter((claim) => claim.subject === subject && claim.property === property)
      return {
        kind: 'position',
        position: {
          id: made.freeId(`${about[0]?.id ?? subject}.position`),
          subject,
          property,
          stance: decision.decision === 'refuse' ? 'refused' : 'accepted',
          claims: about.map(({ id }) => id),
          by,
          because: decision.because ?? becauseOf[decision.decision][decision.language ?? 'en'],
          learned: deciding.learned,
        },
      }
    },
  )
  return [...made.bodies, ...positions]
}

class Making {
  readonly bodies: Body[] = []
  readonly #deciding: Deciding
  readonly #decision: Decision

  constructor(deciding: Deciding, decision: Decision) {
    this.#deciding = deciding
    this.#decision = decision
  }

  claims(): void {
    const { proposal, caseId } = this.#deciding
    const value = (name: string): string | number => proposal.fields[name]?.value ?? proposal.words.text
    switch (proposal.kind) {
      case 'person':
        return this.#claim(this.#person(proposal.id), 'name', value('name'))
      case 'age':
        return this.#claim(this.#ofPerson('person'), 'age', Number(value('age')))
      case 'nationality':
        return this.#claim(this.#ofPerson('person'), 'nationality', value('state'))
      case 'status':
        return value('status') === 'detained'
          ? this.#claim(this.#ofPerson('person'), 'custody', value('where'))
          : this.#claim(this.#ofPerson('person'), 'role', String(value('status')).replaceAll('-', ' '))
      case 'relation':
        return this.#relation(String(value('relation')))
      case 'event':
        return this.#event(String(value('type')))
      case 'assurance':
        return this.#event('assurances-given')
      case 'risk':
        return this.#claim(caseId, 'risk', harmCode(String(value('harm'))))
      case 'country-record':
        return this.#claim(this.#state(), 'country-record', proposal.words.text)
      case 'demand':
        return this.#claim(caseId, 'demand', value('content'))
      case 'legal-assertion':
        return this.#claim(caseId, 'asserts', value('asserts'))
      case 'quotation':
        return this.#quotation()
      case 'publication':
        return this.#claim(this.#eventBefore(), 'publicity', value('state'), true)
      case 'body':
      case 'state':
      case 'place':
      case 'source':
      case 'linked-prosecutions':
        throw new DecisionError(cannot.noSuchClaim)
    }
  }

  /** The words themselves, whoever is right; and, where the text says it, what the speaker is. */
  #quotation(): void {
    const { proposal, caseId } = this.#deciding
    const isDirect = proposal.fields['form']?.value === 'direct'
    this.#claim(caseId, isDirect ? 'quotation' : 'reported-statement', proposal.words.text)
    const role = proposal.fields['role']
    const corrected = this.#decision.decision === 'correct'
    if (role !== undefined && !corrected)
      this.#claim(this.#speaker(), 'role', String(role.value), true, role.inferred)
  }

  /**
   * The event that "not yet public" speaks of: the one a person names, else the last one before these words that was
   * accepted from this document.
   */
  #eventBefore(): Id {
    const { state, document, proposal, caseId } = this.#deciding
    if (this.#decision.sameAs !== undefined) return this.#decision.sameAs
    const before = [...state.claims.values()]
      .map(({ thing }) => thing)
      .filter(
        ({ document: of, subject, place }) =>
          of === document.id && state.events.has(subject) && place !== undefined,
      )
      .filter(({ place }) => (place?.start ?? Infinity) <= proposal.words.start)
      .toSorted((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0))
      .at(-1)?.subject
    if (before !== undefined) return before
    // A refusal needs no event: it only says that these words are not to be put forward again.
    if (this.#decision.decision === 'refuse') return caseId
    throw new DecisionError(cannot.whichEvent)
  }

  #state(): Id {
    const state = this.#deciding.proposal.fields['state']?.value
    if (state === undefined) throw new DecisionError(cannot.whichState)
    return this.#entity(String(state), 'state')
  }

  #relation(relation: string): void {
    const to = this.#ofPerson('to')
    const person = this.#ofPerson('person')
    if (relation === 'associate') return this.#claim(person, 'associate-of', to)
    if (['wife', 'husband', 'brother', 'daughter'].includes(relation)) return this.#claim(person, 'relative-of', to)
    const name = this.#deciding.all.find(({ id }) => id === this.#deciding.proposal.fields['to']?.value)?.fields[
      'name'
    ]?.value
    this.#claim(person, 'role', `${relation} ${this.#decision.language === 'es' ? 'de' : 'of'} ${name ?? to}`)
  }

  #event(type: string): void {
    const { proposal } = this.#deciding
    const date = proposal.fields['date']
    const known = this.#decision.sameAs
    const id =
      known ??
      this.freeId(
        `${type}-${String(date?.value ?? proposal.words.start)}`.toLowerCase().replace(/[^a-z0-9.-]+/gu, '-'),
      )
    if (known === undefined) {
      const person = proposal.fields['person'] === undefined ? undefined : this.#ofPerson('person')
      this.bodies.push({
        kind: 'event',
        event: { id, type, title: proposal.words.text, ...(person === undefined ? {} : { person }) },
      })
    }
    this.#claim(id, 'occurred', true, true)
    const content = proposal.kind === 'assurance' ? proposal.fields['content'] : undefined
    if (content !== undefined) this.#claim(id, 'content', String(content.value), true)
    const stated = this.#decision.decision === 'correct' ? this.#decision.value : undefined
    const when = stated ?? date?.value
    // A day without its year is no date of the record.
    if (when !== undefined && /^[\d[]/u.test(String(when))) {
      this.#claim(id, 'date', String(when), true, stated === undefined ? date?.inferred : undefined)
    }
  }

  #ofPerson(field: 'person' | 'to'): Id {
    const of = this.#deciding.proposal.fields[field]?.value
    if (of === undefined) throw new DecisionError(cannot.whom)
    return this.#person(String(of))
  }

  /** The record's person, by the link or by the name; else a new one. */
  #person(proposalId: string): Id {
    const { links, all, proposal } = this.#deciding
    const name = String(all.find(({ id }) => id === proposalId)?.fields['name']?.value ?? proposalId)
    const isOwn = proposal.id === proposalId
    if (isOwn && this.#decision.isAnother === true) return this.#another(name)
    const own = isOwn ? this.#decision.sameAs : undefined
    const known = own ?? links.get(proposalId)?.find(({ kind }) => kind === 'same-person')?.to
    return known ?? this.#entity(name, 'person')
  }

  /** A person of their own, whoever bears the name already. */
  #another(name: string): Id {
    const { entities } = this.#deciding.state
    const stem = slugOf(name)
    let id = stem
    for (let count = 2; entities.has(id); count += 1) id = `${stem}-${count}`
    this.bodies.push({ kind: 'entity', entity: { id, kind: 'person', name } })
    return id
  }

  #entity(name: string, kind: EntityKind): Id {
    const id = slugOf(name)
    if (
      this.#deciding.state.entities.has(id) ||
      this.bodies.some((body) => body.kind === 'entity' && body.entity.id === id)
    )
      return id
    this.bodies.push({ kind: 'entity', entity: { id, kind, name } })
    return id
  }

  #speaker(): Id {
    const { proposal, document, state } = this.#deciding
    const name = proposal.speaker?.name ?? document.publisher
    const known = [...state.entities.values()].find(
      (one) => one.name === name || one.names?.includes(name) === true,
    )
    if (known !== undefined) return known.id
    const isPerson = this.#deciding.all.some(
      ({ kind, fields }) => kind === 'person' && fields['name']?.value === name,
    )
    return this.#entity(name, isPerson ? 'person' : 'body')
  }

  #claim(subject: Id, property: string, proposed: ClaimValue, isOfEvent = false, inferred?: Inference): void {
    const { proposal, document, learned } = this.#deciding
    const { language = 'en' } = this.#decision
    const corrected = this.#decision.decision === 'correct' && !isOfEvent ? this.#decision.value : undefined
    const value = corrected === undefined ? proposed : typeof proposed === 'number' ? Number(corrected) : corrected
    if (typeof value === 'number' && !Number.isFinite(value)) throw new DecisionError(cannot.noNumber)
    const source = proposal.accordingTo === undefined ? undefined : this.#entity(proposal.accordingTo.name, 'body')
    const claim: Claim = {
      id: this.freeId(`${subject}.${property}.${proposal.kind}.${document.id}`),
      subject,
      property,
      value,
      ...(proposal.modality === 'denied' ? { polarity: 'denied' as const } : {}),
      speaker: this.#speaker(),
      document: document.id,
      place: this.#place(),
      learned,
      disclosure: document.disclosure,
      ...(document.published === undefined ? {} : { said: document.published }),
      ...(source === undefined ? {} : { accordingTo: source }),
      ...(inferred === undefined ? {} : { inferred: inferenceText(inferred, language) }),
      ...(this.#decision.decision === 'correct'
        ? { note: correctedNote[language](String(proposed), this.#decision.by.trim()) }
        : {}),
    }
    this.bodies.push({ kind: 'claim', claim })
  }

  #place(): Place {
    const {
      proposal: { words },
      text,
    } = this.#deciding
    return {
      quote: words.text,
      prefix: text.slice(Math.max(0, words.start - CONTEXT_CHARACTERS), words.start),
      suffix: text.slice(words.end, words.end + CONTEXT_CHARACTERS),
      start: words.start,
      end: words.end,
    }
  }

  freeId(stem: string): Id {
    const { state } = this.#deciding
    const taken = (id: string): boolean =>
      state.claims.has(id) ||
      state.events.has(id) ||
      state.positions.has(id) ||
      this.bodies.some(
        (body) =>
          (body.kind === 'claim' && body.claim.id === id) || (body.kind === 'event' && body.event.id === id),
      )
    let id = stem
    for (let count = 2; taken(id); count += 1) id = `${stem}-${count}`
    return id
  }
}

const CONTEXT_CHARACTERS = 32

/**
 * A name as an id: Latin letters, digits, hyphens; other scripts by their code points, so that two names stay
 * two.
 */
export function slugOf(name: string): Id {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (sign) => `u${sign.codePointAt(0)?.toString(16) ?? ''}`)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80)
  return slug === '' ? 'unnamed' : slug
}
