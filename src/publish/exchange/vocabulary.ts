/** The mappings to other vocabularies, which lie as data in `vocabulary/` where a documentalist can correct them. */
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
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

export const UwaziVocabulary = z.strictObject({
  templates: z.record(z.string(), z.array(z.string())),
  /** Kind, then our property, then the labels that mean it. */
  columns: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
})
export type UwaziVocabulary = z.infer<typeof UwaziVocabulary>

export interface ExchangeVocabulary {
  readonly ftm: FtmVocabulary
  readonly huridocs: HuridocsVocabulary
  readonly uwazi: UwaziVocabulary
}

/** Reads `vocabulary/` of the project at `root`. Throws {@link ExchangeError} where a file there does not fit. */
export async function readExchangeVocabulary(files: Files, root: string): Promise<ExchangeVocabulary> {
  const read = <T>(name: string, schema: z.ZodType<T>): Promise<T> =>
    readVocabulary(files, join(root, 'vocabulary', name), schema)
  return {
    ftm: await read('followthemoney.yaml', FtmVocabulary),
    huridocs: await read('huridocs.yaml', HuridocsVocabulary),
    uwazi: await read('uwazi.yaml', UwaziVocabulary),
  }
}

/** A mapping that somebody wrote. Throws {@link ExchangeError} where it does not fit. */
export async function readVocabulary<T>(files: Files, path: string, schema: z.ZodType<T>): Promise<T> {
  let data: unknown
  try {
    data = parse(await files.readText(path))
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new ExchangeError(`${path} cannot be used.`, `It is no YAML: ${error.message}`, 'Correct the file.')
  }
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ExchangeError(
    `${path} cannot be used.`,
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
    'Correct the file, or take it from the project again.',
  )
}

/** The HURIDOCS code of an event type as one word, such as `huridocs:4:030101000000`; nothing where none fits. */
export function huridocsCodeOf({ events }: HuridocsVocabulary, type: string): string | undefined {
  const found = Object.hasOwn(events, type) ? events[type] : undefined
  return found === undefined ? undefined : `huridocs:${found.list}:${found.code}`
}
