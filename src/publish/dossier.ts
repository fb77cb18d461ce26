/** A drafted paper as the files that a person sends or signs: set, with its exhibits bound, cut for fax, gaps apart. */
import type { Reader } from '../reading/index.ts'
import { createReader } from '../reading/index.ts'
import { type Id, isoMinute, type Sha256 } from '../record/index.ts'
import {
  bindBundle,
  createPress,
  type ExhibitSource,
  FAX_PAGES_DEFAULT,
  prepareExhibits,
  type PreparedExhibit,
  type Press,
} from './exhibits/index.ts'
import { type Draft, releasedPaper } from './paper/draft.ts'
import type { Exhibit, Gap, Paper } from './paper/model.ts'
import { type PaperFormat, renderGaps, renderPaper } from './render/index.ts'

export interface DossierOptions {
  readonly formats: readonly PaperFormat[]
  readonly original: (sha256: Sha256) => Promise<Uint8Array | undefined>
  /** The words of a document as they were read when it came, page by page; none: it is read now. */
  readonly words?: (document: Id) => Promise<readonly string[]>
  readonly reader?: Pick<Reader, 'read'>
  /** Started before the draft, it saves what its workers take to be ready; whoever made it closes it. */
  readonly press?: Press
}

export interface Dossier {
  /** By name, in order of name; names say the kind and the day and nothing about the person. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly released: boolean
  /** Gaps of the draft and of its exhibits. */
  readonly gaps: readonly Gap[]
}

const extensions: Readonly<Record<PaperFormat, string>> = { pdf: 'pdf', docx: 'docx', html: 'html', text: 'txt' }

/**
 * Sets a draft: the released copy where two people let it out, otherwise the copy that says that it is a draft. While
 * something in it may not go out, no copy is made at all, only the sheet of gaps.
 */
export async function dossierOf(draft: Draft, options: DossierOptions): Promise<Dossier> {
  const released = releasedPaper(draft)
  const paper = released ?? draft.paper
  const sources = await sourcesOf(paper, draft, options)
  const gaps = [...draft.gaps, ...sources.flatMap((source) => gapOf(paper, source))]
  const isBlocked = draft.blocked.length > 0
  const isBound = !isBlocked && options.formats.includes('pdf')
  const press = isBound ? (options.press ?? createPress()) : undefined
  try {
    // The exhibits are drawn in processes of their own; the paper and its gaps are set meanwhile.
    const [exhibits, set, sheet] = await Promise.all([
      press === undefined ? [] : prepareExhibits(sources, asWished(paper, press, options)),
      isBlocked ? [] : setFiles(paper, options.formats),
      gaps.length === 0 ? undefined : renderGaps({ gaps, language: paper.language, made: paper.made }, 'pdf'),
    ])
    const files = new Map(set)
    const own = files.get(`${nameOf(paper)}.pdf`)
    if (own !== undefined && press !== undefined && exhibits.length > 0)
      for (const [path, bytes] of await boundFiles(paper, own, exhibits, press)) files.set(path, bytes)
    if (sheet !== undefined) files.set('for-the-author/gaps.pdf', sheet)
    return { files, released: released !== undefined, gaps }
  } finally {
    if (options.press === undefined) press?.close()
  }
}

type Files = readonly (readonly [path: string, bytes: Uint8Array])[]

/**
 * Names are neutral: they stand in mail, logs and folders that others see. The day is that of the case's clock, as the
 * paper is dated; a copy that was not released says so before it is opened.
 */
const nameOf = ({ kind, made, zone, mark }: Paper): string =>
  `${kind}-${isoMinute(zone, Date.parse(made) / MINUTE_MS).slice(0, 10)}${mark === '' ? '' : '-draft'}`

const MINUTE_MS = 60_000

const asWished = ({ language }: Paper, press: Press, { reader }: DossierOptions) => ({
  language,
  press,
  ...(reader === undefined ? {} : { reader }),
})

const setFiles = (paper: Paper, formats: readonly PaperFormat[]): Promise<Files> =>
  Promise.all(
    formats.map(
      async (format) => [`${nameOf(paper)}.${extensions[format]}`, await renderPaper(paper, format)] as const,
    ),
  )

