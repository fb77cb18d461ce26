/** Runs the worked examples of the packs, and says where a rule has none that would notice its being wrong. */
import { DateError, dayOf, isoDay, isoMinute, type Instant, type Zone } from '../record/index.ts'
import { conclusionsAbout } from './asked.ts'
import { evaluateCase, type Evaluated } from './evaluate.ts'
import type { Law } from './law.ts'
import type { Problem } from './load.ts'
import type { Example, Origin, Pack } from './model.ts'
import { NotationError, situationFrom } from './situation.ts'
import { remedyState } from './status.ts'

/** The kinds of block that carry examples. */
export type TestedKind = 'rule' | 'stage' | 'remedy' | 'term' | 'duty' | 'bar'
export const testedKinds: readonly TestedKind[] = ['rule', 'stage', 'remedy', 'term', 'duty', 'bar']

/** What coverage needs to know of a block. */
interface TestedBlock {
  readonly origin: Origin
  readonly examples: readonly Example[]
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export interface ExampleResult {
  readonly kind: TestedKind
  readonly block: string
  readonly example: Example
  readonly file: string
  readonly line: number
  /** Empty when the example holds. */
  readonly differences: readonly { readonly what: string; readonly expected: string; readonly got: string }[]
}

/** Examples speak of civil days in this zone unless a calendar says otherwise. */
const EXAMPLE_ZONE: Zone = 'Europe/Madrid'

export function* blocksWithExamples(
  packs: readonly Pack[],
): Generator<{ kind: TestedKind; id: string; pack: Pack; block: TestedBlock }> {
  for (const pack of packs) {
    for (const kind of testedKinds) {
      for (const block of pack.blocks[kind]) yield { kind, id: idOfBlock(kind, block), pack, block }
    }
  }
}

export const idOfBlock = (kind: TestedKind, block: object): string =>
  String((block as Record<string, unknown>)[kind])

/** Every example of every block, run. */
export function runExamples(law: Law, only?: (block: string) => boolean): ExampleResult[] {
  const results: ExampleResult[] = []
  for (const { kind, id, pack, block } of blocksWithExamples(law.packs)) {
    if (only !== undefined && !only(id)) continue
    block.examples.forEach((example, index) => {
      results.push({
        kind,
        block: id,
        example,
        file: block.origin.file,
        line: block.origin.exampleLines[index] ?? block.origin.line,
        differences: runExample(law, kind, mainConclusion(kind, id, block), id, example, pack),
      })
    })
  }
  return results
}

function mainConclusion(kind: TestedKind, id: string, block: object): string {
  if (kind === 'rule') return (block as { concludes?: string }).concludes ?? id
  return kind === 'duty' ? `${id}.binds` : kind === 'bar' ? `${id}.applies` : id
}

const keyOf = (line: string): string => line.split('=')[0] ?? ''

function runExample(
  law: Law,
  kind: TestedKind,
  main: string,
  id: string,
  example: Example,
  pack: Pack,
): ExampleResult['differences'] {
  const own = new Set(example.given.filter((line) => /^[a-z-]+=\S+$/.test(line)).map(keyOf))
  const assumed = example.bare ? [] : pack.assume.filter((line) => !own.has(keyOf(line)))
  try {
    const situation = situationFrom([...assumed, ...example.given], example.at, EXAMPLE_ZONE)
    const expected = typeof example.expect === 'object' ? example.expect : { [mainKey(kind)]: example.expect }
    const only = conclusionsAbout(law, [main, id, ...Object.keys(expected)])
    const evaluated = evaluateCase(law, situation, undefined, only)
    return Object.entries(expected)
      .map(([key, value]) => ({
        what: key,
        expected: String(value),
        got: resultOf(evaluated, kind, main, id, key, String(value)),
      }))
      .filter(({ expected: wanted, got }) => wanted !== got)
  } catch (error) {
    if (error instanceof NotationError || error instanceof DateError) {
      return [{ what: 'given', expected: 'lines that can be read', got: `${error.message} ${error.remedy}` }]
    }
    throw error
  }
}

const mainKey = (kind: TestedKind): string => (kind === 'remedy' ? 'status' : kind === 'term' ? 'state' : 'value')

function resultOf(
  evaluated: Evaluated,
  kind: TestedKind,
  main: string,
  id: string,
  key: string,
  wanted: string,
): string {
  if (key === 'value') return evaluated.of(main)
  if (kind === 'remedy' && (key === 'status' || key === 'outcome' || key === 'certain')) {
    const state = remedyState(evaluated, id)
    if (key === 'status') return state?.status ?? 'unknown'
    return key === 'outcome' ? (state?.outcome ?? 'unknown') : String(state?.certain ?? false)
  }
  const term =
    kind === 'term' ? id : kind === 'remedy' ? evaluated.ground.law.remedies.get(id)?.[0]?.term : undefined
  if (term !== undefined && ['safe', 'earliest', 'latest', 'grace', 'state'].includes(key))
    return deadlineResult(evaluated, term, key, wanted)
  const { conclusions } = evaluated.ground.law.compiled
  const name = [key, `${id}.${key}`].find((candidate) => conclusions.has(candidate))
  return name === undefined ? `there is no result called "${key}"` : evaluated.of(name)
}

function deadlineResult(evaluated: Evaluated, term: string, key: string, wanted: string): string {
  const { started, deadline } = evaluated.ground.term(term)
  if (key === 'state') {
    if (started === 'false') return 'not-started'
    const passed = evaluated.of(`${term}.passed`)
    return passed === 'true' ? 'passed' : evaluated.of(`${term}.running`) === 'true' ? 'running' : 'unknown'
  }
  const at: Instant | null =
    key === 'grace' ? (deadline.grace?.until ?? null) : deadline[key as 'safe' | 'earliest' | 'latest']
  if (at === null) return started === 'false' ? 'not-started' : 'unknown'
  const zone =
    evaluated.ground.law.calendars.get(evaluated.ground.law.terms.get(term)?.[0]?.calendar ?? '')?.zone ??
    EXAMPLE_ZONE
  const minute = isoMinute(zone, at)
  return wanted.includes('T') ? minute : minute.slice(0, 10)
}

/** Where examples are missing: values never shown, versions not tested on both sides of their dates. */
export function coverageProblems(packs: readonly Pack[]): Problem[] {
  const problems: Problem[] = []
  for (const { kind, id, block } of blocksWithExamples(packs)) {
    const { file, line } = block.origin
    const values = new Set(
      block.examples
        .flatMap((e) => (typeof e.expect === 'object' ? Object.values(e.expect) : [e.expect]))
        .map(String),
    )
    const missing = (kind === 'remedy' || kind === 'term' ? [] : valuesOf(packs, kind, id, block)).filter(
      (v) => !values.has(v),
    )
    if (missing.length > 0)
      problems.push({
        file,
        line,
        what: `The ${kind} ${id} has no example that is ${missing.join(', none that is ')}.`,
        remedy: 'Add one, so that a change of the rule is noticed.',
      })
    if (block.examples.length < 2)
      problems.push({
        file,
        line,
        what: `The ${kind} ${id} has fewer than two examples.`,
        remedy: 'Add examples that would fail if the rule were wrong.',
      })
    for (const edge of [block.from, block.until]) {
      if (edge === undefined) continue
      const dates = block.examples.map((e) => [e.at, ...e.given].join(' '))
      const sides = [edge, dayBefore(edge)].filter((day) => !dates.some((text) => text.includes(day)))
      if (sides.length > 0)
        problems.push({
          file,
          line,
          what: `The ${kind} ${id} changes on ${edge}, but no example stands on ${sides.join(' or on ')}.`,
          remedy: 'Add an example on the last day before and one on the first day.',
        })
    }
  }
  return problems
}

/** A rule that only speaks against, with none that speaks for the same conclusion, can never make it true. */
function valuesOf(packs: readonly Pack[], kind: TestedKind, id: string, block: TestedBlock): readonly string[] {
  const main = mainConclusion(kind, id, block)
  const neverTrue =
    kind === 'rule' &&
    !packs.some((pack) => pack.blocks.rule.some((rule) => rule.value && (rule.concludes ?? rule.rule) === main))
  return neverTrue ? ['false', 'unknown'] : ['true', 'false', 'unknown']
}

function dayBefore(text: string): string {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return isoDay(dayOf(year, month, day) - 1)
}
