/**
 * Checks what is about to be appended against what the record already holds. Errors must stop the
 * append; warnings are shown and may stand.
 */
import type { Body, BodyKind, Claim, DateText, DocumentThing, Id, Place, Release, Ruling } from './model.ts'
import type { RecordState, TakenStep } from './project.ts'
import { entryKey, idOf } from './project.ts'
import { releaseOf, stepProblem } from './release.ts'
import type { SaidProblem } from './said.ts'
import { spanOf } from './known.ts'
import { DateError, parseDate } from './time.ts'
import { wrong } from './validate-words.ts'
import { ruleOf } from './vocabulary.ts'

export interface RecordProblem {
  readonly severity: 'error' | 'warning'
  /** Which of the bodies, from 0. */
  readonly index: number
  readonly kind: BodyKind
  readonly id: Id
  /** The key at fault, dotted: `place.quote`. */
  readonly field: string
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  /** Both in every language of the program. */
  readonly said: SaidProblem
  /** Where a name leads nowhere: that name. */
  readonly missing?: Id
}

export interface ValidateOptions {
  /** The text layer of a document, where one is held; without it quotes cannot be checked. */
  readonly textOf?: (document: Id) => string | undefined
  /** Whose act it is; with it, a step of a release is refused where this person cannot take it. */
  readonly by?: string
}

type Report = (
  field: string,
  problem: SaidProblem,
  more?: Partial<Pick<RecordProblem, 'severity' | 'missing'>>,
) => void

interface Context {
  readonly state: RecordState
  readonly batch: ReadonlyMap<string, Body>
  readonly zone: string
  readonly textOf: (document: Id) => string | undefined
  readonly by: string | undefined
}

/**
 * Every problem of `bodies`, were they appended together to `state`. Within one act a body may name
 * another that stands later in the same act. An empty list means: append.
 */
export function validate(
  state: RecordState,
  bodies: readonly Body[],
  options: ValidateOptions = {},
): readonly RecordProblem[] {
  const problems: RecordProblem[] = []
  const batch = new Map<string, Body>()
  for (const body of bodies) batch.set(entryKey(body.kind, idOf(body)), body)
  const header = state.header ?? bodies.find((body) => body.kind === 'case')?.case
  const context: Context = {
    state,
    batch,
    zone: header !== undefined && isZone(header.zone) ? header.zone : 'UTC',
    textOf: options.textOf ?? (() => undefined),
    by: options.by,
  }
  const first = new Map<string, number>()
  bodies.forEach((body, index) => {
    const id = idOf(body)
    const report: Report = (field, said, more = {}) => {
      const [message, remedy] = [said.what.en, said.remedy.en]
      problems.push({ severity: 'error', index, kind: body.kind, id, field, message, remedy, said, ...more })
    }
    checkId(context, body, report, first, index)
    checkBody(context, body, report)
  })
  return problems
}

const idPattern = /^[a-z0-9]+([.-][a-z0-9]+)*$/
/** Claims may be about any of these, so their ids must not collide with each other. */
const subjectKinds = ['case', 'entity', 'proceeding', 'event'] as const

function checkId({ state }: Context, body: Body, report: Report, first: Map<string, number>, index: number): void {
  const id = idOf(body)
  if (!idPattern.test(id)) {
    report('id', wrong.unusableId(id))
  }
  if (body.kind === 'case' && state.header !== undefined) {
    report('id', wrong.secondHeader(state.header.id))
  }
  const kinds: readonly BodyKind[] = subjectKinds.some((kind) => kind === body.kind) ? subjectKinds : [body.kind]
  for (const kind of kinds) {
    const key = entryKey(kind, id)
    if (state.entries.has(key) || first.has(key)) {
      report('id', wrong.takenId(id, kind))
    }
  }
  first.set(entryKey(body.kind, id), index)
}

function has({ state, batch }: Context, kind: BodyKind, id: Id): boolean {
  const key = entryKey(kind, id)
  return state.entries.has(key) || batch.has(key)
}

function reference(
  context: Context,
  report: Report,
  field: string,
  kinds: readonly BodyKind[],
  id: Id | undefined,
): void {
  if (id === undefined || kinds.some((kind) => has(context, kind, id))) return
  report(field, wrong.nowhere(id, kinds), {
    missing: id,
  })
}

function date({ zone }: Context, report: Report, field: string, text: DateText | undefined): void {
  if (text === undefined) return
  try {
    parseDate(text, zone)
  } catch (error) {
    if (!(error instanceof DateError)) throw error
    report(field, error.said)
  }
}

