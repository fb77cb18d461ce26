import { z } from 'zod'
import { readLaw } from '../casework/index.ts'
import {
  bodyTitle,
  effectModes,
  type Law,
  modeWord,
  type Norm,
  normText,
  type Remedy,
  say,
  targetWord,
} from '../law/index.ts'
import { type Arguments, type Context, type ExitCode, needPositionals, type Language } from './command.ts'
import { UsageError } from './errors.ts'
import { nearest } from '../record/index.ts'

const kinds = [
  'instrument',
  'track',
  'stage',
  'remedy',
  'term',
  'rule',
  'duty',
  'bar',
  'point',
  'assertion',
  'precedent',
  'test',
  'body',
  'calendar',
] as const

const Item = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  also: z.array(z.string()),
  pack: z.string(),
  place: z.string(),
  checked: z.array(z.string()),
})
export const LawListAnswer = z.strictObject({ items: z.array(Item) })

type Listed = z.infer<typeof Item> & { readonly norms: readonly Norm[]; readonly block: object }

/** Everything the packs define, with where it stands and how its norms were checked. */
function itemsOf(law: Law, language: Language): Listed[] {
  return kinds.flatMap((kind) =>
    law.blocks[kind].map((block): Listed => {
      const raw = block as unknown as Record<string, unknown> & { origin: { file: string; line: number } }
      const title = raw['title'] ?? raw['question']
      const norms = raw['norm'] === undefined ? [] : ([raw['norm']].flat() as Norm[])
      const checked =
        norms.length > 0 ? norms.map((n) => n.checked) : typeof raw['checked'] === 'string' ? [raw['checked']] : []
      return {
        kind,
        id: String(raw[kind]),
        title:
          typeof title === 'string'
            ? title
            : title === undefined
              ? ''
              : say(title as Parameters<typeof say>[0], language),
        also: (raw['also'] as string[] | undefined) ?? [],
        pack: law.packs.find((p) => p.file === raw.origin.file)?.id ?? '',
        place: `${raw.origin.file}:${raw.origin.line}`,
        checked: [...new Set(checked)],
        norms,
        block,
      }
    }),
  )
}

/** `law list [KIND] [--unverified]` */
export async function listLaw(
  { platform, out, root, json, language }: Context,
  args: Arguments,
): Promise<ExitCode> {
  const law = await readLaw(platform.files, root)
  const [kind] = args.positionals
  if (kind !== undefined && !(kinds as readonly string[]).includes(kind)) {
    throw new UsageError(
      { en: `there is no kind "${kind}"`, es: `no existe la clase "${kind}"` },
      { en: `choose one of: ${kinds.join(', ')}`, es: `elija una de: ${kinds.join(', ')}` },
    )
  }
  const items = itemsOf(law, language)
    .filter((i) => kind === undefined || i.kind === kind)
    .filter((i) => !args.options.has('unverified') || i.checked.includes('unverified'))
  if (json) {
    out.json({ items: items.map(({ norms: _norms, block: _block, ...item }) => item) } satisfies z.infer<
      typeof LawListAnswer
    >)
    return 0
  }
  for (const group of kinds) {
    const own = oncePerName(items.filter((i) => i.kind === group))
    if (own.length === 0) continue
    out.heading(`${group} (${own.length})`)
    out.pairs(
      own.map((i) => [
        i.id,
        i.title +
          (i.checked.includes('unverified') ? (language === 'es' ? ' (SIN VERIFICAR)' : ' (UNVERIFIED)') : ''),
      ]),
    )
  }
  return 0
}

/** Versions of one norm are one line here; `law show` has them all. */
const oncePerName = (items: readonly Listed[]): Listed[] => [...new Map(items.map((i) => [i.id, i])).values()]

export const LawShowAnswer = z.strictObject({
  id: z.string(),
  versions: z.array(
    Item.extend({ norms: z.array(z.string()), prose: z.string(), block: z.record(z.string(), z.unknown()) }),
  ),
})

