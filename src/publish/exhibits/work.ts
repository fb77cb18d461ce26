/** The jobs of the isolated worker. */
import * as mupdf from 'mupdf'
import { asRefusal } from '../../reading/isolation/index.ts'
import type { Lines } from '../../reading/isolation/index.ts'
import { jobSchema } from './jobs.ts'
import type { JobOf } from './jobs.ts'
import { bind } from './pages/bind.ts'
import { drawDocument } from './pages/draw.ts'
import { cutForFax } from './pages/fax-parts.ts'
import { redactPages } from './pages/redact-pages.ts'
import { saved } from './pages/save.ts'
import { openSource } from './pages/source.ts'

/** Cuts the one run of bytes back into the files it was joined of. */
function parts(bytes: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] {
  let at = 0
  return lengths.map((length) => bytes.subarray(at, (at += length)))
}

async function draw(job: JobOf<'draw'>, bytes: Uint8Array, lines: Lines): Promise<void> {
  const files = parts(
    bytes,
    job.sources.map(({ length }) => length),
  )
  const answers: unknown[] = []
  for (const [index, source] of job.sources.entries()) {
    try {
      const document = openSource(files[index] ?? new Uint8Array(), source, job.language)
      const { pdf, notes } = drawDocument(document, {
        framing: 'sheet',
        progress: (done, of) => {
          lines.progress({ what: 'page', done, of })
        },
      })
      pdf.subsetFonts()
      const drawn = saved(pdf, {})
      const pages = pdf.countPages()
      pdf.destroy()
      document.destroy()
      await lines.send('child', drawn)
      answers.push({ pages, notes })
    } catch (error) {
      answers.push({ refused: asRefusal(error).message })
    }
    mupdf.emptyStore()
  }
  await lines.sendJson('answer', answers)
}

export async function work(request: string, bytes: Uint8Array, lines: Lines): Promise<void> {
  mupdf.setLog(null)
  const job = jobSchema.parse(JSON.parse(request))
  switch (job.do) {
    case 'draw':
      return draw(job, bytes, lines)
    case 'bind': {
      const [paper = new Uint8Array(), ...exhibits] = parts(bytes, [
        job.paperLength,
        ...job.exhibits.flatMap(({ length }) => (length > 0 ? [length] : [])),
      ])
      const { pdf, ...answer } = bind(job, paper, exhibits)
      const { faxPages = Infinity } = job
      const isLong = (answer.pages ?? 0) > faxPages
      const faxed = pdf !== undefined && isLong ? cutForFax(job, faxPages, pdf) : []
      for (const file of [pdf, ...faxed.map((part) => part.pdf)])
        if (file !== undefined) await lines.send('child', file)
      return lines.sendJson('answer', { ...answer, fax: faxed.map(({ from, to }) => ({ from, to })) })
    }
    case 'redact': {
      const { pdf, ...answer } = redactPages(job, bytes, (done, of) => {
        lines.progress({ what: 'page', done, of })
      })
      if (pdf !== undefined) await lines.send('child', pdf)
      return lines.sendJson('answer', answer)
    }
  }
}
