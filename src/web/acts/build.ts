/** From a filled form to the entries it stands for. Pure, but for the chance in new names. */
import type { ChoicesAnswer } from '../../casework/index.ts'
import type { Body, Claim, Disclosure } from '../../record/index.ts'

export interface Desk {
  /** The acting person, as signed in. */
  readonly name: string
  /** The day on which what is entered counts as learned, unless the form says otherwise. */
  readonly day: string
  readonly choices: ChoicesAnswer
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replaceAll(/-+$/g, '')

/** A name that is free for all practical purposes: words, then chance. */
export function newId(text: string): string {
  const chance = [...crypto.getRandomValues(new Uint8Array(4))].map((b) => b.toString(16).padStart(2, '0')).join('')
  const words = slug(text)
  return words === '' ? `x-${chance}` : `${words}-${chance}`
}

export const field = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

interface Source {
  readonly bodies: readonly Body[]
  readonly speaker: string
  readonly document: string
}

/** Who says it and where: a name and a document of the case, or new ones made with the same act. */
export function sourceOf(data: FormData, { name, day, choices }: Desk): Source {
  const bodies: Body[] = []
  const speaker = field(data, 'speaker')
  let speakerId = speaker
  if (speaker === '') {
    const typed = field(data, 'newSpeaker') || name
    const known = choices.entities.find((e) => e.title === typed)
    speakerId = known?.id ?? newId(typed)
    if (known === undefined)
      bodies.push({
        kind: 'entity',
        entity: { id: speakerId, kind: 'person', name: typed, disclosure: 'internal' },
      })
  }
  let document = field(data, 'document')
  if (document === '') {
    const learned = field(data, 'learned') || day
    document = newId(`note-${learned}`)
    bodies.push({
      kind: 'document',
      document: {
        id: document,
        title: `${name}, ${learned}`,
        publisher: name,
        arrived: learned,
        disclosure: 'internal',
      },
    })
  }
  return { bodies, speaker: speakerId, document }
}

const disclosures: readonly Disclosure[] = ['public', 'counsel', 'internal', 'sealed']

/** The parts that every claim of a form shares. */
export function claimOf(
  data: FormData,
  desk: Desk,
  source: Source,
  about: Pick<Claim, 'subject' | 'property' | 'value' | 'polarity'>,
): Body {
  const quote = field(data, 'quote')
  const start = field(data, 'start')
  const open = field(data, 'public')
  return {
    kind: 'claim',
    claim: {
      id: newId(`${about.subject}.${about.property}`),
      ...about,
      speaker: source.speaker,
      document: source.document,
      learned: field(data, 'learned') || desk.day,
      disclosure: disclosures.find((level) => level === field(data, 'disclosure')) ?? 'internal',
      ...(quote === ''
        ? {}
        : {
            place: { quote, ...(start === '' ? {} : { start: Number(start), end: Number(start) + quote.length }) },
          }),
      ...(open === '' ? {} : { public: open }),
    },
  }
}

/** Attributes of an event that a form may give, besides its date. */
export const eventAttributes = ['remedy', 'outcome', 'issuer', 'addressee', 'notified'] as const

/** An event with a claim for each thing that is said of it; denied as a whole when it did not happen. */
export function eventBodies(data: FormData, desk: Desk): readonly Body[] {
  const source = sourceOf(data, desk)
  const type = field(data, 'type')
  const title = field(data, 'title') || (desk.choices.eventTypes.find((t) => t.id === type)?.title ?? type)
  const subject = newId(title)
  const denied = field(data, 'happened') === 'no'
  const proceeding = field(data, 'proceeding')
  const claim = (property: string, value: string | boolean, polarity?: 'denied'): Body =>
    claimOf(data, desk, source, { subject, property, value, ...(polarity === undefined ? {} : { polarity }) })
  const date = field(data, 'date')
  return [
    ...source.bodies,
    {
      kind: 'event',
      event: {
        id: subject,
        type,
        title,
        person: desk.choices.person,
        ...(proceeding === '' ? {} : { proceeding }),
      },
    },
    denied ? claim('occurred', true, 'denied') : claim('occurred', true),
    ...(denied || date === '' ? [] : [claim('date', date)]),
    ...eventAttributes.flatMap((name) => {
      const value = field(data, name)
      return value === '' || (denied && name === 'notified') ? [] : [claim(name, value)]
    }),
  ]
}

/** A claim about something that is in the record already. */
export function claimBodies(data: FormData, desk: Desk): readonly Body[] {
  const source = sourceOf(data, desk)
  const property = field(data, 'property')
  const typed = field(data, 'value')
  const kind = desk.choices.properties.find((p) => p.id === property)?.value
  const value = kind === 'flag' ? true : kind === 'number' && /^\d+$/.test(typed) ? Number(typed) : typed
  return [...source.bodies, claimOf(data, desk, source, { subject: field(data, 'subject'), property, value })]
}

export interface PositionAsked {
  readonly subject: string
  readonly property: string
  readonly claims: readonly string[]
  readonly stance: 'accepted' | 'preferred' | 'contested' | 'refused'
}

export const positionBody = (asked: PositionAsked, because: string, desk: Pick<Desk, 'name' | 'day'>): Body => ({
  kind: 'position',
  position: {
    id: newId(`${asked.subject}.${asked.property}`),
    ...asked,
    by: desk.name,
    because,
    learned: desk.day,
  },
})

export const identityBody = (
  a: string,
  b: string,
  judgement: 'same' | 'different' | 'unsure',
  because: string,
  desk: Pick<Desk, 'name' | 'day'>,
): Body => ({
  kind: 'identity',
  identity: { id: newId(`${a}-${b}`), a, b, judgement, by: desk.name, because, learned: desk.day },
})

/** The entry that reverses one; nothing where the record knows no reverse. */
export function reverseOf(body: Body, because: string, desk: Pick<Desk, 'name' | 'day'>): Body | undefined {
  switch (body.kind) {
    case 'claim': {
      const { subject, property, id } = body.claim
      return positionBody({ subject, property, claims: [id], stance: 'refused' }, because, desk)
    }
    case 'position': {
      const { subject, property, claims } = body.position
      return positionBody({ subject, property, claims, stance: 'contested' }, because, desk)
    }
    case 'identity':
      return identityBody(body.identity.a, body.identity.b, 'unsure', because, desk)
    case 'assessment': {
      const { question, subject } = body.assessment
      return {
        kind: 'assessment',
        assessment: {
          id: newId(question),
          question,
          ...(subject === undefined ? {} : { subject }),
          answer: 'unsure',
          by: body.assessment.by,
          reasons: because,
          learned: desk.day,
        },
      }
    }
    case 'case':
    case 'document':
    case 'entity':
    case 'proceeding':
    case 'event':
    case 'completeness':
    case 'ruling':
    case 'release':
    case 'passage':
      return undefined
  }
}
