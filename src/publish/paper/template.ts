/** Templates of papers: data in `papers/`, that an organisation can change without touching a program. */
import { parse } from 'yaml'
import { z } from 'zod'
import { type Gap, type PaperLanguage, paperKinds } from './model.ts'

const words = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })
export type Words = z.infer<typeof words>

/** What stands in a section, in order. */
const Piece = z.union([
  /** Fixed words; `{person}` and the like take what the record holds. */
  z.strictObject({ text: words }),
  /** What a program draws from the record or the law, by its name in `src/publish/materials`. */
  z.strictObject({ material: z.string() }),
  /** What a person has to write. `asks` is said to the author while it is missing. */
  z.strictObject({ passage: z.string(), asks: words, required: z.boolean() }),
])
export type Piece = z.infer<typeof Piece>

export const Template = z.strictObject({
  paper: z.enum(paperKinds),
  /** From which day on this form is the one in force; the latest that has begun is taken. */
  from: z.iso.date(),
  audience: z.enum(['counsel', 'public']),
  title: words,
  addressee: z.array(words),
  /** Bold lines on the face. */
  marking: z.array(words),
  /** Where the form was read, and how it was checked. */
  source: z.strictObject({ text: words, checked: z.enum(['official', 'secondary', 'unverified']) }),
  sections: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), heading: words, content: z.array(Piece).min(1) }))
    .min(1),
})
export type Template = z.infer<typeof Template>

/** A template could not be used: where, what is wrong, what to do. */
export class TemplateError extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'TemplateError'
    this.remedy = remedy
  }
}

/**
 * Reads one template.
 * @param path for messages
 * @param materials the names a template may use
 * @throws {TemplateError}
 */
export function readTemplate(path: string, text: string, materials: ReadonlySet<string>): Template {
  const parsed = Template.safeParse(yamlOf(path, text))
  if (!parsed.success) {
    const said = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')
    throw new TemplateError(`${path} is no template: ${said}`, 'See papers/README.md for what a template holds.')
  }
  for (const section of parsed.data.sections)
    for (const piece of section.content)
      if ('material' in piece && !materials.has(piece.material))
        throw new TemplateError(
          `${path}: section "${section.id}" asks for a material "${piece.material}" that does not exist.`,
          `Choose one of: ${[...materials].toSorted().join(', ')}.`,
        )
  return parsed.data
}

function yamlOf(path: string, text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new TemplateError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Mend the line that is named; it must be YAML.',
    )
  }
}

/** The form in force on a day (`2014-02-19`); before the first one, the first. */
export function templateOn(templates: readonly Template[], day: string): Template | undefined {
  const ordered = templates.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return ordered.findLast(({ from }) => from <= day) ?? ordered[0]
}

/** Told to the author of a paper whose form nobody has read in the official text: a wrong form costs the day. */
export function formGaps({ source }: Template, language: PaperLanguage): readonly Gap[] {
  if (source.checked === 'official') return []
  const es = language === 'es'
  const unread = source.checked === 'unverified'
  return [
    {
      field: 'form',
      title: es ? 'El formulario' : 'The form',
      why: `${unread ? (es ? 'Sin verificar' : 'Not verified') : es ? 'Leído en fuentes secundarias' : 'Read in secondary sources'}: ${source.text[language]}.`,
      todo: es
        ? 'Compare el escrito con el texto oficial vigente antes de enviarlo.'
        : 'Compare the paper with the official text in force before it is sent.',
      weight: 'wanted',
    },
  ]
}
