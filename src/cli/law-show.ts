import { z } from 'zod'
import { LawItem, lawItems, LawItemWhole, lawKinds, readLaw } from '../casework/index.ts'
import {
  bodyTitle,
  effectModes,
  type Language,
  type Law,
  modeWord,
  type Remedy,
  reviewItems,
  type Risk,
  risks,
  say,
  targetWord,
  unverifiedByRisk,
} from '../law/index.ts'
import { nearest } from '../record/index.ts'
import { type Arguments, type Context, type ExitCode, needPositionals, type Text } from './command.ts'
import { UsageError } from './errors.ts'

/** With `--unverified`: what goes wrong when it is wrong, and what in it nobody has checked. */
const ListedItem = LawItem.extend({
  risk: z.enum(risks).optional(),
  unverified: z.array(z.string()).optional(),
})
export const LawListAnswer = z.strictObject({ items: z.array(ListedItem) })
export type LawListAnswer = z.infer<typeof LawListAnswer>
export const LawShowAnswer = z.strictObject({ id: z.string(), versions: z.array(LawItemWhole) })

/** `law list [KIND] [--unverified]` */
export async function listLaw(
  { platform, out, root, json, language }: Context,
  args: Arguments,
): Promise<ExitCode> {
  const law = await readLaw(platform.files, root)
  const [kind] = args.positionals
  const unverified = args.options.has('unverified')
  if (unverified && kind === undefined) {
    const items = uncheckedItems(law, language)
    if (json) out.json({ items } satisfies z.infer<typeof LawListAnswer>)
    else printUnchecked(out, items, language)
    return 0
  }
  if (kind !== undefined && !(lawKinds as readonly string[]).includes(kind)) {
    const listed = lawKinds.join(', ')
    throw new UsageError(
      { en: `there is no kind "${kind}"`, es: `no existe la clase "${kind}"` },
      { en: `choose one of: ${listed}`, es: `elija una de: ${listed}` },
    )
  }
  const items = lawItems(law, language)
    .filter((i) => kind === undefined || i.kind === kind)
    .filter((i) => !unverified || i.checked.includes('unverified'))
  if (json) {
    out.json({ items: items.map((item) => LawItem.strip().parse(item)) } satisfies z.infer<typeof LawListAnswer>)
    return 0
  }
  const mark = language === 'es' ? ' (SIN VERIFICAR)' : ' (UNVERIFIED)'
  for (const group of lawKinds) {
    const own = oncePerName(items.filter((i) => i.kind === group))
    if (own.length === 0) continue
    out.heading(`${group} (${own.length})`)
    out.pairs(own.map((i) => [i.id, i.title + (i.checked.includes('unverified') ? mark : '')]))
  }
  return 0
}

type Unchecked = z.infer<typeof ListedItem> & { readonly risk: Risk; readonly unverified: string[] }

/** Everything in the packs that nobody has checked, what can stop a transfer first. */
function uncheckedItems(law: Law, language: Language): Unchecked[] {
  return unverifiedByRisk(reviewItems(law, law.packs, language)).map((item) => ({
    kind: item.kind,
    id: item.id,
    title: item.title,
    also: [],
    pack: law.packs.find((pack) => pack.file === item.block.origin.file)?.id ?? '',
    place: `${item.block.origin.file}:${item.block.origin.line}`,
    checked: ['unverified'],
    risk: item.risk,
    unverified: [...item.unverified],
  }))
}

const riskTexts: Readonly<Record<Risk, Text>> = {
  stop: {
    en: 'What can stop a transfer, or bar it, and by when',
    es: 'Lo que puede detener o impedir la entrega, y hasta cuándo',
  },
  clock: { en: 'Other time limits', es: 'Otros plazos' },
  procedure: { en: 'Stages, conclusions, who is bound', es: 'Fases, conclusiones, quién está obligado' },
  background: {
    en: 'What lies behind: instruments, bodies, judgments',
    es: 'El trasfondo: normas, órganos, sentencias',
  },
}

