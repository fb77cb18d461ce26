/** The papers that go out: drafts, the parts that people write, and the files. Steps of release are ordinary acts. */
import { setImmediate } from 'node:timers/promises'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Language } from '../law/index.ts'
import {
  CheckAnswer,
  checkAnswer,
  checkPassage,
  createPress,
  dossierOf,
  DraftAnswer,
  draftAnswer,
  type Drafted,
  FactsAnswer,
  insertables,
  type PaperFormat,
  paperFormats,
  paperKinds,
  PaperName,
  PapersAnswer,
  paperState,
  type Press,
  Readers,
  releasedPaper,
  renderGaps,
  renderPaper,
  templateFor,
} from '../publish/index.ts'
import { LAST_HEADER } from './asked.ts'
import { drafted, draftingOf, holdsBlocked, momentOf } from './drafting.ts'
import { type Env, Refusal } from './env.ts'
import { BYTES, type Route, route } from './route.ts'

const Asked = z.object({
  /** The moment of the paper; now when absent. Nothing learned later is in it. */
  knownBy: z.string().max(60).optional(),
  /** For whom; as its template says when absent. */
  audience: z.union([Readers, z.literal('').transform(() => undefined)]).optional(),
})
const Files = Asked.extend({
  format: z.enum(paperFormats).default('pdf'),
  /** `yes`: with its exhibits bound behind it; PDF only. */
  exhibits: z.enum(['yes', 'no']).default('no'),
})

/** The draft of the paper that the address names; the answer says which entry it has seen. */
async function asAsked(context: Context<Env>, query: z.output<typeof Asked>, language: Language): Promise<Drafted> {
  const kind = PaperName.safeParse(context.req.param('kind'))
  if (!kind.success)
    throw new Refusal(
      404,
      'not-found',
      { en: 'There is no such paper.', es: 'No existe ese escrito.' },
      { en: `Choose one of: ${paperKinds.join(', ')}.`, es: `Elija uno de: ${paperKinds.join(', ')}.` },
    )
  const found = await drafted(context, kind.data, language, query)
  await tellLast(context)
  return found
}

async function tellLast(context: Context<Env>): Promise<void> {
  const last = await context.get('services').workspace.last(context.req.param('case') ?? '')
  context.header(LAST_HEADER, String(last))
}

const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  text: 'text/plain; charset=utf-8',
}

/** A name that stands in mail, logs and folders that others see: the kind and the day, nobody's name. */
function asFile(name: string, format: PaperFormat, bytes: Uint8Array): Response {
  const ending = format === 'text' ? 'txt' : format
  return new Response(bytes.slice(), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${name}.${ending}"`,
      'cache-control': 'no-store',
    },
  })
}

/** The paper as a file: a draft says so on every page unless two people released exactly this. Throws `Refusal`. */
async function fileOf(
  context: Context<Env>,
  { draft, knownBy }: Drafted,
  query: z.output<typeof Files>,
  press: Press | undefined,
): Promise<Response> {
  if (draft.blocked.length > 0) throw holdsBlocked(draft.blocked.length)
  const released = releasedPaper(draft)
  const name = `${draft.paper.kind}-${knownBy.slice(0, 10)}${released === undefined ? '-draft' : ''}`
  if (press === undefined)
    return asFile(name, query.format, await renderPaper(released ?? draft.paper, query.format))
  const { workspace } = context.get('services')
  const id = context.req.param('case') ?? ''
  const { files } = await dossierOf(draft, {
    formats: ['pdf'],
    press,
    original: (sha256) => workspace.original(id, sha256),
    words: (document) => workspace.words(id, document),
  })
  const bound = [...files].find(([path]) => path.endsWith('-with-exhibits.pdf'))
  if (bound === undefined)
    throw new Refusal(
      404,
      'not-found',
      { en: 'This paper has no exhibits.', es: 'Este escrito no tiene documentos anexos.' },
      { en: 'Ask for the paper alone.', es: 'Pida solo el escrito.' },
    )
  return asFile(`${name}-with-exhibits`, 'pdf', bound[1])
}

const address = '/api/cases/:case/papers'

export const paperRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: address,
    about: 'The papers that can be made, with what is missing in each; `state=no` leaves that out and is quicker.',
    query: Asked.extend({ state: z.enum(['yes', 'no']).default('yes') }),
    answer: PapersAnswer,
    async handle({ context, query, language }) {
      const { templates } = await draftingOf(context).material()
      const { text } = await momentOf(context, query)
      const papers: PapersAnswer['papers'] = []
      for (const kind of paperKinds.filter((one) => templates.some(({ paper }) => paper === one))) {
        const { audience, from, source } = templateFor(templates, kind, text.slice(0, 10))
        const state =
          query.state === 'no' ? null : paperState((await drafted(context, kind, language, query)).draft)
        // Others are answered between two papers.
        await setImmediate()
        const read = { text: source.text[language === 'es' ? 'es' : 'en'], checked: source.checked }
        papers.push({ kind, audience: query.audience ?? audience, from, source: read, state })
      }
      await tellLast(context)
      return { papers }
    },
  }),
  route({
    method: 'get',
    path: `${address}/:kind`,
    about:
      'A draft of one paper in the language `lang`: what each sentence rests on, what is missing, ' +
      'what may not go out.',
    query: Asked,
    answer: DraftAnswer,
    handle: async ({ context, query, language }) =>
      draftAnswer(await asAsked(context, query, language), context.get('session').name),
  }),
  route({
    method: 'get',
    path: `${address}/:kind/facts`,
    about: 'What can be put into a written part as `{SUBJECT.PROPERTY}`, and how it reads in this paper today.',
    query: Asked,
    answer: FactsAnswer,
    async handle({ context, query, language }) {
      const { draft, opened } = await asAsked(context, query, language)
      return { facts: [...insertables(draft, opened)] }
    },
  }),
  route({
    method: 'post',
    path: `${address}/:kind/check`,
    about: 'How a text would stand in the paper, and what its author should know before saving it. Saves nothing.',
    query: Asked,
    body: z.strictObject({ slot: z.string().min(1).max(200), text: z.string().max(100_000) }),
    answer: CheckAnswer,
    async handle({ context, query, body, language }) {
      const { asked, opened, knownBy } = await asAsked(context, query, language)
      const by = context.get('session').name
      const { template, language: written } = asked
      const passage = { id: 'check', paper: template.paper, language: written, by, learned: knownBy, ...body }
      return checkAnswer(checkPassage(asked, opened, passage))
    },
  }),
  route({
    method: 'get',
    path: `${address}/:kind/file`,
    about: 'The paper as a file, marked as a draft unless two people released exactly this.',
    query: Files,
    answer: BYTES,
    async handle({ context, query, language }) {
      const press = query.exhibits === 'yes' ? createPress() : undefined
      try {
        return await fileOf(context, await asAsked(context, query, language), query, press)
      } finally {
        press?.close()
      }
    },
  }),
  route({
    method: 'get',
    path: `${address}/:kind/gaps`,
    about: 'What is missing in the paper, as a sheet for its author; no paper contains it.',
    query: Asked.extend({ format: z.enum(paperFormats).default('pdf') }),
    answer: BYTES,
    async handle({ context, query, language }) {
      const { draft, knownBy } = await asAsked(context, query, language)
      const { gaps, paper } = draft
      const bytes = await renderGaps({ gaps, language: paper.language, made: paper.made }, query.format)
      return asFile(`gaps-${paper.kind}-${knownBy.slice(0, 10)}`, query.format, bytes)
    },
  }),
]
