/** Everything the packs define, as a lawyer browses it. */
import { z } from 'zod'
import { type Language, type Law, type Norm, normText, say } from '../law/index.ts'

/** The kinds of block that can be browsed, in the order in which they are listed. */
export const lawKinds = [
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

export const LawItem = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  also: z.array(z.string()),
  pack: z.string(),
  place: z.string(),
  checked: z.array(z.string()),
})
/** One version of one norm: prose, norms and block, as `law show` prints it. */
export const LawItemWhole = LawItem.extend({
  norms: z.array(z.string()),
  heading: z.string(),
  prose: z.string(),
  block: z.record(z.string(), z.unknown()),
})
export type LawItemWhole = z.infer<typeof LawItemWhole>

/** With where each stands and how its norms were checked. */
export function lawItems(law: Law, language: Language): LawItemWhole[] {
  return lawKinds.flatMap((kind) =>
    law.blocks[kind].map((block): LawItemWhole => {
      const { origin, ...raw } = block as unknown as Record<string, unknown> & {
        origin: { file: string; line: number; prose: string; heading: string }
      }
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
        pack: law.packs.find((p) => p.file === origin.file)?.id ?? '',
        place: `${origin.file}:${origin.line}`,
        checked: [...new Set(checked)],
        heading: origin.heading,
        prose: origin.prose,
        block: raw,
        norms: norms.map((n) => normText(law, n, language) + (n.note === undefined ? '' : ` – ${n.note}`)),
      }
    }),
  )
}
