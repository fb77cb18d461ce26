import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { ownFonts } from './fonts.ts'
import { pdfDataOf } from './pdf-data.ts'
import type { Write } from './pdf-data.ts'
import { pdfTemplate } from './pdf-template.ts'
import { RenderError } from './render-error.ts'
import type { Sheet } from './sheet.ts'

/** `a-2a`: tagged and archivable, ISO 19005-2 level A; `ua-1`: accessible, ISO 14289-1. */
type Standard = 'a-2a' | 'ua-1'

/** The typesetter has no business with files: its working folder is one that does not exist. */
const noFolder = '/nonexistent'

/** How many papers the typesetter remembers parts of. */
const remembered = 2

let shared: Promise<NodeCompiler> | undefined

const compiler = async (): Promise<NodeCompiler> => {
  shared ??= ownFonts().then((fonts) =>
    NodeCompiler.create({ workspace: noFolder, fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] }),
  )
  return shared
}

/** A letter that no font has is printed as its number, so that nobody takes it for absent. */
const numbered = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** Letters without a font, as the typesetter names them: `the text "中" could not be displayed with font`. */
const lettersNamed = (message: string): readonly string[] =>
  [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].flatMap(([, text]) => [
    ...(text ?? '').replace(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  ])

const failed = (message: string): RenderError =>
  new RenderError(
    'The paper cannot be set as PDF',
    `the typesetter says: ${message.slice(0, 500)}`,
    'make it as DOCX or HTML for now, and report this as a fault of the program',
  )

const attempt = (typesetter: NodeCompiler, sheet: Sheet, data: string, standard: Standard): Uint8Array => {
  const compiled = typesetter.compile({ mainFileContent: pdfTemplate, inputs: { sheet: data } })
  const document = compiled.result
  if (document === null) {
    const error = compiled.takeError()
    throw failed(error === null ? 'nothing' : JSON.stringify(typesetter.fetchDiagnostics(error)))
  }
  return typesetter.pdf(document, { pdfStandard: standard, creationTimestamp: sheet.madeSeconds })
}

export interface Pdf {
  readonly bytes: Uint8Array
  /** Letters that no font of the program has: printed as `[U+4E2D]`. The author should be told. */
  readonly lettersWithoutFont: readonly string[]
}

/**
 * A tagged PDF/A-2a. The same sheet gives the same bytes. The typesetter can claim one standard at a time: what is set
 * as PDF/A is tagged in the same way as what it sets, and checks, as PDF/UA. Throws {@link RenderError}.
 */
export const pdfOf = async (sheet: Sheet, standard: Standard = 'a-2a'): Promise<Pdf> => {
  const typesetter = await compiler()
  const missing = new Set<string>()
  // PDF/A wants every letter to have a meaning of its own: private ones have none.
  const write: Write = (text) =>
    text.replace(/\P{ASCII}/gu, (letter) => {
      if (/\p{Co}/u.test(letter)) missing.add(letter)
      return missing.has(letter) ? numbered(letter) : letter
    })
  try {
    for (;;) {
      const data = pdfDataOf(sheet, write)
      try {
        return { bytes: attempt(typesetter, sheet, data, standard), lettersWithoutFont: [...missing] }
      } catch (error) {
        if (error instanceof RenderError) throw error
        const message = error instanceof Error ? error.message : String(error)
        const fresh = lettersNamed(message).filter((letter) => !missing.has(letter) && /\P{ASCII}/u.test(letter))
        if (fresh.length === 0) throw failed(message)
        for (const letter of fresh) missing.add(letter)
      }
    }
  } finally {
    typesetter.evictCache(remembered)
  }
}