function printUnchecked(out: Context['out'], items: readonly Unchecked[], language: Language): void {
  out.paragraph(
    language === 'es'
      ? `${items.length} bloques con algo que nadie ha contrastado con una fuente, primero aquello de lo que más depende.`
      : `${items.length} blocks with something that nobody has checked against a source, what most hangs on first.`,
  )
  for (const risk of risks) {
    const own = items.filter((item) => item.risk === risk)
    if (own.length === 0) continue
    out.heading(`${riskTexts[risk][language === 'es' ? 'es' : 'en']} (${own.length})`)
    for (const { id, kind, title, place, unverified } of own) {
      out.paragraph(`${id} (${kind})${title === '' ? '' : `: ${title}`} – ${place}`, 2)
      out.list(unverified, { indent: 4 })
    }
  }
}

/** Versions of one norm are one line here; `law show` has them all. */
const oncePerName = (items: readonly LawItemWhole[]): LawItemWhole[] => [
  ...new Map(items.map((i) => [i.id, i])).values(),
]

/** `law show NAME`: the block as a lawyer reads it, every version, with the paraphrase beside it. */
export async function showLaw(
  { platform, out, root, json, language }: Context,
  args: Arguments,
): Promise<ExitCode> {
  const [name = ''] = needPositionals(args, ['NAME'])
  const law = await readLaw(platform.files, root)
  const all = lawItems(law, language)
  const versions = all.filter((i) => i.id === name || i.also.includes(name))
  if (versions.length === 0) {
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
    out.json({ id: name, versions } satisfies z.infer<typeof LawShowAnswer>)
    return 0
  }
  for (const version of versions) printVersion(law, version, { out, language })
  return 0
}

interface Shown {
  readonly title?: string
  readonly at: string
  readonly given: readonly string[]
  readonly expect: unknown
}

function printVersion(law: Law, item: LawItemWhole, { out, language }: Pick<Context, 'out' | 'language'>): void {
  const { id, kind, title, place, prose, norms, block } = item
  out.title(`${id}: ${title}`)
  out.paragraph(`${kind} – ${place}`)
  if (prose !== '') {
    out.blank()
    out.paragraph(prose)
  }
  out.blank()
  if (norms.length > 0) out.list(norms, { indent: 2 })
  if (kind === 'remedy') printRemedy(law, block as unknown as Remedy, { out, language })
  else {
    const hidden = new Set(['title', 'norm', 'examples', 'also', kind])
    out.pairs(
      Object.entries(block)
        .filter(([key]) => !hidden.has(key))
        .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
    )
  }
  const examples = (block['examples'] as readonly Shown[] | undefined) ?? []
  if (examples.length > 0) {
    out.heading(language === 'es' ? 'Ejemplos' : 'Examples')
    out.list(
      examples.map((e) => {
        const expected = typeof e.expect === 'string' ? e.expect : JSON.stringify(e.expect)
        return `${e.title === undefined ? '' : `${e.title}: `}${e.at}; ${e.given.join('; ')} → ${expected}`
      }),
      { indent: 2 },
    )
  }
  out.blank()
}

function printRemedy(law: Law, remedy: Remedy, { out, language }: Pick<Context, 'out' | 'language'>): void {
  const body = law.blocks.body.find((b) => b.body === remedy.body)
  const es = language === 'es'
  const effects = remedy.effects.map((e) => {
    const mode = effectModes.find((m) => m === e.mode) ?? 'none'
    return `${targetWord(e.target, language)}: ${modeWord(mode, language)}`
  })
  out.pairs([
    [es ? 'ante' : 'before', say(bodyTitle(body, Infinity), language)],
    [
      es ? 'nace con' : 'opens with',
      remedy.opens.map((c) => (typeof c === 'string' ? c : JSON.stringify(c))).join('; '),
    ],
    [es ? 'plazo' : 'time limit', remedy.term ?? (es ? 'ninguno' : 'none')],
    [es ? 'efectos' : 'effects', effects.join('; ')],
    ...(remedy.decidesWithin === undefined
      ? []
      : [[es ? 'se resuelve en' : 'decided within', remedy.decidesWithin.period] as const]),
    ...remedy.warnings.map((w) => [es ? 'cuidado' : 'take care', say(w, language)] as const),
  ])
}
