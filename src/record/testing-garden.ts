/**
 * The things of a record with canaries: whom it speaks of, what it rests on, what happened, what is claimed. The levels
 * are reckoned here anew, by hand, and not by the code under test. Not part of the product.
 */
import { happenings, papers, people } from './testing-histories.ts'
import {
  type Aside,
  type GardenOptions,
  INTERNAL,
  type Level,
  type Mark,
  noAside,
  type Planted,
  SEALED,
  Seedbed,
  type Somebody,
  type Something,
  without,
} from './testing-seedbed.ts'
import type {
  Body,
  CaseHeader,
  Claim,
  DocumentThing,
  EntityThing,
  EventThing,
  Id,
  Identity,
  Place,
  ProceedingThing,
  RuledKind,
  Ruling,
  Sha256,
} from './model.ts'

/** What a claim can be about. */
interface Subject extends Something {
  readonly kind: 'case' | 'entity' | 'proceeding' | 'event'
  /** Up to which rank its name stays closed. */
  readonly nameRank: number
}
export interface Said {
  readonly id: Id
  readonly rank: number
  readonly subject: Subject
  readonly property: string
}

const happening = ['occurred', 'occurred', 'occurred', 'occurred', 'occurred', 'occurred', 'date']
const textProperties = ['role', 'content', 'country-record', 'demand', 'custody', 'name', 'place', 'docket']

export class Garden extends Seedbed {
  readonly #hashOf: (text: string) => Sha256
  readonly bodies: Body[] = []
  readonly due: Mark[] = []
  /** Titles of events of the person that somebody says have happened. */
  readonly told: Mark[] = []
  readonly originals = new Map<string, Mark>()
  readonly claims: Said[] = []
  #people: readonly Somebody[] = []
  papers: readonly Something[] = []
  proceedings: readonly Something[] = []
  #events: readonly (Something & { readonly isOwn: boolean })[] = []
  #case: Id = 'case'

  constructor(seed: number, { levels, isWild, hashOf }: GardenOptions) {
    super(seed, levels, isWild)
    this.#hashOf = hashOf
  }

