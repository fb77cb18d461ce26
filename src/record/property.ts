/**
 * What the known claims and positions on one point add up to. A point is one property of one subject.
 * Grouping does not depend on the order of the claims.
 */
import type { Claim, ClaimValue, DateText, DocumentThing, Id, Position } from './model.ts'
import type { Known, KnownClaim } from './project.ts'
import { dayIn, isoDay, isoMinute, overlap } from './time.ts'
import type { Instant, Span, Zone } from './time.ts'
import { compare } from './compare.ts'
import { laterKnown } from './identity.ts'
import type { PropertyRule } from './vocabulary.ts'

/** One value that somebody gives, with all who give it and all who deny it. */
export interface Rival {
  /** For dates, the narrowest text given. */
  readonly value: ClaimValue
  readonly span?: Span
  /** Who says so. A date that fits several rivals (a month around two rival days) is listed with each. */
  readonly claims: readonly Claim[]
  /** Who says expressly that it is not so. */
  readonly denials: readonly Claim[]
  readonly speakers: readonly Id[]
  readonly documents: readonly Id[]
  /** When it was said, sorted, without repetition. */
  readonly said: readonly DateText[]
  /** Documents behind `claims`, where copies and retellings of one document count once. */
  readonly independentSources: number
}

/** A position that the team takes on a point, as its view shows it. */
export interface Stance {
  readonly by: string
  readonly because: string
  readonly position: Id
  /** The claims it names. */
  readonly claims: readonly Id[]
}

export interface PropertyView {
  readonly property: string
  /** `contested`: rivals stand, none preferred, or the team says so. `unknown`: nobody gives a value. */
  readonly status: 'known' | 'contested' | 'unknown'
  /** The value that stands; absent while unknown, contested, or when several stand together. */
  readonly value?: ClaimValue
  /** Every value that stands or contends: more than one where values add up, or where rivals do. */
  readonly values: readonly ClaimValue[]
  /** Dates only: the span that stands; while contested, the hull of all rivals. */
  readonly span?: Span
  /** Every value given, one group each; two or more groups of a single-valued property are rivals. */
  readonly rivals: readonly Rival[]
  readonly preferred?: Stance
  /** Who calls the point contested, and why. */
  readonly contested?: Stance
  /** Every known claim on the point, refused ones included, in order of entry. */
  readonly claims: readonly Claim[]
  /** Claims the team refuses: shown, not reckoned. */
  readonly refused: readonly Claim[]
}

/** The answer on a point nobody has spoken about. */
export const unknownProperty = (property: string): PropertyView => ({
  property,
  status: 'unknown',
  values: [],
  rivals: [],
  claims: [],
  refused: [],
})

export interface Reckoning {
  readonly property: string
  readonly rule: PropertyRule
  readonly zone: Zone
  readonly documents: ReadonlyMap<Id, DocumentThing>
  readonly canonical: ReadonlyMap<Id, Id>
}

/** One claim as it speaks on a point: for a value, or against it. */
export interface Voice {
  readonly known: KnownClaim
  readonly value: ClaimValue
  readonly asserted: boolean
}

/** How a claim speaks on its own property. To deny a flag is to assert the opposite. */
export function voiceOf(known: KnownClaim, context: Reckoning): Voice {
  const { value, polarity } = known.thing
  const asserted = polarity !== 'denied'
  if (typeof value === 'boolean') return { known, value: asserted ? value : !value, asserted: true }
  if (typeof value === 'number') return { known, value, asserted }
  if (context.rule.value === 'entity') return { known, value: context.canonical.get(value) ?? value, asserted }
  return { known, value: plain.test(value) ? value : tidied(value), asserted }
}

/** Nothing to tidy: the usual case, and much the cheaper one. */
const plain = /^[!-~]+(?: [!-~]+)*$/
const tidied = (value: string): string => value.normalize('NFC').trim().replace(/\s+/gu, ' ')