function checkBody(context: Context, body: Body, report: Report): void {
  switch (body.kind) {
    case 'case':
      reference(context, report, 'person', ['entity'], body.case.person)
      checkZone(body.case.zone, report)
      return
    case 'document':
      date(context, report, 'published', body.document.published)
      date(context, report, 'arrived', body.document.arrived)
      date(context, report, 'embargo', body.document.embargo)
      reference(context, report, 'copyOf', ['document'], body.document.copyOf)
      reference(context, report, 'retells', ['document'], body.document.retells)
      checkCircle(context, body.document.id, report)
      return
    case 'entity':
      date(context, report, 'embargo', body.entity.embargo)
      return
    case 'proceeding':
      date(context, report, 'embargo', body.proceeding.embargo)
      reference(context, report, 'person', ['entity'], body.proceeding.person)
      return
    case 'event':
      reference(context, report, 'person', ['entity'], body.event.person)
      reference(context, report, 'proceeding', ['proceeding'], body.event.proceeding)
      date(context, report, 'embargo', body.event.embargo)
      return
    case 'claim':
      checkClaim(context, body.claim, report)
      return
    case 'position': {
      const { position } = body
      reference(context, report, 'subject', subjectKinds, position.subject)
      for (const id of position.claims) reference(context, report, 'claims', ['claim'], id)
      if (position.stance !== 'contested' && position.claims.length === 0) {
        report('claims', wrong.noClaims(position.stance))
      }
      date(context, report, 'learned', position.learned)
      return
    }
    case 'identity':
      reference(context, report, 'a', ['entity'], body.identity.a)
      reference(context, report, 'b', ['entity'], body.identity.b)
      if (body.identity.a === body.identity.b) {
        report('b', wrong.comparedWithItself)
      }
      date(context, report, 'learned', body.identity.learned)
      return
    case 'completeness':
      reference(context, report, 'proceeding', ['proceeding'], body.completeness.proceeding)
      if (body.completeness.through !== 'ongoing') date(context, report, 'through', body.completeness.through)
      date(context, report, 'learned', body.completeness.learned)
      return
    case 'assessment':
      reference(context, report, 'subject', subjectKinds, body.assessment.subject)
      for (const id of body.assessment.evidence ?? [])
        reference(context, report, 'evidence', ['claim', 'document'], id)
      date(context, report, 'learned', body.assessment.learned)
      return
    case 'ruling':
      checkRuling(context, body.ruling, report)
      return
    case 'release':
      checkRelease(context, body.release, report)
      return
    case 'passage':
      date(context, report, 'learned', body.passage.learned)
  }
}

/** Steps that stand earlier in the same act count as taken by the same person. */
function checkRelease({ state, batch, by }: Context, release: Release, report: Report): void {
  if (release.audience === 'desk') report('audience', wrong.releasedToDesk)
  if (by === undefined) return
  const before: TakenStep[] = []
  for (const body of batch.values()) {
    if (body.kind !== 'release') continue
    if (body.release === release) break
    before.push({ release: body.release, by, recorded: '', sequence: 0 })
  }
  const problem = stepProblem(releaseOf({ releases: [...state.releases, ...before] }, release), release.step, by)
  if (problem !== undefined) report('step', problem)
}

function checkRuling(context: Context, ruling: Ruling, report: Report): void {
  reference(context, report, 'thing', [ruling.of], ruling.thing)
  date(context, report, 'embargo', ruling.embargo)
  if (ruling.described !== undefined && ruling.of !== 'entity') report('described', wrong.noDescription(ruling.of))
}

function checkZone(zone: string, report: Report): void {
  if (!isZone(zone)) report('zone', wrong.noZone(zone))
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A document that goes back to itself would have no source at all. */
function checkCircle({ state, batch }: Context, id: Id, report: Report): void {
  const seen = new Set<Id>()
  for (let at: Id | undefined = id; at !== undefined;) {
    if (seen.has(at)) {
      if (at === id) report('copyOf', wrong.ownCopy(id, [...seen].join(', ')))
      return
    }
    seen.add(at)
    const body = batch.get(entryKey('document', at))
    const document: DocumentThing | undefined = body?.kind === 'document' ? body.document : state.documents.get(at)
    at = document?.copyOf ?? document?.retells
  }
}

function checkClaim(context: Context, claim: Claim, report: Report): void {
  reference(context, report, 'subject', subjectKinds, claim.subject)
  reference(context, report, 'document', ['document'], claim.document)
  reference(context, report, 'speaker', ['entity'], claim.speaker)
  reference(context, report, 'accordingTo', ['entity'], claim.accordingTo)
  for (const field of ['valid', 'said', 'learned', 'public', 'embargo'] as const)
    date(context, report, field, claim[field])
  const { value } = ruleOf(context.state.properties, claim.property)
  if (value === 'date') {
    if (typeof claim.value === 'string') date(context, report, 'value', claim.value)
    else report('value', wrong.noDate(claim.property, String(claim.value)))
  }
  if (value === 'flag' && typeof claim.value !== 'boolean') {
    report('value', wrong.noFlag(claim.property, String(claim.value)))
  }
  const said = spanOf(claim.said, context.zone)
  const learned = spanOf(claim.learned, context.zone)
  if (said !== undefined && learned !== undefined && said.earliest > learned.latest) {
    report('learned', wrong.learnedBeforeSaid(said.text, learned.text), { severity: 'warning' })
  }
  if (claim.place !== undefined) checkPlace(context, claim.document, claim.place, report)
}

function checkPlace({ textOf }: Context, document: Id, place: Place, report: Report): void {
  const { start, end, quote, prefix = '', suffix = '' } = place
  const fits = start === undefined || end === undefined ? start === end : end - start === quote.length
  if (!fits) {
    report('place', wrong.unfitPlace)
  }
  const text = textOf(document)
  if (text === undefined) return
  const flat = flatten(text)
  if (!flat.includes(flatten(quote))) {
    report('place.quote', wrong.notInDocument(quote, document))
  } else if (!squeeze(text).includes(squeeze(prefix + quote + suffix))) {
    report('place.prefix', wrong.otherContext(document))
  } else if (fits && start !== undefined && end !== undefined && text.slice(start, end) !== quote) {
    report('place.start', wrong.otherPlace(document, start, end, text.slice(start, end)))
  }
}

/** Line breaks and runs of spaces are layout, not words. */
const flatten = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
const squeeze = (text: string): string => flatten(text).replaceAll(' ', '')
