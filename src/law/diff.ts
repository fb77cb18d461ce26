/**
 * What differs between two sets of packs: which blocks, which worked examples come out differently, which
 * conclusions of a case.
 */
import { conclusionsAbout } from './asked.ts'
import { type BulkEvaluated, evaluateBulkCases } from './bulk.ts'
import { blocksWithExamples, type ExampleResult, runExamples } from './check.ts'
import { type Affected, affectedBlocks } from './diff-affected.ts'
import { grouped } from './grouped.ts'
import { type Law, lawFor } from './law.ts'
import { type BlockKind, blockSchemas, type Label, type Origin, type Pack } from './model.ts'
import { remedyStatuses } from './diff-remedies.ts'
import type { Situation } from './situation.ts'

export interface BlockChange {
  readonly change: 'added' | 'removed' | 'changed'
  readonly kind: BlockKind
  readonly id: string
  /** Where it stands now; for a removed block where it stood. */
  readonly file: string
  readonly line: number
  /** Keys that differ; `text` is the paraphrase above the block. Absent on one side: undefined. */
  readonly keys: readonly { readonly key: string; readonly before: unknown; readonly after: unknown }[]
}

type AnyBlock = Readonly<Record<string, unknown>> & { readonly origin: Origin }

interface Placed {
  readonly kind: BlockKind
  readonly id: string
  readonly block: AnyBlock
}

const kinds = Object.keys(blockSchemas) as BlockKind[]

function placed(packs: readonly Pack[]): Placed[] {
  return packs.flatMap((pack) =>
    kinds.flatMap((kind) =>
      (pack.blocks[kind] as readonly unknown[]).map((block) => {
        const known = block as AnyBlock
        return { kind, id: String(known[kind]), block: known }
      }),
    ),
  )
}

/**
 * Blocks by kind and name. Versions of one norm are matched by their dates; those left over, whose dates differ, in
 * the order
 * in which they stand.
 */
export function blockChanges(before: readonly Pack[], after: readonly Pack[]): BlockChange[] {
  const name = ({ kind, id }: Placed): string => `${kind} ${id}`
  const old = grouped(placed(before), name)
  const now = grouped(placed(after), name)
  const changes: BlockChange[] = []
  for (const key of new Set([...old.keys(), ...now.keys()]))
    for (const [was, is] of matched(old.get(key) ?? [], now.get(key) ?? [])) {
      const change = changeOf(was, is)
      if (change !== undefined) changes.push(change)
    }
  return changes
}

type PlacedPair = readonly [was: Placed | undefined, is: Placed | undefined]

function matched(old: readonly Placed[], now: readonly Placed[]): PlacedPair[] {
  const left = [...old]
  const pairs: PlacedPair[] = []
  const fresh: Placed[] = []
  for (const one of now) {
    const same = left.findIndex(({ block }) => dates(block) === dates(one.block))
    if (same < 0) fresh.push(one)
    else pairs.push([left.splice(same, 1)[0], one])
  }
  for (const one of fresh) pairs.push([left.shift(), one])
  return [...pairs, ...left.map((one) => [one, undefined] as const)]
}

const edge = (value: unknown): string => (typeof value === 'string' ? value : '')
const dates = (block: AnyBlock): string => `${edge(block['from'])}/${edge(block['until'])}`

function changeOf(was: Placed | undefined, is: Placed | undefined): BlockChange | undefined {
  const shown = is ?? was
  if (shown === undefined) return undefined
  const { file, line } = shown.block.origin
  const about = { kind: shown.kind, id: shown.id, file, line }
  if (was === undefined) return { change: 'added', ...about, keys: [] }
  if (is === undefined) return { change: 'removed', ...about, keys: [] }
  const [old, now] = [readable(was.block), readable(is.block)]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .map((key) => ({ key, before: old[key], after: now[key] }))
  return keys.length === 0 ? undefined : { change: 'changed', ...about, keys }
}

const readable = ({ origin, ...block }: AnyBlock): Readonly<Record<string, unknown>> => ({
  ...block,
  text: origin.prose,
})

/** A worked example that one law answers differently from the other. */
export interface ExampleChange {
  /** In whose pages it stands. */
  readonly side: 'before' | 'after' | 'both'
  readonly kind: string
  readonly block: string
  readonly title: string | undefined
  readonly file: string
  readonly line: number
  readonly results: readonly { readonly what: string; readonly before: string; readonly after: string }[]
}

