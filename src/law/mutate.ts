/**
 * Mutations of the packs: each flips one thing that a lawyer could get wrong. If no example notices, either an
 * example is missing or the
 * thing does not matter. Run by `npm run mutation`.
 */
import { dayOf, isoDay } from '../record/index.ts'
import { runExamples, testedKinds } from './check.ts'
import { joinPacks, type Law, type Vocabulary } from './law.ts'
import type { Problem } from './load.ts'
import type { BlockKind, Pack } from './model.ts'
import { parsePeriod } from './period.ts'

export interface Mutant {
  readonly kind: BlockKind
  readonly block: string
  readonly file: string
  readonly line: number
  /** `when[1] negated`, `period 3 working days → 4 working days`. */
  readonly change: string
  readonly pack: Pack
}

type Json = Record<string, unknown>

/** Every mutant of every tested block. */
export function* mutantsOf(packs: readonly Pack[]): Generator<Mutant> {
  for (const pack of packs) {
    for (const kind of testedKinds) {
      for (const [index, block] of pack.blocks[kind].entries()) {
        const raw = block as unknown as Json
        for (const { change, mutated } of changesOf(raw)) {
          const blocks = { ...pack.blocks, [kind]: (pack.blocks[kind] as readonly unknown[]).with(index, mutated) }
          yield {
            kind,
            block: String(raw[kind]),
            file: block.origin.file,
            line: block.origin.line,
            change,
            pack: { ...pack, blocks },
          }
        }
      }
    }
  }
}

interface Change {
  readonly change: string
  readonly mutated: Json
}

/** Lists of conditions, by key. */
const conditionKeys = ['when', 'unless', 'opens', 'reached', 'ends', 'endedBy', 'pausedWhile'] as const

function* changesOf(block: Json): Generator<Change> {
  for (const key of conditionKeys) {
    const list = block[key]
    if (!Array.isArray(list)) continue
    for (const [index, condition] of list.entries()) {
      const place = `${key}[${index + 1}]`
      yield { change: `${place} negated`, mutated: { ...block, [key]: list.with(index, negated(condition)) } }
      if (list.length > 1 || key === 'unless' || key === 'ends' || key === 'endedBy' || key === 'pausedWhile') {
        yield { change: `${place} dropped`, mutated: { ...block, [key]: list.toSpliced(index, 1) } }
      }
      for (const inner of innerChanges(condition))
        yield { change: `${place} ${inner.change}`, mutated: { ...block, [key]: list.with(index, inner.mutated) } }
    }
  }
  yield* closeChanges(block)
  yield* numberChanges(block)
}

const negated = (condition: unknown): unknown =>
  typeof condition === 'object' && condition !== null && 'not' in condition ? condition.not : { not: condition }

/** Inside `all` and `any`: swap them, drop or negate a part. */
function* innerChanges(condition: unknown): Generator<{ change: string; mutated: unknown }> {
  if (typeof condition === 'string') {
    const words = condition.split(' ')
    if (words.length > 1) yield { change: `without ${words.at(-1)}`, mutated: words.slice(0, -1).join(' ') }
    return
  }
  if (typeof condition !== 'object' || condition === null) return
  const record = condition as Json
  for (const [key, other] of [
    ['all', 'any'],
    ['any', 'all'],
  ] as const) {
    const parts = record[key]
    if (!Array.isArray(parts)) continue
    if (parts.length > 1) yield { change: `${key} → ${other}`, mutated: { [other]: parts } }
    for (const [index, part] of parts.entries()) {
      if (parts.length > 1)
        yield { change: `${key} without part ${index + 1}`, mutated: { [key]: parts.toSpliced(index, 1) } }
      yield { change: `${key} part ${index + 1} negated`, mutated: { [key]: parts.with(index, negated(part)) } }
      for (const inner of innerChanges(part))
        yield {
          change: `${key} part ${index + 1} ${inner.change}`,
          mutated: { [key]: parts.with(index, inner.mutated) },
        }
    }
  }
  if ('not' in record)
    for (const inner of innerChanges(record['not']))
      yield { change: `not ${inner.change}`, mutated: { not: inner.mutated } }
  if ('notSince' in record) yield { change: 'without notSince', mutated: { happened: record['happened'] } }
  if ('as' in record)
    yield { change: 'answer flipped', mutated: { ...record, as: record['as'] === 'yes' ? 'no' : 'yes' } }
}

function* closeChanges(block: Json): Generator<Change> {
  const closes = block['closes']
  if (Array.isArray(closes)) {
    for (const [index, close] of (closes as Json[]).entries()) {
      yield { change: `closes[${index + 1}] dropped`, mutated: { ...block, closes: closes.toSpliced(index, 1) } }
      yield {
        change: `closes[${index + 1}] negated`,
        mutated: { ...block, closes: closes.with(index, { ...close, when: negated(close['when']) }) },
      }
    }
  }
  const needed = block['needsFirst']
  if (Array.isArray(needed))
    for (const [index] of needed.entries())
      yield {
        change: `needsFirst[${index + 1}] dropped`,
        mutated: { ...block, needsFirst: needed.toSpliced(index, 1) },
      }
  const disputed = block['disputed']
  if (block['remedy'] !== undefined && Array.isArray(disputed) && disputed.length > 0)
    yield { change: 'disputed dropped', mutated: { ...block, disputed: [] } }
}

function* numberChanges(block: Json): Generator<Change> {
  const period = block['period']
  if (typeof period === 'string') {
    const { count } = parsePeriod(period)
    for (const other of [count + 1, count - 1])
      if (other > 0)
        yield {
          change: `period ${period} → ${other}`,
          mutated: { ...block, period: period.replace(/^\d+/, String(other)) },
        }
  }
  if (typeof block['countFirstDay'] === 'boolean' && typeof period === 'string' && !/hour|minute/.test(period)) {
    yield { change: 'first day counted otherwise', mutated: { ...block, countFirstDay: !block['countFirstDay'] } }
  }
  const readings = block['readings']
  if (Array.isArray(readings))
    for (const [index] of readings.entries())
      yield {
        change: `readings[${index + 1}] dropped`,
        mutated: { ...block, readings: readings.toSpliced(index, 1) },
      }
  for (const edge of ['from', 'until'] as const) {
    const date = block[edge]
    if (typeof date !== 'string') continue
    for (const shift of [1, -1])
      yield { change: `${edge} ${date} moved by ${shift} day`, mutated: { ...block, [edge]: moved(date, shift) } }
  }
}

function moved(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return isoDay(dayOf(year, month, day) + days)
}

/**
 * Whether some example of the packs fails once the mutant stands in for the original. Only packs that can meet the
 * mutant in one case are joined: its own
 * State's and the international ones; the examples of other States say nothing about it.
 */
export function isNoticed(law: Law, mutant: Mutant, events: Vocabulary): boolean {
  const national = /^[A-Z]{2}$/
  const { jurisdiction, file } = mutant.pack
  const packs = law.packs
    .filter((pack) => !national.test(pack.jurisdiction) || pack.jurisdiction === jurisdiction)
    .map((pack) => (pack.file === file ? mutant.pack : pack))
  const problems: Problem[] = []
  const mutatedLaw = joinPacks(packs, events, problems)
  // Two versions that now overlap, a circle, a name gone: the loader refuses the pack.
  if (problems.length > 0) return true
  // The block's own examples first: they are the ones meant to notice.
  const own = runExamples(mutatedLaw, (id) => id === mutant.block)
  if (own.some((r) => r.differences.length > 0)) return true
  return runExamples(mutatedLaw, (id) => id !== mutant.block).some((r) => r.differences.length > 0)
}
