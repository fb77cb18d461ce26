import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { eventVocabulary, LawError, packSources, turningPoints } from '../casework/index.ts'
import { bundleAt } from '../compose.ts'
import {
  type BlockChange,
  blockChanges,
  type ConclusionChange,
  conclusionChanges,
  type ExampleChange,
  exampleChanges,
  type Law,
  loadLaw,
  say,
} from '../law/index.ts'
import { isoMinute } from '../record/index.ts'
import { type Arguments, type Context, type ExitCode, needPositionals, optionOn } from './command.ts'
import { UsageError } from './errors.ts'
import { DocketDiff, docketDiff, printDocketDiff } from './law-diff-docket.ts'

export const LawDiffAnswer = z.strictObject({
  blocks: z.array(
    z.strictObject({
      change: z.enum(['added', 'removed', 'changed']),
      kind: z.string(),
      id: z.string(),
      file: z.string(),
      line: z.number(),
      keys: z.array(z.strictObject({ key: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
  examples: z.array(
    z.strictObject({
      side: z.enum(['before', 'after', 'both']),
      kind: z.string(),
      block: z.string(),
      title: z.string().nullable(),
      file: z.string(),
      line: z.number(),
      results: z.array(z.strictObject({ what: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  cases: z.array(
    z.strictObject({
      case: z.string(),
      turningPoints: z.number(),
      changes: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          before: z.string(),
          after: z.string(),
          at: z.array(z.strictObject({ kind: z.enum(['learned', 'happened']), at: z.string() })),
        }),
      ),
    }),
  ),
  /** The cases of the data folder on the day asked; `null`: not asked for. */
  stored: DocketDiff.nullable(),
})
export type LawDiffAnswer = z.infer<typeof LawDiffAnswer>

/**
 * `law diff A B`: what a change of the packs changes in blocks, examples and worked cases; with `--all` in the stored
 * cases too. A and B are folders of packs.
 */
export async function diffLaw(context: Context, args: Arguments): Promise<ExitCode> {
  const [a = '', b = ''] = needPositionals(args, ['A', 'B'])
  const before = await lawIn(context, a)
  const after = await lawIn(context, b)
  const blocks = blockChanges(before.packs, after.packs)
  const examples = blocks.length === 0 ? [] : exampleChanges(before, after)
  const cases = blocks.length === 0 ? [] : await changedCases(context, before, after)
  const stored = optionOn(args, 'all') ? await docketDiff(context, args, before, after) : null
  const answer = answerOf(blocks, examples, cases, stored)
  if (context.json) context.out.json(answer)
  else print(context, answer)
  return 0
}

/** The packs in a folder: a project with a `law/` in it, or a copy of `law/` itself. Throws {@link LawError}. */
async function lawIn({ platform, root }: Context, folder: string): Promise<Law> {
  const { files } = platform
  if (!(await files.exists(folder)))
    throw new UsageError(
      { en: `there is no folder "${folder}"`, es: `no existe la carpeta "${folder}"` },
      { en: 'name a folder with packs, such as law', es: 'nombre una carpeta con normas, como law' },
    )
  const [home, under] = (await files.exists(join(folder, 'law')))
    ? [folder, 'law']
    : [dirname(folder), basename(folder)]
  const sources = await packSources(files, home, under)
  const own = await files.exists(join(home, 'vocabulary', 'events.yaml'))
  const { law, problems } = loadLaw(sources, await eventVocabulary(files, own ? home : root))
  if (law === undefined) throw new LawError(problems)
  return law
}

async function changedCases(context: Context, before: Law, after: Law): Promise<LawDiffAnswer['cases']> {
  const cases: LawDiffAnswer['cases'] = []
  for (const name of await workedCases(context)) {
    const bundle = await bundleAt({ ...context, reference: name })
    if (bundle === undefined) continue
    const points = turningPoints(bundle.entries)
    const changes = conclusionChanges(
      before,
      after,
      points.map(({ situation }) => situation),
    )
    cases.push({
      case: name,
      turningPoints: points.length,
      changes: changes.map((change) => lineOf(change, points, context)),
    })
  }
  return cases
}

/** The folders under `examples/`. */
async function workedCases({ platform, root }: Context): Promise<string[]> {
  const folder = join(root, 'examples')
  if (!(await platform.files.exists(folder))) return []
  const entries = await platform.files.list(folder)
  return entries.filter(({ kind }) => kind === 'folder').map(({ name }) => `examples/${name}`)
}

function lineOf(
  { id, title, before, after, at }: ConclusionChange,
  points: ReturnType<typeof turningPoints>,
  { language }: Context,
): LawDiffAnswer['cases'][number]['changes'][number] {
  const moments = at.flatMap((index) => {
    const point = points[index]
    return point === undefined ? [] : [{ kind: point.kind, at: isoMinute(point.situation.zone, point.at) }]
  })
  return { id, title: say(title, language), before, after, at: moments }
}

const answerOf = (
  blocks: readonly BlockChange[],
  examples: readonly ExampleChange[],
  cases: LawDiffAnswer['cases'],
  stored: DocketDiff | null,
): LawDiffAnswer => ({
  blocks: blocks.map((change) => ({ ...change, keys: [...change.keys] })),
  examples: examples.map(({ title, results, ...change }) => ({
    ...change,
    title: title ?? null,
    results: [...results],
  })),
  cases,
  stored,
})

function print({ out, language }: Context, { blocks, examples, cases, stored }: LawDiffAnswer): void {
  const es = language === 'es'
  const marks = es
    ? { added: 'nuevo', removed: 'suprimido', changed: 'cambiado' }
    : { added: 'added', removed: 'removed', changed: 'changed' }
  out.title(es ? 'Qué cambia en las normas' : 'What changes in the law')
  if (blocks.length === 0) {
    out.paragraph(es ? 'Nada.' : 'Nothing.')
    if (stored !== null) printDocketDiff(out, stored, es)
    return
  }
  out.heading(es ? `Bloques (${blocks.length})` : `Blocks (${blocks.length})`)
  for (const { change, kind, id, file, line, keys } of blocks) {
    out.paragraph(`${marks[change]}: ${kind} ${id} – ${file}:${line}`, 2)
    for (const { key, before, after } of keys) out.paragraph(`${key}: ${short(before)} → ${short(after)}`, 6)
  }
  out.heading(
    es
      ? `Ejemplos que salen de otro modo (${examples.length})`
      : `Examples that come out differently (${examples.length})`,
  )
  for (const { kind, block, title, file, line, results } of examples) {
    out.paragraph(`${kind} ${block}${title === null ? '' : `: ${title}`} – ${file}:${line}`, 2)
    for (const { what, before, after } of results) out.paragraph(`${what}: ${before} → ${after}`, 6)
  }
  for (const { case: name, turningPoints: count, changes } of cases) {
    out.heading(
      es
        ? `${name}: ${changes.length} resultados cambian en ${count} momentos examinados`
        : `${name}: ${changes.length} results change at the ${count} moments looked at`,
    )
    for (const { id, title, before, after, at } of changes) {
      out.paragraph(`${title} [${id}]: ${before} → ${after}`, 2)
      out.paragraph(momentsText(at, es), 6)
    }
  }
  if (stored !== null) printDocketDiff(out, stored, es)
}

/** The first and last moment of each kind, and how many there are. */
function momentsText(moments: LawDiffAnswer['cases'][number]['changes'][number]['at'], es: boolean): string {
  const words = es
    ? { learned: 'según se sabía', happened: 'visto desde el final' }
    : { learned: 'as known then', happened: 'seen from the end' }
  return (['learned', 'happened'] as const)
    .flatMap((kind) => {
      const own = moments.filter((m) => m.kind === kind).map(({ at }) => at.replace('T', ' '))
      const [first, last] = [own[0], own.at(-1)]
      if (first === undefined) return []
      const range = own.length === 1 ? first : `${first} … ${last ?? first} (${own.length})`
      return [`${words[kind]}: ${range}`]
    })
    .join('; ')
}

const lengthMax = 160
/** A value as it stands in a pack, cut when long. */
function short(value: unknown): string {
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= lengthMax ? text : `${text.slice(0, lengthMax)}…`
}
