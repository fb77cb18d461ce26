/** Papers of records in which every text carries a mark of its level, and what of them is above a reader's level. */
import { join } from 'node:path'
import { readLaw } from '../../src/casework/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { draft, type Draft, type PaperKind, readTemplates, templateFor } from '../../src/publish/index.ts'
import { type Entry, parseMoment } from '../../src/record/index.ts'

/** Those for whom papers are made; the desk itself gets none. */
export const outside = ['counsel', 'public'] as const
export type Outside = (typeof outside)[number]

export const knownBy = parseMoment('2014-03-01', 'Europe/Madrid')

/** Line ends and hyphenation do not hide a word. */
export const squeezed = (text: string): string => text.replace(/[\s\u00ad\u2010-]+/gu, '')

const closedTo: Readonly<Record<Outside, RegExp>> = {
  counsel: /canary(internal|sealed).{0,40}/i,
  public: /canary(counsel|internal|sealed).{0,40}/i,
}

/** The first canary in a text that its readers may not have, with what stands behind it. */
export const closedIn = (text: string, audience: Outside): string | undefined =>
  closedTo[audience].exec(squeezed(text))?.[0]

export interface PaperAsked {
  readonly kind: PaperKind
  readonly audience: Outside
  readonly language?: 'en' | 'es'
  readonly held?: ReadonlySet<string>
}

/** Drafts papers as known on {@link knownBy}, with the packs and templates of the project. */
export async function drafting(): Promise<(entries: readonly Entry[], asked: PaperAsked) => Draft> {
  const root = join(import.meta.dirname, '../..')
  const law = await readLaw(diskFiles, root)
  const templates = await readTemplates(diskFiles, [root])
  return (entries, { kind, audience, language = 'en', held = new Set() }) => {
    const template = templateFor(templates, kind, '2014-03-01')
    return draft({ law, entries, precedents: [], template, language, knownBy, audience, held })
  }
}