/**
 * Runs the examples of both sides on both laws. One that stands in both is told once. Pages of States whose packs
 * are the same on
 * both sides are left out when no international page differs either: what another State's pages say cannot change
 * their answers.
 */
export function exampleChanges(before: Law, after: Law): ExampleChange[] {
  const compare = {
    before,
    after,
    differing: differingJurisdictions(before, after),
    affected: affectedBlocks(blockChanges(before.packs, after.packs), before.packs, after.packs),
  }
  const own = comparedOn(before.packs, compare, 'before')
  const theirs = comparedOn(after.packs, compare, 'after')
  const inBefore = new Set(exampleKeys(before.packs))
  const inAfter = new Set(exampleKeys(after.packs))
  return [
    ...own.map(({ key, change }) => (inAfter.has(key) ? { ...change, side: 'both' as const } : change)),
    ...theirs.filter(({ key }) => !inBefore.has(key)).map(({ change }) => change),
  ]
}

const national = /^[A-Z]{2}$/

function differingJurisdictions(before: Law, after: Law): ReadonlySet<string> {
  const told = (law: Law): Map<string, string> =>
    new Map(
      [...grouped(law.packs, (pack) => pack.jurisdiction)].map(([jurisdiction, packs]) => [
        jurisdiction,
        JSON.stringify(packs.map(({ assume, blocks }) => [assume, blocks])),
      ]),
    )
  const [old, now] = [told(before), told(after)]
  return new Set([...old.keys(), ...now.keys()].filter((one) => old.get(one) !== now.get(one)))
}

interface Comparison {
  readonly before: Law
  readonly after: Law
  /** Jurisdictions whose packs differ. */
  readonly differing: ReadonlySet<string>
  readonly affected: Affected
}

function comparedOn(
  packs: readonly Pack[],
  { before, after, differing, affected }: Comparison,
  side: 'before' | 'after',
): Keyed[] {
  const everywhere = [...differing].some((one) => !national.test(one))
  const reached = ({ id }: { id: string }): boolean => affected === 'all' || affected.has(id)
  return packs.flatMap((pack) => {
    if (![...blocksWithExamples([pack])].some(reached)) return []
    const states = statesOf(pack)
    if (!everywhere && states.length > 0 && !states.some((one) => differing.has(one))) return []
    const only = affected === 'all' ? undefined : (id: string): boolean => affected.has(id)
    const on = (law: Law): ExampleResult[] => runExamples({ ...lawFor(law, states), packs: [pack] }, only)
    return compared(on(before), on(after), side)
  })
}

/**
 * The States whose law the examples of a page can rest on; none for an international page, which may speak of all.
 */
function statesOf(pack: Pack): readonly string[] {
  if (!national.test(pack.jurisdiction)) return []
  const sending = [...JSON.stringify(pack.blocks).matchAll(/"sending-state=([A-Z]{2})"/g)].map(
    ([, state]) => state ?? '',
  )
  return [...new Set([pack.jurisdiction, ...sending])]
}

interface Keyed {
  /** The same for the same example in both sets of pages. */
  readonly key: string
  readonly change: ExampleChange
}

const exampleKey = (block: string, example: object): string => `${block} ${JSON.stringify(example)}`

function exampleKeys(packs: readonly Pack[]): string[] {
  return placed(packs).flatMap(({ id, block }) =>
    ((block['examples'] as readonly object[] | undefined) ?? []).map((example) => exampleKey(id, example)),
  )
}

function compared(old: readonly ExampleResult[], now: readonly ExampleResult[], side: 'before' | 'after'): Keyed[] {
  return old.flatMap((one, index) => {
    const other = now[index]
    if (other === undefined) return []
    const results = [...new Set([...one.differences, ...other.differences].map(({ what }) => what))]
      .map((what) => ({ what, before: resultOf(one, other, what), after: resultOf(other, one, what) }))
      .filter((result) => result.before !== result.after)
    if (results.length === 0) return []
    const { kind, block, file, line, example } = one
    const change: ExampleChange = { side, kind, block, title: example.title, file, line, results }
    return [{ key: exampleKey(block, example), change }]
  })
}