/** `law show NAME`: the block as a lawyer reads it, every version, with the paraphrase beside it. */
export async function showLaw(
  { platform, out, root, json, language }: Context,
  args: Arguments,
): Promise<ExitCode> {
  const [name = ''] = needPositionals(args, ['NAME'])
  const law = await readLaw(platform.files, root)
  const all = itemsOf(law, language)
  const found = all.filter((i) => i.id === name || i.also.includes(name))
  if (found.length === 0) {
    const near = nearest(
      name,
      all.flatMap((i) => [i.id, ...i.also]),
    )
    throw new UsageError(
      { en: `nothing in the law is called "${name}"`, es: `nada en las normas se llama "${name}"` },
      near === undefined
        ? { en: 'see ./forestay law list', es: 'vea ./forestay law list' }
        : { en: `did you mean ${near}?`, es: `¿quiso decir ${near}?` },
    )
  }
  if (json) {
    out.json({
      id: name,
      versions: found.map(({ norms, block, ...item }) => {
        const { origin, ...rest } = block as { origin: { prose: string } } & Record<string, unknown>
        return { ...item, norms: norms.map((n) => normText(law, n, language)), prose: origin.prose, block: rest }
      }),
    } satisfies z.infer<typeof LawShowAnswer>)
    return 0
  }
  for (const { kind, id, title, place, norms, block } of found) {
    const { origin, ...rest } = block as { origin: { prose: string; heading: string } } & Record<string, unknown>
    out.title(`${id}: ${title}`)
    out.paragraph(`${kind} – ${place}`)
    if (origin.prose !== '') {
      out.blank()
      out.paragraph(origin.prose)
    }
    out.blank()
    if (norms.length > 0)
      out.list(
        norms.map((n) => normText(law, n, language) + (n.note === undefined ? '' : ` – ${n.note}`)),
        { indent: 2 },
      )
    if (kind === 'remedy') printRemedy(law, rest as unknown as Remedy, { out, language })
    else
      out.pairs(
        Object.entries(rest)
          .filter(([key]) => !['title', 'norm', 'examples', 'also', kind].includes(key))
          .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
      )
    const examples =
      (rest['examples'] as { title?: string; at: string; given: string[]; expect: unknown }[] | undefined) ?? []
    if (examples.length > 0) {
      out.heading(language === 'es' ? 'Ejemplos' : 'Examples')
      out.list(
        examples.map(
          (e) =>
            `${e.title === undefined ? '' : `${e.title}: `}${e.at}; ${e.given.join('; ')} → ${typeof e.expect === 'string' ? e.expect : JSON.stringify(e.expect)}`,
        ),
        { indent: 2 },
      )
    }
    out.blank()
  }
  return 0
}

function printRemedy(law: Law, remedy: Remedy, { out, language }: Pick<Context, 'out' | 'language'>): void {
  const body = law.blocks.body.find((b) => b.body === remedy.body)
  const es = language === 'es'
  out.pairs([
    [es ? 'ante' : 'before', say(bodyTitle(body, Infinity), language)],
    [
      es ? 'nace con' : 'opens with',
      remedy.opens.map((c) => (typeof c === 'string' ? c : JSON.stringify(c))).join('; '),
    ],
    [es ? 'plazo' : 'time limit', remedy.term ?? (es ? 'ninguno' : 'none')],
    [
      es ? 'efectos' : 'effects',
      remedy.effects
        .map(
          (e) =>
            `${targetWord(e.target, language)}: ${modeWord(effectModes.find((m) => m === e.mode) ?? 'none', language)}`,
        )
        .join('; '),
    ],
    ...(remedy.decidesWithin === undefined
      ? []
      : [[es ? 'se resuelve en' : 'decided within', remedy.decidesWithin.period] as const]),
    ...remedy.warnings.map((w) => [es ? 'cuidado' : 'take care', say(w, language)] as const),
  ])
}
