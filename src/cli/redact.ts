import { z } from 'zod'
import { ComposeError } from '../compose.ts'
import { type Area, ExhibitError, redactDocument, type Redaction } from '../publish/exhibits/index.ts'
import { readDocument, toldIn } from '../reading/index.ts'
import { sameFor } from '../record/index.ts'
import { type Command, type Context, needPositionals, optionTexts } from './command.ts'
import { UsageError } from './errors.ts'

export const RedactAnswer = z.strictObject({
  written: z.string(),
  pages: z.number(),
  /** What was taken out, by page from 1. */
  removed: z.array(z.looseObject({ page: z.number() })),
  /** What is otherwise on the pages than in the original. */
  notes: z.array(z.string()),
})

export const command: Command = {
  name: 'redact',
  summary: {
    en: 'take words or areas out of a document, so that nothing of them is left in the copy',
    es: 'quita palabras o zonas de un documento sin que quede nada de ellas en la copia',
  },
  usage: ['redact FILE COPY.pdf [--words WORDS…] [--area PAGE:LEFT,TOP,RIGHT,BOTTOM…]'],
  about: {
    en: 'The copy is a PDF drawn again: the letters are gone, not covered, and so are pictures, notes, earlier versions and metadata that held them. Words that are not found stop it, and so does anything that is still found in the copy. Look at the copy before you add it: a box still shows that something was there.',
    es:
      'La copia es un PDF dibujado de nuevo: las letras desaparecen, no se tapan, y también las ' +
      'imágenes, notas, versiones anteriores y metadatos que las contenían. Se detiene si no se hallan las palabras o si algo queda en la copia. Mire la copia antes de añadirla: un recuadro aún muestra que había algo.',
  },
  options: {
    words: {
      value: 'WORDS',
      many: true,
      about: {
        en: 'what to take out, wherever it stands; may be repeated',
        es: 'qué quitar, esté donde esté; puede repetirse',
      },
    },
    area: {
      value: 'PAGE:LEFT,TOP,RIGHT,BOTTOM',
      many: true,
      about: {
        en: 'a signature, a face, a stamp: its page and its box, in points (72 to an inch) from the upper left corner; may be repeated',
        es:
          'una firma, una cara, un sello: su página y su recuadro, en puntos (72 por pulgada) desde la ' +
          'esquina superior izquierda; puede repetirse',
      },
    },
  },
  examples: [
    'redact letter.pdf letter-redacted.pdf --words "Name of a source"',
    'redact scan.pdf scan-redacted.pdf --area 2:300,640,520,720',
  ],
  async run(context, args) {
    const [file = '', copy = ''] = needPositionals(args, ['FILE', 'COPY'])
    const passages = optionTexts(args, 'words').map((text) => ({ text }))
    const areas = optionTexts(args, 'area').map(areaOf)
    if (passages.length + areas.length === 0)
      throw new UsageError(
        { en: 'nothing was named that could be taken out', es: 'no se nombró nada que quitar' },
        { en: 'write --words "…" or --area …', es: 'escriba --words "…" o --area …' },
      )
    const { files } = context.platform
    if (await files.exists(copy))
      throw new ComposeError(
        { en: `${copy} exists already.`, es: `${copy} ya existe.` },
        { en: 'A copy never overwrites.', es: 'Una copia nunca sobrescribe.' },
        { en: 'Name a file that does not exist yet.', es: 'Nombre un archivo que aún no exista.' },
      )
    const made = await redacted(context, await files.read(file), { passages, areas })
    await files.write(copy, made.pdf)
    const { pages, removed, notes } = made
    const answer: z.infer<typeof RedactAnswer> = {
      written: copy,
      pages,
      removed: removed.map((one) => ({ ...one })),
      notes: notes.map(({ message }) => message),
    }
    if (context.json) context.out.json(answer)
    else print(context, answer)
    return 0
  },
}

/** `2:300,640,520,720`. Throws {@link UsageError}; whether it lies on the page is looked at when it is drawn. */
function areaOf(text: string): Area {
  const [, page, ...box] = /^(\d{1,5}):([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/u.exec(text) ?? []
  const [left = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN] = box.map(Number)
  if (!(left < right && top < bottom))
    throw new UsageError(
      { en: `"${text}" is no area`, es: `"${text}" no es una zona` },
      {
        en: 'write PAGE:LEFT,TOP,RIGHT,BOTTOM, such as 2:300,640,520,720',
        es: 'escriba PÁGINA:IZQUIERDA,ARRIBA,DERECHA,ABAJO, como 2:300,640,520,720',
      },
    )
  return { page: Number(page), box: [left, top, right, bottom] }
}

async function redacted({ language }: Context, bytes: Uint8Array, redaction: Redaction) {
  const outcome = await readDocument(bytes, 'document')
  if (outcome.status === 'refused')
    throw new ComposeError(
      { en: 'Nothing was written.', es: 'No se ha escrito nada.' },
      { en: outcome.refusal.message, es: toldIn(outcome.refusal, 'es') },
      { en: 'Save it as PDF and redact that.', es: 'Guárdelo como PDF y tache ese.' },
    )
  const { mediaType, text } = outcome.reading
  try {
    return await redactDocument({ bytes, mediaType, text }, redaction, {
      language,
      title: language === 'es' ? 'Copia tachada' : 'Redacted copy',
    })
  } catch (error) {
    if (error instanceof ExhibitError)
      throw new ComposeError(sameFor(error.message), sameFor(error.why), sameFor(error.remedy))
    throw error
  }
}

function print({ out, language }: Context, { written, pages, removed, notes }: z.infer<typeof RedactAnswer>): void {
  const where = removed.map(({ page }) => page).join(', ')
  out.paragraph(
    language === 'es'
      ? `Escrito: ${written}, ${pages} páginas; tachado en la página ${where}. Mírelo antes de usarlo.`
      : `Written: ${written}, ${pages} pages; redacted on page ${where}. Look at it before you use it.`,
  )
  out.list(notes, { indent: 2 })
}