/**
 * What an example gave: where it differs from what is expected, that; else what is expected, as the other run tells
 * it.
 */
function resultOf(own: ExampleResult, other: ExampleResult, what: string): string {
  const differing = own.differences.find((d) => d.what === what)
  return differing?.got ?? other.differences.find((d) => d.what === what)?.expected ?? ''
}

/** One conclusion or remedy of a case that comes out differently, and at which of the situations. */
export interface ConclusionChange {
  readonly id: string
  readonly title: Label
  readonly before: string
  readonly after: string
  /** Indices of the situations. */
  readonly at: readonly number[]
}

/**
 * What is concluded otherwise in the same situations, by the law as far as it can matter to each. `–` where there is no
 * such conclusion.
 */
export function conclusionChanges(before: Law, after: Law, situations: readonly Situation[]): ConclusionChange[] {
  const affected = affectedBlocks(blockChanges(before.packs, after.packs), before.packs, after.packs)
  if (affected !== 'all' && affected.size === 0) return []
  const changes = new Map<string, { line: Omit<ConclusionChange, 'at'>; at: number[] }>()
  const note: Note = (index, line) => {
    const key = `${line.id} ${line.before} ${line.after}`
    const known = changes.get(key) ?? { line, at: [] }
    known.at.push(index)
    changes.set(key, known)
  }
  const numbered = situations.map((situation, index) => ({ situation, index }))
  for (const group of grouped(numbered, ({ situation }) => statesIn(situation).join(' ')).values()) {
    const states = statesIn(group[0]?.situation)
    const laws = { old: lawFor(before, states), now: lawFor(after, states) }
    noteConclusions(laws, group, affected, note)
    noteRemedies(laws, group, affected, note)
  }
  return [...changes.values()].map(({ line, at }) => ({ ...line, at: at.toSorted((a, b) => a - b) }))
}

type Note = (index: number, line: Omit<ConclusionChange, 'at'>) => void
type Numbered = readonly { readonly situation: Situation; readonly index: number }[]
interface Laws {
  readonly old: Law
  readonly now: Law
}

const statesIn = (situation: Situation | undefined): readonly string[] =>
  situation?.facts['sending-state']?.values ?? []

function noteConclusions({ old, now }: Laws, group: Numbered, affected: Affected, note: Note): void {
  const asked = (law: Law): readonly string[] =>
    affected === 'all' ? [...law.compiled.conclusions.keys()] : conclusionsAbout(law, [...affected])
  const situations = group.map(({ situation }) => situation)
  const [was, is] = [evaluateBulkCases(old, situations, asked(old)), evaluateBulkCases(now, situations, asked(now))]
  const value = (law: Law, evaluated: BulkEvaluated, id: string, row: number): string =>
    law.compiled.conclusions.has(id) ? evaluated.of(id, row) : '–'
  for (const id of new Set([...asked(old), ...asked(now)])) {
    const title = (now.compiled.conclusions.get(id) ?? old.compiled.conclusions.get(id))?.title ?? { en: id }
    group.forEach(({ index }, row) => {
      const [one, other] = [value(old, was, id, row), value(now, is, id, row)]
      // A conclusion that is new or gone and says nothing here changes nothing for the case.
      if (one !== other && !isSilent(one, other)) note(index, { id, title, before: one, after: other })
    })
  }
}

function noteRemedies({ old, now }: Laws, group: Numbered, affected: Affected, note: Note): void {
  const wanted = (id: string): boolean => affected === 'all' || affected.has(id)
  if (![...old.remedies.keys(), ...now.remedies.keys()].some(wanted)) return
  for (const { situation, index } of group) {
    const [was, is] = [remedyStatuses(old, situation, wanted), remedyStatuses(now, situation, wanted)]
    for (const id of new Set([...was.keys(), ...is.keys()])) {
      const title = (now.remedies.get(id) ?? old.remedies.get(id))?.[0]?.title ?? { en: id }
      const line = { id, title, before: was.get(id) ?? '–', after: is.get(id) ?? '–' }
      if (line.before !== line.after) note(index, line)
    }
  }
}

const isSilent = (was: string, is: string): boolean =>
  (was === '–' && is === 'unknown') || (was === 'unknown' && is === '–')