/** The paper with its exhibits behind it; a long request to the Court also in parts for a fax. */
async function boundFiles(
  paper: Paper,
  own: Uint8Array,
  exhibits: readonly PreparedExhibit[],
  press: Press,
): Promise<Files> {
  const { kind, language, title } = paper
  const { pdf, fax } = await bindBundle(own, exhibits, {
    language,
    title,
    press,
    ...(kind === 'rule-39' ? { faxPages: FAX_PAGES_DEFAULT } : {}),
  })
  const parts = fax.map(
    ({ part, of, pdf: bytes }) => [`fax/${nameOf(paper)}-part-${part}-of-${of}.pdf`, bytes] as const,
  )
  return [[`${nameOf(paper)}-with-exhibits.pdf`, pdf], ...parts]
}

/** An exhibit, and whether its words could be searched for what is held back. */
type Searched = ExhibitSource & { readonly unread?: true }

/** Exhibits that are read at the same time. */
const LANES = 2

/** The exhibits with their bytes, in their order. They came together, so that they are read as a batch. */
async function sourcesOf(paper: Paper, draft: Draft, options: DossierOptions): Promise<readonly Searched[]> {
  if (paper.exhibits.length === 0) return []
  if (options.reader !== undefined) return allSearched(paper, draft, options, options.reader)
  // Most originals were read when they came; a reader is started for the first that was not.
  let started: ReturnType<typeof createReader> | undefined
  const reader: Pick<Reader, 'read'> = {
    async read(bytes, name, readOptions) {
      started ??= createReader({ batch: true })
      return (await started).read(bytes, name, readOptions)
    },
  }
  try {
    return await allSearched(paper, draft, options, reader)
  } finally {
    await started?.then((it) => {
      it.close()
    })
  }
}

async function allSearched(
  { exhibits, language }: Paper,
  draft: Draft,
  options: DossierOptions,
  reader: Pick<Reader, 'read'>,
): Promise<readonly Searched[]> {
  const found = new Map<number, Searched>()
  const waiting = [...exhibits]
  const lane = async (): Promise<void> => {
    for (let exhibit = waiting.shift(); exhibit !== undefined; exhibit = waiting.shift())
      found.set(exhibit.number, await searched(exhibit, language, draft, options, reader))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return exhibits.flatMap(({ number }) => found.get(number) ?? [])
}

/** One exhibit. If its words name somebody who may not be named, it is left out and says so. */
async function searched(
  exhibit: Exhibit,
  language: Paper['language'],
  { isTelling, documents }: Draft,
  { original: bytesOf, words }: DossierOptions,
  reader: Pick<Reader, 'read'>,
): Promise<Searched> {
  const es = language === 'es'
  const document = documents.get(exhibit.document)
  const bytes = document?.sha256 === undefined ? undefined : await bytesOf(document.sha256)
  if (bytes === undefined || document === undefined)
    return { ...exhibit, missing: es ? 'no se tiene el original' : 'the original is not held' }
  const kept = (await words?.(document.id)) ?? []
  const text = kept.length > 0 ? kept.join('') : await readNow(reader, bytes)
  if (text !== undefined && isTelling(text))
    return {
      ...exhibit,
      missing: es ? 'pendiente de tachar lo reservado' : 'what is held back must be redacted first',
    }
  const mediaType = document.mediaType ?? 'application/octet-stream'
  const original = { bytes, mediaType, ...(text === undefined ? {} : { text }) }
  return { ...exhibit, original, ...(hasWords(text) ? {} : { unread: true }) }
}

async function readNow(reader: Pick<Reader, 'read'>, bytes: Uint8Array): Promise<string | undefined> {
  const outcome = await reader.read(bytes, '')
  return outcome.status === 'read' ? outcome.reading.text : undefined
}

const hasWords = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text)

/** What the author has to do about an exhibit, where there is something. */
function gapOf({ language }: Paper, { number, title, missing, unread }: Searched): readonly Gap[] {
  const es = language === 'es'
  const about = { field: `exhibit-${number}`, title, weight: 'wanted' as const }
  if (missing !== undefined) {
    const todo = es
      ? 'Consiga el original, o tache lo reservado y añada el documento tachado.'
      : 'Get the original, or redact what is held back and add the redacted document.'
    return [{ ...about, why: missing, todo }]
  }
  if (unread !== true) return []
  return [
    {
      ...about,
      why: es ? 'No tiene palabras que se puedan buscar.' : 'It has no words that could be searched.',
      todo: es
        ? 'Mírelo usted: nadie ha comprobado que no nombre a nadie.'
        : 'Look at it yourself: nothing has checked whom it names.',
    },
  ]
}
