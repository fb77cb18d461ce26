import type { PaperLanguage } from '../paper/model.ts'

/** The fixed words of a printed paper: everything that is not in the paper itself. */
export interface Words {
  readonly exhibit: string
  readonly exhibits: string
  readonly number: string
  readonly document: string
  readonly date: string
  readonly undated: string
  readonly copy: string
  readonly attached: string
  readonly notAttached: string
  readonly notes: string
  readonly otherSources: string
  readonly draft: string
  readonly page: string
  readonly backTo: string
  readonly gaps: GapWords
}

export interface GapWords {
  readonly title: string
  readonly mark: string
  readonly stamp: string
  readonly none: string
  readonly required: string
  readonly wanted: string
  readonly why: string
  readonly todo: string
  readonly missing: string
}

const english: Words = {
  exhibit: 'Exhibit',
  exhibits: 'List of exhibits',
  number: 'No.',
  document: 'Document',
  date: 'Date',
  undated: 'undated',
  copy: 'Copy',
  attached: 'attached',
  notAttached: 'not attached',
  notes: 'Sources',
  otherSources: 'Sources not referred to above',
  draft: 'DRAFT',
  page: 'Page',
  backTo: 'Back to the text, note',
  gaps: {
    title: 'What this paper does not hold yet',
    mark: 'Not part of the paper: for its author',
    stamp: 'NOT PART OF THE PAPER',
    none: 'Nothing is known to be missing.',
    required: 'Required: it can be turned down without this',
    wanted: 'Wanted',
    why: 'Why',
    todo: 'What to do',
    missing: 'What is missing',
  },
}

const spanish: Words = {
  exhibit: 'Anexo',
  exhibits: 'Relación de anexos',
  number: 'N.º',
  document: 'Documento',
  date: 'Fecha',
  undated: 'sin fecha',
  copy: 'Copia',
  attached: 'adjunta',
  notAttached: 'no se adjunta',
  notes: 'Fuentes',
  otherSources: 'Fuentes no citadas en el texto',
  draft: 'BORRADOR',
  page: 'Página',
  backTo: 'Volver al texto, nota',
  gaps: {
    title: 'Lo que este escrito aún no contiene',
    mark: 'No forma parte del escrito: es para quien lo redacta',
    stamp: 'NO FORMA PARTE DEL ESCRITO',
    none: 'No consta que falte nada.',
    required: 'Necesario: sin esto puede rechazarse',
    wanted: 'Conveniente',
    why: 'Por qué',
    todo: 'Qué hacer',
    missing: 'Qué falta',
  },
}

export const wordsIn: Readonly<Record<PaperLanguage, Words>> = { en: english, es: spanish }