/** Adds up everything known on one point. */
export function reckon(
  context: Reckoning,
  voices: readonly Voice[],
  positions: readonly Known<Position>[],
): PropertyView {
  const ordered = [...positions].toSorted(laterKnown)
  const refusedIds = refusedClaims(ordered)
  const bySequence = voices.toSorted((a, b) => a.known.sequence - b.known.sequence)
  const counted = bySequence.filter((voice) => !refusedIds.has(voice.known.thing.id))
  const stance = ordered.findLast((position) => position.thing.stance !== 'refused')?.thing
  const contested = stance?.stance === 'contested' ? stance : undefined
  const rivals = groups(context, counted, new Set(contested?.claims))
  const base = {
    property: context.property,
    rivals,
    claims: bySequence.map((voice) => voice.known.thing),
    refused: bySequence.filter((voice) => refusedIds.has(voice.known.thing.id)).map((voice) => voice.known.thing),
  }
  const preferredIds = new Set(stance?.stance === 'preferred' ? stance.claims : [])
  const preferredVoices = counted.filter((voice) => preferredIds.has(voice.known.thing.id))
  if (stance !== undefined && preferredVoices.length > 0) {
    const chosen = groups(context, withPreference(context, counted, preferredVoices))
    return { ...base, ...standing(context, chosen, false), preferred: stanceOf(stance) }
  }
  return {
    ...base,
    ...standing(context, rivals, contested !== undefined),
    ...(contested === undefined ? {} : { contested: stanceOf(contested) }),
  }
}

const stanceOf = ({ by, because, id, claims }: Position): Stance => ({ by, because, position: id, claims })

/** A claim is refused when the latest position that names it refuses it. */
function refusedClaims(ordered: readonly Known<Position>[]): ReadonlySet<Id> {
  const refused = new Set<Id>()
  for (const { thing } of ordered) {
    for (const id of thing.claims) {
      if (thing.stance === 'refused') refused.add(id)
      else refused.delete(id)
    }
  }
  return refused
}

/** Preferring claims that give a value leaves only them; preferring a denial drops the value it denies. */
function withPreference(
  context: Reckoning,
  counted: readonly Voice[],
  preferred: readonly Voice[],
): readonly Voice[] {
  if (preferred.some((voice) => voice.asserted)) return preferred
  return counted.filter(
    (voice) => voice.asserted && !preferred.some((denial) => contradicts(context, denial, voice)),
  )
}

function standing(
  { rule, zone }: Reckoning,
  rivals: readonly Rival[],
  forced: boolean,
): Pick<PropertyView, 'status' | 'value' | 'values' | 'span'> {
  const values = rivals.map((rival) => rival.value)
  const spans = rivals.flatMap((rival) => (rival.span === undefined ? [] : [rival.span]))
  const [only] = rivals
  if (only === undefined) return { status: forced ? 'contested' : 'unknown', values }
  const contested = forced || (rule.single && rivals.length > 1) || rivals.some((rival) => rival.denials.length > 0)
  const span = spans.length > 0 ? { span: hull(spans, zone) } : {}
  if (contested) return { status: 'contested', values, ...span }
  return { status: 'known', values, ...(rivals.length === 1 ? { value: only.value } : {}), ...span }
}

/** Claims that the team sets `apart` as contradicting each other do so, though their dates may overlap. */
function groups(
  context: Reckoning,
  voices: readonly Voice[],
  apart: ReadonlySet<Id> = new Set(),
): readonly Rival[] {
  const asserted = voices.filter((voice) => voice.asserted)
  const denied = voices.filter((voice) => !voice.asserted)
  const cores = coresOf(asserted, apart)
  return cores.map((core) => {
    const members = asserted.filter((voice) => agrees(core, voice, apart)).map((voice) => voice.known.thing)
    const denials = denied.filter((denial) => contradicts(context, denial, core)).map((voice) => voice.known.thing)
    return rivalOf(context, core, members, denials)
  })
}

function rivalOf(context: Reckoning, core: Voice, claims: readonly Claim[], denials: readonly Claim[]): Rival {
  const documents = sorted(claims.map((claim) => claim.document))
  const span = spanOfVoice(core)
  return {
    value: core.value,
    ...(span === undefined ? {} : { span }),
    claims,
    denials,
    speakers: sorted(claims.map((claim) => context.canonical.get(claim.speaker) ?? claim.speaker)),
    documents,
    said: sorted(claims.flatMap((claim) => (claim.said === undefined ? [] : [claim.said]))),
    independentSources: new Set(documents.map((id) => sourceOf(id, context.documents))).size,
  }
}

/**
 * The values that exclude each other. For dates: the narrowest first, each one that overlaps none
 * before it; every other date overlaps at least one of these. Dates set apart by the team come before all others.
 */
