/** Papers as they are drafted for the pages: what they are made from, and those made a moment ago. */
import type { Context } from 'hono'
import { type AskedTimes, readPrecedents } from '../casework/index.ts'
import type { Language, PrecedentCase } from '../law/index.ts'
import type { Files } from '../platform/index.ts'
import {
  draft,
  type DraftAsked,
  type Drafted,
  type PaperKind,
  readTemplates,
  type Template,
  templateFor,
} from '../publish/index.ts'
import { type Instant, isoMinute, parseMoment, type Zone } from '../record/index.ts'
import { nowOf } from './asked.ts'
import { type Env, noCase, Refusal, startIt } from './env.ts'

/** What papers are made from, besides the record and the law. */
interface Material {
  readonly templates: readonly Template[]
  readonly precedents: readonly PrecedentCase[]
}

/** Drafts kept for the next answer about the same one; the oldest gives way. */
const DRAFTS_MAX = 24

/** Templates and precedents are read when the first paper is asked for, and again where that failed. */
export class Drafting {
  readonly #files: Files
  readonly #root: string
  readonly #folders: readonly string[]
  readonly #drafts = new Map<string, Drafted>()
  #material: Promise<Material> | undefined

  /** @param folders where templates lie, in `papers/`; a later folder's stand before an earlier one's */
  constructor(files: Files, root: string, folders: readonly string[]) {
    this.#files = files
    this.#root = root
    this.#folders = folders
  }

  /** Throws `TemplateError` or `PrecedentError`. */
  async material(): Promise<Material> {
    this.#material ??= this.#read()
    try {
      return await this.#material
    } catch (error) {
      this.#material = undefined
      throw error
    }
  }

  async #read(): Promise<Material> {
    const [templates, precedents] = await Promise.all([
      readTemplates(this.#files, this.#folders),
      readPrecedents(this.#files, this.#root),
    ])
    return { templates, precedents }
  }

  /** A draft made a moment ago that says exactly this. */
  saying(content: string): Drafted | undefined {
    return [...this.#drafts.values()].findLast(({ draft: made }) => made.content === content)
  }

  /** The draft of that name, made where there is none. */
  kept(key: string, make: () => Drafted): Drafted {
    const before = this.#drafts.get(key)
    if (before !== undefined) return before
    const made = make()
    this.#drafts.set(key, made)
    const oldest = this.#drafts.keys().next().value
    if (this.#drafts.size > DRAFTS_MAX && oldest !== undefined) this.#drafts.delete(oldest)
    return made
  }
}

/** A paper with sentences that may not go out gets no file and no step. */
export const holdsBlocked = (sentences: number): Refusal =>
  new Refusal(
    409,
    'refused',
    {
      en: `The paper holds ${sentences} sentence(s) that may not leave this machine.`,
      es: `El escrito contiene ${sentences} frase(s) que no pueden salir de este equipo.`,
    },
    {
      en: 'Mend what is struck out on the screen, then ask again.',
      es: 'Corrija lo que aparece tachado en la pantalla y vuelva a pedirlo.',
    },
  )

export function draftingOf(context: Context<Env>): Drafting {
  const { drafting } = context.get('services')
  if (drafting !== undefined) return drafting
  throw new Refusal(
    404,
    'not-found',
    { en: 'This workbench makes no papers.', es: 'Este banco de trabajo no hace escritos.' },
    startIt,
  )
}

/** How a paper was asked for in the address; what is absent is as its template says. */
export interface PaperQuery {
  readonly knownBy?: string | undefined
  readonly audience?: 'counsel' | 'public' | undefined
}

/** The moment of a paper. Throws `Refusal` where there is no such case, `DateError` where it is no date. */
export async function momentOf(
  context: Context<Env>,
  { knownBy = '' }: PaperQuery,
): Promise<{ readonly zone: Zone; readonly knownBy: Instant; readonly text: string }> {
  const zone = await context.get('services').workspace.zone(context.req.param('case') ?? '')
  if (zone === undefined) throw noCase()
  const now = nowOf(context)
  // Never a moment to come, which would end embargoes.
  const moment = knownBy === '' ? now : Math.min(now, parseMoment(knownBy, zone))
  return { zone, knownBy: moment, text: isoMinute(zone, moment) }
}

/** Drafts the paper of a kind as it was asked for. Throws `Refusal` where there is no such case, or `TemplateError`. */
export async function drafted(
  context: Context<Env>,
  kind: PaperKind,
  language: Language,
  query: PaperQuery,
): Promise<Drafted> {
  const { workspace } = context.get('services')
  const id = context.req.param('case') ?? ''
  const { knownBy, text } = await momentOf(context, query)
  const { templates, precedents } = await draftingOf(context).material()
  const template = templateFor(templates, kind, text.slice(0, 10))
  const audience = query.audience ?? template.audience
  const times: AskedTimes = { at: knownBy, knownBy, audience }
  const opened = await workspace.open(id, () => times)
  if (opened === undefined) throw noCase()
  const [entries, held, last] = await Promise.all([
    workspace.entries(id),
    workspace.originals(id),
    workspace.last(id),
  ])
  const asked: DraftAsked = {
    law: workspace.law,
    entries: [...entries],
    precedents,
    template,
    language: language === 'es' ? 'es' : 'en',
    knownBy,
    held,
    audience,
    opened,
  }
  const key = [id, kind, language, knownBy, audience, last, held.size].join(' ')
  return draftingOf(context).kept(key, () => ({
    asked,
    draft: draft(asked),
    opened,
    knownBy: text,
  }))
}
