/** The mappings to other vocabularies, which lie as data in `vocabulary/` where a documentalist can correct them. */
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Files } from '../../platform/index.ts'
import { ExchangeError } from './problems.ts'

const names = z.record(z.string(), z.string())

/** Of a property: its type, or the schemata that it may link to. */
const typeSchema = z.union([z.string(), z.array(z.string())])

export const FtmVocabulary = z.strictObject({
  model: z.strictObject({ version: z.string(), checked: z.string() }),
  kinds: names,
  /** Our property, then the schema of the subject, then the property there. */
  properties: z.record(z.string(), names),
  links: z.record(
    z.string(),
    z.strictObject({ schema: z.string(), from: z.string(), to: z.string(), otherwise: z.string() }),
  ),
  /** Characters that a value may have, by type. */
  types: z.record(z.string(), z.number()),
  schemata: z.record(
    z.string(),
    z.strictObject({ required: z.array(z.string()), properties: z.record(z.string(), typeSchema) }),
  ),
  languages: names,
})
export type FtmVocabulary = z.infer<typeof FtmVocabulary>

export const HuridocsVocabulary = z.strictObject({
  checked: z.enum(['official', 'secondary', 'unverified']),
  lists: names,
  events: z.record(
    z.string(),
    z.strictObject({
      list: z.number(),
      code: z.string().regex(/^\d{12}$/),
      term: z.string(),
      fit: z.enum(['same', 'nearest']),
    }),
  ),
  without: z.array(z.string()),
})
export type HuridocsVocabulary = z.infer<typeof HuridocsVocabulary>

export interface ExchangeVocabulary {
  readonly ftm: FtmVocabulary
  readonly huridocs: HuridocsVocabulary
}

/** Reads `vocabulary/` of the project at `root`. Throws {@link ExchangeError} where a file there does not fit. */
export async function readExchangeVocabulary(files: Files, root: string): Promise<ExchangeVocabulary> {
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<T> => {
    const path = join(root, 'vocabulary', name)
    const parsed = schema.safeParse(parse(await files.readText(path), { version: '1.2' }))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new ExchangeError(
      `vocabulary/${name} cannot be used.`,
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
      'Correct the file, or take it from the project again.',
    )
  }
  return {
    ftm: await read('followthemoney.yaml', FtmVocabulary),
    huridocs: await read('huridocs.yaml', HuridocsVocabulary),
  }
}

/** The HURIDOCS code of an event type as one word, such as `huridocs:4:030101000000`; nothing where none fits. */
export function huridocsCodeOf({ events }: HuridocsVocabulary, type: string): string | undefined {
  const found = Object.hasOwn(events, type) ? events[type] : undefined
  return found === undefined ? undefined : `huridocs:${found.list}:${found.code}`
}