function coresOf(asserted: readonly Voice[], apart: ReadonlySet<Id>): readonly Voice[] {
  const distinct = new Map(
    asserted.map((voice) => [
      `${text(voice)}|${spanOfVoice(voice) === undefined}|${apart.has(voice.known.thing.id)}`,
      voice,
    ]),
  )
  const cores: Voice[] = []
  const narrowestFirst = [...distinct.values()].toSorted(byNarrowness)
  const named = narrowestFirst.filter((voice) => apart.has(voice.known.thing.id))
  for (const voice of [...named, ...narrowestFirst]) {
    if (!cores.some((core) => agrees(core, voice, apart))) cores.push(voice)
  }
  return cores.toSorted(byTimeThenValue)
}

/** The span a voice gives; none where it speaks as something else than its own value (an implied `occurred`). */
const spanOfVoice = (voice: Voice): Span | undefined =>
  typeof voice.value === 'boolean' ? undefined : voice.known.span

function agrees(core: Voice, voice: Voice, apart: ReadonlySet<Id>): boolean {
  if (apart.has(core.known.thing.id) && apart.has(voice.known.thing.id)) return core.value === voice.value
  const a = spanOfVoice(core)
  const b = spanOfVoice(voice)
  return a !== undefined && b !== undefined ? overlap(a, b) : core.value === voice.value
}

/** A denied date contradicts a date that lies wholly inside it; any other value contradicts its equal. */
function contradicts({ rule }: Reckoning, denial: Voice, voice: Voice): boolean {
  const no = denial.known.span
  const yes = voice.known.span
  if (rule.value === 'date' && no !== undefined && yes !== undefined) {
    return no.earliest <= yes.earliest && yes.latest <= no.latest
  }
  return denial.value === voice.value
}

const text = (voice: Voice): string => `${typeof voice.value}:${String(voice.value)}`

/** Narrowest date first, then the earliest, then by text: an order that owes nothing to the order of entry. */
function byNarrowness(a: Voice, b: Voice): number {
  const x = spanOfVoice(a)
  const y = spanOfVoice(b)
  const width = (span: Span | undefined): number => (span === undefined ? Infinity : span.latest - span.earliest)
  return compare(width(x), width(y)) || byTimeThenValue(a, b)
}

function byTimeThenValue(a: Voice, b: Voice): number {
  const from = (voice: Voice): Instant => spanOfVoice(voice)?.earliest ?? Infinity
  return compare(from(a), from(b)) || compare(text(a), text(b))
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted()

/** The documents that one goes back to, the nearest first: what it copies or retells, and what that does. */
export function originsOf(id: Id, documents: ReadonlyMap<Id, DocumentThing>): readonly Id[] {
  const line: Id[] = []
  for (let at = documents.get(id); at !== undefined; at = documents.get(line.at(-1) ?? '')) {
    const up = at.copyOf ?? at.retells
    if (up === undefined || up === id || line.includes(up)) return line
    line.push(up)
  }
  return line
}

/** The document that a copy or a retelling goes back to. In a circle, the first by name stands for all. */
export function sourceOf(id: Id, documents: ReadonlyMap<Id, DocumentThing>): Id {
  const path = [id]
  for (;;) {
    const at = documents.get(path.at(-1) ?? id)
    const up = at?.copyOf ?? at?.retells
    if (up === undefined) return path.at(-1) ?? id
    const seen = path.indexOf(up)
    if (seen >= 0) return path.slice(seen).toSorted()[0] ?? id
    path.push(up)
  }
}

/** The smallest span that holds all of them; a single one stays as it was written. */
export function hull(spans: readonly Span[], zone: Zone): Span {
  const [first] = spans
  if (first !== undefined && spans.length === 1) return first
  const earliest = Math.min(...spans.map((span) => span.earliest))
  const latest = Math.max(...spans.map((span) => span.latest))
  const fine = spans.every((span) => span.precision === 'minute')
  const write = (at: Instant): string =>
    Number.isFinite(at) ? (fine ? isoMinute(zone, at) : isoDay(dayIn(zone, at))) : '..'
  return {
    earliest,
    latest,
    precision: 'interval',
    text: `${write(earliest)}/${write(latest)}`,
    approximate: spans.some((span) => span.approximate),
    uncertain: spans.some((span) => span.uncertain),
  }
}
