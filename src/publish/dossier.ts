/** A drafted paper as the files that a person sends or signs: set, with its exhibits bound, cut for fax, gaps apart. */
import type { Reader } from '../reading/index.ts'
import { readDocument } from '../reading/index.ts'
import type { DocumentThing, Sha256 } from '../record/index.ts'
import { type ExhibitSource, faxParts, mergeExhibits } from './exhibits/index.ts'
import { type Draft, releasedPaper } from './paper/draft.ts'
import type { Gap, Paper } from './paper/model.ts'
import { type PaperFormat, renderGaps, renderPaper } from './render/index.ts'

export interface DossierOptions {
  readonly formats: readonly PaperFormat[]
  readonly original: (sha256: Sha256) => Promise<Uint8Array | undefined>
  readonly documents: ReadonlyMap<string, DocumentThing>
  readonly reader?: Pick<Reader, 'read'>
}

export interface Dossier {
  /** By name, in order of name; names say the kind and the day and nothing about the person. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly released: boolean
  /** Gaps of the draft and of its exhibits. */
  readonly gaps: readonly Gap[]
}

/** A fax machine's patience: the Court asks for longer papers in several parts. */
const FAX_PAGES_MAX = 10
const extensions: Readonly<Record<PaperFormat, string>> = { pdf: 'pdf', docx: 'docx', html: 'html', text: 'txt' }

/** Sets a draft: the released copy where two people let it out, otherwise the copy that says that it is a draft. */
export async function dossierOf(draft: Draft, options: DossierOptions): Promise<Dossier> {
  const released = releasedPaper(draft)
  const paper = released ?? draft.paper
  const name = `${paper.kind}-${paper.made.slice(0, 10)}`
  const files = new Map<string, Uint8Array>()
  // Names are neutral: they stand in mail, logs and folders that others see.
  for (const format of options.formats) files.set(`${name}.${extensions[format]}`, await renderPaper(paper, format))
  const sources = await sourcesOf(paper, draft, options)
  const gaps = [...draft.gaps, ...missingGaps(paper, sources)]
  if (options.formats.includes('pdf') && sources.length > 0) {
    const own = files.get(`${name}.pdf`) ?? (await renderPaper(paper, 'pdf'))
    const bundle = await mergeExhibits(own, sources, {
      language: paper.language,
      title: paper.title,
      ...(options.reader === undefined ? {} : { reader: options.reader }),
    })
    files.set(`${name}-with-exhibits.pdf`, bundle.pdf)
    if (paper.kind === 'rule-39' && bundle.pages > FAX_PAGES_MAX) {
      const parts = await faxParts(bundle.pdf, { language: paper.language, title: paper.title })
      for (const [index, part] of parts.entries())
        files.set(`fax/${name}-part-${index + 1}-of-${parts.length}.pdf`, part.pdf)
    }
  }
  if (gaps.length > 0)
    files.set(
      'for-the-author/gaps.pdf',
      await renderGaps({ gaps, language: paper.language, made: paper.made }, 'pdf'),
    )
  return { files, released: released !== undefined, gaps }
}

/** The exhibits with their bytes. One whose words name somebody who may not be named is left out, and says so. */
async function sourcesOf(
  { exhibits, language }: Paper,
  { isTelling }: Draft,
  { original, documents, reader }: DossierOptions,
): Promise<readonly ExhibitSource[]> {
  const found: ExhibitSource[] = []
  for (const exhibit of exhibits) {
    const document = documents.get(exhibit.document)
    const bytes = document?.sha256 === undefined ? undefined : await original(document.sha256)
    if (bytes === undefined || document === undefined) {
      found.push({
        ...exhibit,
        missing: language === 'es' ? 'no se tiene el original' : 'the original is not held',
      })
      continue
    }
    const outcome = await (reader ?? { read: readDocument }).read(bytes, document.id)
    const text = outcome.status === 'read' ? outcome.reading.text : undefined
    if (text !== undefined && isTelling(text)) {
      found.push({
        ...exhibit,
        missing:
          language === 'es' ? 'pendiente de tachar lo reservado' : 'what is held back must be redacted first',
      })
      continue
    }
    const mediaType = document.mediaType ?? 'application/octet-stream'
    found.push({ ...exhibit, original: { bytes, mediaType, ...(text === undefined ? {} : { text }) } })
  }
  return found
}

const missingGaps = ({ language }: Paper, sources: readonly ExhibitSource[]): readonly Gap[] =>
  sources.flatMap(({ number, title, missing }) =>
    missing === undefined
      ? []
      : [
          {
            field: `exhibit-${number}`,
            title,
            why: missing,
            todo:
              language === 'es'
                ? 'Consiga el original, o tache lo reservado y añada el documento tachado.'
                : 'Get the original, or redact what is held back and add the redacted document.',
            weight: 'wanted' as const,
          },
        ],
  )
