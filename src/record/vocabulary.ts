/**
 * What the record must know about a property to compare claims: what its values are, and whether
 * two different values contradict each other. The full vocabulary, with labels, is
 * `vocabulary/properties.yaml`; a test keeps the two in step.
 */

/** `date` values are compared as spans of time, `entity` values after identity, all others literally. */
export type PropertyValueKind = 'date' | 'text' | 'code' | 'entity' | 'number' | 'flag'

export interface PropertyRule {
  readonly value: PropertyValueKind
  /** True: there is one right answer, so two different ones are rivals. False: values add up. */
  readonly single: boolean
}

export type PropertyRules = Readonly<Record<string, PropertyRule>>

const one = (value: PropertyValueKind): PropertyRule => ({ value, single: true })
const several = (value: PropertyValueKind): PropertyRule => ({ value, single: false })

export const defaultProperties: PropertyRules = {
  date: one('date'),
  occurred: one('flag'),
  notified: one('date'),
  pronounced: one('date'),
  published: one('date'),
  publicity: several('code'),
  known: one('date'),
  delivered: one('date'),
  received: one('date'),
  due: one('date'),
  state: one('code'),
  government: one('code'),
  'given-by': several('text'),
  remedy: one('code'),
  procedure: one('code'),
  outcome: one('code'),
  body: one('entity'),
  addressee: one('code'),
  issuer: one('code'),
  act: one('code'),
  term: one('text'),
  place: one('text'),
  votes: one('text'),
  amount: one('text'),
  requesting: several('code'),
  content: several('text'),
  asserts: several('code'),
  'sending-state': one('code'),
  'receiving-state': one('code'),
  risk: several('code'),
  nationality: several('code'),
  name: several('text'),
  born: one('date'),
  age: several('number'),
  role: several('text'),
  'associate-of': several('entity'),
  'relative-of': several('entity'),
  custody: several('text'),
  demand: several('text'),
  quotation: several('text'),
  'reported-statement': several('text'),
  'country-record': several('text'),
  docket: one('text'),
}

/** An unlisted property is taken to have one right answer: a contradiction is shown rather than hidden. */
export const ruleOf = (properties: PropertyRules, property: string): PropertyRule =>
  Object.hasOwn(properties, property) ? (properties[property] ?? one('text')) : one('text')
