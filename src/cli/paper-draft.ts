/** What the commands of outgoing papers share: which case, which moment, for whom, in which language, and the files. */
import { join } from 'node:path'
import { z } from 'zod'
import { readLaw, readPrecedents } from '../casework/index.ts'
import { dataFolderOf } from '../compose.ts'
import {
  createPress,
  type Draft,
  draft,
  type Dossier,
  dossierOf,
  type PaperFormat,
  paperFormats,
  type PaperKind,
  readTemplates,
  renderPaper,
  templateFor,
} from '../publish/index.ts'
import { minuteOf } from '../platform/index.ts'
import { isoMinute, project } from '../record/index.ts'
import { askedTimes, audienceOf, timeOptions } from './case-options.ts'
import { type Arguments, type Context, type Option, optionText, optionTexts } from './command.ts'
import { UsageError } from './errors.ts'
import { type FoundCase, withCase } from './stored-case.ts'

export const PaperAnswer = z.strictObject({
  paper: z.string(),
  audience: z.enum(['counsel', 'public']),
  knownBy: z.string(),
  title: z.string(),
  /** SHA-256 of what is said in it: what two people release. */
  content: z.string(),
  release: z.string(),
  gaps: z.array(
    z.strictObject({
      field: z.string(),
      title: z.string(),
      why: z.string(),
      todo: z.string(),
      weight: z.enum(['required', 'wanted']),
    }),
  ),
  blocked: z.array(z.strictObject({ section: z.string(), text: z.string(), why: z.string(), todo: z.string() })),
  changed: z.array(
    z.strictObject({ slot: z.string(), insertion: z.string(), was: z.string(), is: z.string().nullable() }),
  ),
  identified: z.array(
    z.strictObject({
      name: z.string(),
      as: z.enum(['named', 'described', 'unnamed']),
      statements: z.number(),
      caution: z.boolean(),
    }),
  ),
  heldBack: z.array(z.string()),
  /** The files written, by name; empty without --out. */
  files: z.array(z.string()),
  text: z.string(),
})
export type PaperAnswer = z.infer<typeof PaperAnswer>

export const paperOptions: Readonly<Record<string, Option>> = {
  out: {
    value: 'FOLDER',
    about: {
      en: 'write the files here; without it the text is shown',
      es: 'escribe aquí los archivos; sin ella se muestra el texto',
    },
  },
  format: {
    value: 'FORMAT',
    many: true,
    about: {
      en: 'pdf, docx, html or text; may be repeated (default: all)',
      es: 'pdf, docx, html o text; puede repetirse (por defecto: todos)',
    },
  },
  in: {
    value: 'en|es',
    about: {
      en: 'the language of the paper (default: that of the command)',
      es: 'la lengua del escrito (por defecto: la de la orden)',
    },
  },
  ...timeOptions,
  audience: {
    value: 'counsel|public',
    about: {
      en: 'for whom (default: as its template says)',
      es: 'para quién (por defecto: lo que diga su plantilla)',
    },
  },
}

/** Drafts the paper, writes its files where asked, and answers with all that its author must know. */
export async function paperAnswer(
  context: Context,
  args: Arguments,
  kind: PaperKind,
  reference: string,
): Promise<PaperAnswer> {
  const out = optionText(args, 'out')
  const formats = formatsOf(args)
  const press = out !== undefined && formats.includes('pdf') ? createPress() : undefined
  try {
    return await withDraft(context, args, kind, reference, async (drafted) => {
      const asked = { ...drafted, formats, ...(press === undefined ? {} : { press }) }
      const dossier = out === undefined ? undefined : await dossierOf(drafted.draft, asked)
      for (const [name, bytes] of dossier?.files ?? [])
        await context.platform.files.write(join(out ?? '', name), bytes)
      return answerOf(drafted, dossier, new TextDecoder().decode(await renderPaper(drafted.draft.paper, 'text')))
    })
  } finally {
    press?.close()
  }
}

/** A draft, and what its files are made of. */
export interface Drafted extends Pick<FoundCase, 'original' | 'words'> {
  readonly draft: Draft
  readonly knownBy: string
}

/** Opens the case and drafts the paper, for as long as `work` needs its originals. */
export async function withDraft<T>(
  context: Context,
  args: Arguments,
  kind: PaperKind,
  reference: string,
  work: (drafted: Drafted) => Promise<T>,
): Promise<T> {
  const { platform, root, env } = context
  return withCase(context, args, reference, async ({ entries, held, original, words }) => {
    const state = project(entries)
    const now = minuteOf(platform.clock)
    // Never a moment to come, which would end embargoes.
    const knownBy = Math.min(now, askedTimes(context, args)(state.zone).knownBy)
    const dataFolder = dataFolderOf({ root, env, dataFolder: optionText(args, 'data') })
    const templates = await readTemplates(platform.files, [root, dataFolder])
    const day = isoMinute(state.zone, knownBy).slice(0, 10)
    const template = templateFor(templates, kind, day)
    const audience = optionText(args, 'audience') === undefined ? template.audience : audienceOf(args)
    if (audience === 'desk')
      throw new UsageError(
        { en: 'a paper goes to counsel or to the public', es: 'un escrito va a los abogados o al público' },
        { en: 'choose counsel or public', es: 'elija counsel o public' },
      )
    const drafted = draft({
      law: await readLaw(platform.files, root),
      entries,
      precedents: await readPrecedents(platform.files, root),
      template,
      language: languageOf(context, args),
      knownBy,
      held,
      audience,
    })
    return work({ draft: drafted, knownBy: isoMinute(state.zone, knownBy), original, words })
  })
}

function languageOf({ language }: Context, args: Arguments): 'en' | 'es' {
  const asked = optionText(args, 'in') ?? language
  if (asked === 'en' || asked === 'es') return asked
  throw new UsageError(
    { en: `no paper can be written in "${asked}"`, es: `no hay escritos en "${asked}"` },
    { en: 'choose en or es', es: 'elija en o es' },
  )
}

function formatsOf(args: Arguments): readonly PaperFormat[] {
  const asked = optionTexts(args, 'format')
  if (asked.length === 0) return paperFormats
  return asked.map((text) => {
    const format = paperFormats.find((one) => one === text)
    if (format !== undefined) return format
    throw new UsageError(
      { en: `there is no format "${text}"`, es: `no hay formato "${text}"` },
      { en: `choose among: ${paperFormats.join(', ')}`, es: `elija entre: ${paperFormats.join(', ')}` },
    )
  })
}

function answerOf({ draft: made, knownBy }: Drafted, dossier: Dossier | undefined, text: string): PaperAnswer {
  const { paper, content, release, blocked, changed, identified, heldBack } = made
  return {
    paper: paper.kind,
    audience: paper.audience === 'public' ? 'public' : 'counsel',
    knownBy,
    title: paper.title,
    content,
    release: release.status,
    gaps: (dossier?.gaps ?? made.gaps).map((gap) => ({ ...gap })),
    blocked: blocked.map((b) => ({ ...b })),
    changed: changed.map(({ is, ...rest }) => ({ ...rest, is: is ?? null })),
    identified: identified.map(({ name, as, statements, caution }) => ({ name, as, statements, caution })),
    heldBack: [...heldBack],
    files: [...(dossier?.files.keys() ?? [])],
    text,
  }
}
