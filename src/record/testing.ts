/**
 * A small language for tests: a record told line by line. Every method enters one thing and returns
 * the teller; ids are given or counted. Not part of the product.
 */
import type {
  Audience,
  Body,
  Claim,
  ClaimValue,
  Completeness,
  Disclosure,
  DocumentThing,
  EntityKind,
  Entry,
  Id,
  Identity,
  Position,
} from './model.ts'
import { parseMoment } from './time.ts'
import { project } from './project.ts'
import type { RecordState } from './project.ts'
import { viewOf } from './view.ts'
import type { View } from './view.ts'

export const madrid = 'Europe/Madrid'

/** What a claim may say beyond the common case. `learned` defaults to 2014-01-01. */
export type ClaimDetails = Partial<Omit<Claim, 'subject' | 'property' | 'value'>>

export class Teller {
  readonly entries: Entry[] = []
  /** The minute-by-minute system clock; tests may set it to lie. */
  recorded = '2020-01-01T00:00:00Z'

  constructor() {
    this.enter({
      kind: 'case',
      case: {
        id: 'case',
        title: 'A case',
        person: 'person',
        zone: madrid,
        desk: 'the desk',
        learnedRule: 'on the day',
      },
    })
    this.entity('person').entity('speaker').document('paper')
  }

  enter(body: Body): this {
    this.entries.push({ sequence: this.entries.length + 1, recorded: this.recorded, by: 'tester', body })
    return this
  }

  entity(id: Id, kind: EntityKind = 'person', details: { disclosure?: Disclosure } = {}): this {
    return this.enter({ kind: 'entity', entity: { id, kind, name: id, ...details } })
  }

  document(id: Id, details: Partial<DocumentThing> = {}): this {
    return this.enter({
      kind: 'document',
      document: { id, title: id, publisher: 'press', disclosure: 'public', ...details },
    })
  }

  event(id: Id, type = 'other'): this {
    return this.enter({ kind: 'event', event: { id, type, title: id, person: 'person' } })
  }

  /** `claim('ruling', 'date', '2013-07-22', { speaker: 'court' })` */
  claim(subject: Id, property: string, value: ClaimValue, details: ClaimDetails = {}): this {
    return this.enter({
      kind: 'claim',
      claim: {
        id: `c${this.entries.length + 1}`,
        subject,
        property,
        value,
        speaker: 'speaker',
        document: 'paper',
        learned: '2014-01-01',
        disclosure: 'public',
        ...details,
      },
    })
  }

  position(
    subject: Id,
    property: string,
    stance: Position['stance'],
    claims: readonly Id[],
    learned = '2014-01-01',
  ): this {
    const id = `p${this.entries.length + 1}`
    return this.enter({
      kind: 'position',
      position: { id, subject, property, stance, claims, by: 'counsel', because: 'the original is held', learned },
    })
  }

  identity(a: Id, b: Id, judgement: Identity['judgement'], learned = '2014-01-01'): this {
    const id = `i${this.entries.length + 1}`
    return this.enter({
      kind: 'identity',
      identity: { id, a, b, judgement, by: 'counsel', because: 'same docket number', learned },
    })
  }

  complete(of: string, through: Completeness['through'], learned = '2014-01-01'): this {
    const id = `k${this.entries.length + 1}`
    return this.enter({
      kind: 'completeness',
      completeness: { id, of, through, because: 'served on us', by: 'counsel', learned },
    })
  }

  assessment(question: string, answer: 'yes' | 'no' | 'unsure', learned = '2014-01-01'): this {
    const id = `a${this.entries.length + 1}`
    return this.enter({
      kind: 'assessment',
      assessment: { id, question, answer, by: 'counsel', reasons: 'reports', learned },
    })
  }

  state(): RecordState {
    return project(this.entries)
  }

  /** As known at the end of `knownBy` (or at its minute). */
  view(knownBy = '2030-01-01', audience: Audience = 'desk'): View {
    return viewOf(this.state(), { knownBy: parseMoment(knownBy, madrid), audience })
  }
}

export const tell = (): Teller => new Teller()
