/** What a person reviewing a pack must see first: everything nobody has checked, by what hangs on it. */
import type { Law } from './law.ts'
import { type BlockKind, blockSchemas, type Effect, type Label, type Origin, type Pack } from './model.ts'
import { type Language, say } from './words/index.ts'

export type ReviewBlock = Readonly<Record<string, unknown>> & { readonly origin: Origin }

export interface ReviewItem {
  readonly kind: BlockKind
  readonly id: string
  readonly title: string
  readonly block: ReviewBlock
  /** What in it is unverified: `norm`, `effects 2`, with the article and the note where there is one. */
  readonly unverified: readonly string[]
  readonly risk: Risk
}

/**
 * What goes wrong when the statement is wrong. `stop`: a way to stop the transfer, or its time limit, is missed.
 * `clock`: a time
 * limit is counted wrongly. `procedure`: the stage or a conclusion is wrong. `background`: everything else.
 */
export const risks = ['stop', 'clock', 'procedure', 'background'] as const
export type Risk = (typeof risks)[number]

const kinds = Object.keys(blockSchemas) as BlockKind[]

/** Every block of the packs in the order in which a reader meets it. */
export function reviewItems(law: Law, packs: readonly Pack[], language: Language): ReviewItem[] {
  const stopping = stoppingTerms(law)
  return packs.flatMap((pack) =>
    kinds
      .flatMap((kind) =>
        (pack.blocks[kind] as readonly unknown[]).map((one): ReviewItem => {
          const block = one as ReviewBlock
          const id = String(block[kind])
          return {
            kind,
            id,
            block,
            title: titleOf(block, language),
            unverified: unverifiedIn(block),
            risk: riskOf(kind, id, block, stopping),
          }
        }),
      )
      .toSorted((a, b) => a.block.origin.line - b.block.origin.line),
  )
}

/** What nobody has checked, what can stop a transfer first; within one risk in the order of the page. */
export const unverifiedByRisk = (items: readonly ReviewItem[]): ReviewItem[] =>
  risks.flatMap((risk) => items.filter((item) => item.risk === risk && item.unverified.length > 0))

function titleOf(block: ReviewBlock, language: Language): string {
  const title = block['title'] ?? block['question'] ?? ''
  return typeof title === 'string' ? title : say(title as Label, language)
}

const stops = ({ target, mode }: Effect): boolean =>
  mode !== 'none' && (target === 'transfer' || target === 'decision' || target === 'surrender-clock')

/** Terms of the remedies that can stop a transfer. */
function stoppingTerms(law: Law): ReadonlySet<string> {
  const remedies = law.blocks.remedy.filter(({ effects }) => effects.some(stops))
  return new Set(remedies.flatMap(({ term }) => (term === undefined ? [] : [term])))
}

function riskOf(kind: BlockKind, id: string, block: ReviewBlock, stopping: ReadonlySet<string>): Risk {
  if (kind === 'remedy') return (block['effects'] as readonly Effect[]).some(stops) ? 'stop' : 'procedure'
  if (kind === 'term') return stopping.has(id) ? 'stop' : 'clock'
  if (kind === 'bar' || kind === 'duty') return 'stop'
  if (kind === 'calendar' || kind === 'holidays') return 'clock'
  return kind === 'rule' || kind === 'stage' || kind === 'track' || kind === 'binding' ? 'procedure' : 'background'
}

function unverifiedIn(block: ReviewBlock): string[] {
  const found: string[] = []
  const walk = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => walk(item, [...path, String(index + 1)]))
      return
    }
    if (typeof value !== 'object' || value === null) return
    const fields = value as Readonly<Record<string, unknown>>
    if (fields['checked'] === 'unverified') {
      const about = [fields['article'], fields['position'], fields['factor']].find(
        (name) => typeof name === 'string',
      )
      const note = typeof fields['note'] === 'string' ? ` – ${fields['note']}` : ''
      found.push(`${path.join(' ')}${about === undefined ? '' : ` (${about})`}${note}`.replace(/^ – /, '').trim())
    }
    for (const [key, inner] of Object.entries(fields))
      if (key !== 'origin' && key !== 'examples') walk(inner, [...path, key])
  }
  walk(block, [])
  return found
}