  #person(index: number): Somebody {
    const found = this.#people[index]
    if (found === undefined) throw new RangeError(`There is no person ${index}.`)
    return found
  }

  anyone(): Somebody {
    return this.#person(this.dice.roll(this.#people.length))
  }

  /** A name that is mentioned in passing closes the text in which it stands. */
  aside(): Aside {
    if (!this.perhaps(12)) return noAside
    const { name, rank } = this.anyone()
    return { words: `, said ${name}`, rank }
  }

  rule(of: RuledKind, thing: Id, { ruled }: Level, described?: string): void {
    if (ruled === undefined) return
    const whole: Planted<Ruling> = {
      id: this.id('ruling', INTERNAL),
      of,
      thing,
      disclosure: ruled.disclosure,
      embargo: ruled.embargo ?? '',
      described: described ?? '',
      by: this.text('ruling.by', INTERNAL),
      because: this.text('ruling.because', INTERNAL),
    }
    const absent = [
      ...(ruled.embargo === undefined ? (['embargo'] as const) : []),
      ...(described === undefined ? (['described'] as const) : []),
    ]
    this.bodies.push({ kind: 'ruling', ruling: without(whole, absent) })
  }

  /** Two of them may be held to be one: then both are as closed as the stricter. */
  sowPeople(): void {
    const drawn = people.map(() => ({ level: this.level(), isDescribed: this.dice.roll(2) === 0 }))
    const other = 1 + this.dice.roll(3)
    const judgement = this.dice.one(['same', 'different', 'unsure'] as const, 'unsure')
    const together = (index: number): readonly number[] =>
      judgement === 'same' && (index === 4 || index === other) ? [other, 4] : [index]
    const own = drawn.map(({ level, isDescribed }) => ({
      rank: level.rank,
      gone: isDescribed && !level.isSealed ? 0 : level.rank,
    }))
    this.#people = drawn.map(({ level, isDescribed }, index) => {
      const group = together(index).map((one) => own[one] ?? { rank: SEALED, gone: SEALED })
      const rank = Math.max(...group.map((one) => one.rank))
      const gone = Math.max(...group.map((one) => one.gone))
      return this.#sowPerson(index, level, isDescribed, rank, gone)
    })
    const rank = Math.max(1, this.#person(other).rank, this.#person(4).rank)
    const identity: Planted<Identity> = {
      id: this.id('identity', rank),
      a: this.#person(other).id,
      b: this.#person(4).id,
      judgement,
      by: this.text('identity.by', INTERNAL),
      because: this.text('identity.because', INTERNAL),
      learned: '2014-01-01',
    }
    this.bodies.push({ kind: 'identity', identity })
  }

  #sowPerson(index: number, level: Level, isDescribed: boolean, rank: number, gone: number): Somebody {
    const id = this.id('entity', rank)
    const name = this.text('entity.name', rank)
    // Where the name may be said the description is the desk's own: that there was one tells something.
    const agreed = isDescribed
      ? this.text('entity.described', level.isSealed ? SEALED : level.rank === 0 ? INTERNAL : 0)
      : undefined
    const former = level.ruled === undefined ? agreed : this.text('entity.described', INTERNAL)
    const entity: Planted<EntityThing> = {
      id,
      kind: this.dice.one(['person', 'person', 'person', 'body', 'place'] as const, 'person'),
      name,
      names: [this.text('entity.names', rank), this.text('entity.names', rank)],
      disclosure: level.entered.disclosure,
      embargo: level.entered.embargo ?? '',
      described: former ?? '',
      note: this.text('entity.note', INTERNAL),
    }
    const absent = [
      ...noEmbargo(level),
      ...(former === undefined ? (['described'] as const) : []),
      ...(level.entered.disclosure === 'public' && index > 2 ? (['disclosure'] as const) : []),
    ]
    this.bodies.push({ kind: 'entity', entity: without(entity, absent) })
    this.rule('entity', id, level, agreed)
    return { id, name, rank, gone }
  }

  sowCase(): void {
    const { id: person, rank, gone } = this.#person(0)
    const header: Planted<CaseHeader> = {
      id: this.id('case', gone),
      title: this.text('case.title', rank),
      person,
      zone: 'Europe/Madrid',
      desk: this.text('case.desk', gone),
      learnedRule: this.text('case.learnedRule', INTERNAL),
      note: this.text('case.note', INTERNAL),
    }
    this.#case = header.id
    this.bodies.unshift({ kind: 'case', case: header })
  }

  sowPapers(): void {
    const sown: Something[] = []
    papers.forEach((_, index) => {
      const level = this.level()
      const aside = this.aside()
      // Nobody has looked through the bytes of an original for names: it stays at the desk, however open its document.
      const original: Mark = {
        field: 'document.original',
        rank: INTERNAL,
        text: this.text('document.original', INTERNAL),
      }
      // The third copies the first, the fourth retells the third.
      const up = index === 2 ? sown[0] : index === 3 ? sown[2] : undefined
      const rank = Math.max(level.rank, aside.rank, up?.rank ?? 0)
      const from = this.marks.length
      const document: Planted<DocumentThing> = {
        id: this.id('document', rank),
        title: this.text('document.title', rank),
        publisher: this.text('document.publisher', rank),
        published: '2014-01-01',
        address: this.text('document.address', rank),
        sha256: this.#hashOf(original.text),
        mediaType: this.text('document.mediaType', rank),
        language: this.text('document.language', rank),
        rights: this.text('document.rights', rank, aside.words),
        broughtBy: this.text('document.broughtBy', INTERNAL),
        arrived: '2014-01-01',
        disclosure: level.entered.disclosure,
        embargo: level.entered.embargo ?? '',
        copyOf: up?.id ?? '',
        retells: up?.id ?? '',
        note: this.text('document.note', INTERNAL),
      }
      const reads = this.#readSince(from)
      const absent = [
        ...noEmbargo(level),
        ...(index === 2 ? [] : (['copyOf'] as const)),
        ...(index === 3 ? [] : (['retells'] as const)),
      ]
      this.bodies.push({ kind: 'document', document: without(document, absent) })
      this.originals.set(document.sha256, original)
      this.rule('document', document.id, level)
      sown.push({ id: document.id, rank, reads })
    })
    this.papers = sown
  }

  sowProceeding(): void {
    const level = this.level()
    const aside = this.aside()
    const { id: person, gone } = this.#person(0)
    const rank = Math.max(level.rank, aside.rank, gone)
    const from = this.marks.length
    const proceeding: Planted<ProceedingThing> = {
      id: this.id('proceeding', rank),
      track: 'es.asylum',
      round: 1,
      person,
      title: this.text('proceeding.title', rank),
      body: this.#person(2).id,
      docket: this.text('proceeding.docket', rank, aside.words),
      disclosure: level.entered.disclosure,
      embargo: level.entered.embargo ?? '',
    }
    this.bodies.push({ kind: 'proceeding', proceeding: without(proceeding, noEmbargo(level)) })
    this.rule('proceeding', proceeding.id, level)
    this.proceedings = [{ id: proceeding.id, rank, reads: this.#readSince(from) }]
  }

  sowEvents(): void {
    this.#events = happenings.map((_, index) => {
      const level = this.level()
      const aside = this.aside()
      const person = this.#person(index === 2 ? this.dice.roll(5) : 0)
      const proceeding = this.dice.roll(2) === 0 ? this.proceedings[0] : undefined
      const rank = Math.max(level.rank, aside.rank, person.gone, proceeding?.rank ?? 0)
      const from = this.marks.length
      const event: Planted<EventThing> = {
        id: this.id('event', rank, this.perhaps(5) ? person.id : undefined),
        type: 'other',
        title: this.text('event.title', rank, aside.words),
        person: person.id,
        proceeding: proceeding?.id ?? '',
        disclosure: level.entered.disclosure,
        embargo: level.entered.embargo ?? '',
      }
      const absent = proceeding === undefined ? (['proceeding'] as const) : []
      this.bodies.push({ kind: 'event', event: without(event, [...absent, ...noEmbargo(level)]) })
      this.rule('event', event.id, level)
      const reads = [...this.#readSince(from), ...(proceeding?.reads ?? [])]
      return { id: event.id, rank, reads, isOwn: person === this.#person(0) }
    })
  }

  /** What a reader of the thing sown since then reads in it. */
  #readSince(from: number): readonly Mark[] {
    return this.marks.slice(from).filter(({ field }) => !/\.id$|^ruling|\.note$|broughtBy|original/u.test(field))
  }

  #subjects(): readonly Subject[] {
    const { rank, gone } = this.#person(0)
    const titles = this.marks.filter(({ field }) => field === 'case.title')
    const entities = this.#people.map((who): Subject => ({
      kind: 'entity',
      id: who.id,
      rank: who.gone,
      nameRank: who.rank,
      reads: [nameOf(who)],
    }))
    const things = (kind: 'proceeding' | 'event', held: readonly Something[]): readonly Subject[] =>
      held.map((thing) => ({ ...thing, kind, nameRank: 0 }))
    return [
      ...entities,
      // Twice: most of a paper is about what happened.
      ...things('event', [...this.#events, ...this.#events]),
      ...things('proceeding', this.proceedings),
      { kind: 'case', id: this.#case, rank: gone, nameRank: 0, reads: titles.map((mark) => ({ ...mark, rank })) },
    ]
  }

  sowClaim(): void {
    const level = this.level()
    const subjects = this.#subjects()
    const subject = subjects[this.dice.roll(subjects.length)]
    const paper = this.papers[this.dice.roll(this.papers.length)]
    if (subject === undefined || paper === undefined) return
    const [speaker, other, associate] = [this.anyone(), this.anyone(), this.anyone()]
    const isHearsay = this.dice.roll(3) === 0
    const isPublic = !this.perhaps(10)
    const property = this.dice.one(
      ['associate-of', ...textProperties, ...(subject.kind === 'event' ? happening : [])],
      'role',
    )
    const isDenied = this.dice.roll(6) === 0
    const aside = textProperties.includes(property) ? this.aside() : noAside
    const origins = [speaker, ...(isHearsay ? [other] : [])]
    const closing = [...origins, ...(property === 'associate-of' ? [associate] : [])].map(({ gone }) => gone)
    const named = property === 'name' ? subject.nameRank : 0
    const rests = [level.rank, aside.rank, paper.rank, subject.rank, named, isPublic ? 0 : 1]
    const rank = Math.max(...rests, ...closing)
    const claim: Planted<Claim> = {
      id: this.id('claim', rank, subject.kind === 'entity' && this.perhaps(4) ? subject.id : undefined),
      subject: subject.id,
      property,
      value: this.#valueOf(property, rank, associate, aside.words),
      polarity: isDenied ? 'denied' : 'asserted',
      speaker: speaker.id,
      document: paper.id,
      place: this.#place(rank),
      valid: '2014-01-01',
      said: '2014-01-01',
      learned: '2014-01-02',
      public: '2014-01-02',
      grade: { source: 'B', information: 2 },
      disclosure: level.entered.disclosure,
      embargo: level.entered.embargo ?? '',
      accordingTo: other.id,
      inferred: this.text('claim.inferred', INTERNAL),
      note: this.text('claim.note', INTERNAL),
    }
    const absent = [
      ...(isPublic ? [] : (['public'] as const)),
      ...(isHearsay ? [] : (['accordingTo'] as const)),
      ...noEmbargo(level),
    ]
    this.bodies.push({ kind: 'claim', claim: without(claim, absent) })
    this.rule('claim', claim.id, level)
    this.claims.push({ id: claim.id, rank, subject, property })
    // A person who is the value may stand under another id; a flag in other words.
    const said = property === 'associate-of' ? [nameOf(associate)] : []
    const words = textProperties.includes(property)
      ? [{ field: 'claim.value', rank, text: String(claim.value) }]
      : []
    const quote = { field: 'claim.place.quote', rank, text: claim.place.quote }
    const reads = [...said, ...words, quote, ...paper.reads, ...subject.reads, ...origins.map(nameOf)]
    this.due.push(...reads.map((mark) => ({ ...mark, rank: Math.max(rank, mark.rank) })))
    if (property === 'occurred' && !isDenied && this.#events.some(({ id, isOwn }) => id === subject.id && isOwn))
      this.told.push(...subject.reads.slice(0, 1).map((mark) => ({ ...mark, rank })))
  }

  #valueOf(property: string, rank: number, associate: Somebody, aside: string): Claim['value'] {
    switch (property) {
      case 'associate-of':
        return associate.id
      case 'occurred':
        return true
      case 'date':
        return '2014-01-05'
      default:
        return this.text('claim.value', rank, aside)
    }
  }

  #place(rank: number): Planted<Place> {
    const quote = this.text('claim.place.quote', rank)
    return {
      quote,
      prefix: this.text('claim.place.prefix', INTERNAL),
      suffix: this.text('claim.place.suffix', INTERNAL),
      start: 0,
      end: quote.length,
      page: 1,
    }
  }
}

const nameOf = ({ name, rank }: Somebody): Mark => ({ field: 'entity.name', rank, text: name })

const noEmbargo = ({ entered }: Level): readonly 'embargo'[] => (entered.embargo === undefined ? ['embargo'] : [])
