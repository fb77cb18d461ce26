/** What is printed on pages, in the languages of papers. Only characters of Latin-1 and the en dash: see `stamp.ts`. */
import type { PaperLanguage } from '../paper/model.ts'

export interface PageWords {
  readonly exhibit: (number: number) => string
  readonly exhibitPage: (number: number, page: number, of: number) => string
  readonly bundlePage: (page: number, of: number) => string
  readonly indexTitle: string
  readonly columns: readonly [string, string, string, string]
  readonly pages: (from: number, to: number) => string
  readonly notAttached: (why: string) => string
  readonly textLayer: string
  readonly notOpened: string
  readonly notInStore: string
  readonly tooLarge: string
  readonly faxPage: (page: number, of: number) => string
  readonly faxPart: (part: number, of: number, from: number, to: number) => string
  readonly redacted: string
}

const en: PageWords = {
  exhibit: (number) => `Exhibit ${number}`,
  exhibitPage: (number, page, of) => `Exhibit ${number} – p. ${page}/${of}`,
  bundlePage: (page, of) => `bundle p. ${page}/${of}`,
  indexTitle: 'Index of exhibits',
  columns: ['No.', 'Exhibit', 'Date', 'Bundle pages'],
  pages: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
  notAttached: (why) => `Not attached: ${why}`,
  textLayer:
    'These pages are the text layer of a file of another kind, set as plain pages. ' +
    'The file itself is kept and can be attached separately.',
  faxPart: (part, of, from, to) => `part ${part} of ${of}, ${from === to ? `page ${from}` : `pages ${from}–${to}`}`,
  notOpened: 'the file could not be opened',
  notInStore: 'the original is not at hand',
  tooLarge: 'too large for this file; sent separately',
  faxPage: (page, of) => `p. ${page}/${of}`,
  redacted: 'redacted',
}

const es: PageWords = {
  exhibit: (number) => `Anexo ${number}`,
  exhibitPage: (number, page, of) => `Anexo ${number} – p. ${page}/${of}`,
  bundlePage: (page, of) => `expediente p. ${page}/${of}`,
  indexTitle: 'Índice de anexos',
  columns: ['N.º', 'Anexo', 'Fecha', 'Páginas'],
  pages: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
  notAttached: (why) => `No se adjunta: ${why}`,
  textLayer:
    'Estas páginas son la capa de texto de un archivo de otro tipo, dispuesta en páginas simples. ' +
    'El archivo mismo se conserva y puede adjuntarse por separado.',
  faxPart: (part, of, from, to) =>
    `parte ${part} de ${of}, ${from === to ? `página ${from}` : `páginas ${from}–${to}`}`,
  notOpened: 'el archivo no pudo abrirse',
  notInStore: 'no se dispone del original',
  tooLarge: 'demasiado grande para este archivo; se envía por separado',
  faxPage: (page, of) => `p. ${page}/${of}`,
  redacted: 'suprimido',
}

export const pageWords: Readonly<Record<PaperLanguage, PageWords>> = { en, es }
