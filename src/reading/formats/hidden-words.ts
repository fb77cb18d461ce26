/** What a document hides, on one line for a person. Pure. */
import type { Said } from '../../record/index.ts'
import type { Hidden, HiddenKind } from './reading.ts'

/** In Spanish the kind is named; how exactly it was hidden is told in English only. */
const spanish: Readonly<Record<HiddenKind, string>> = {
  'invisible-text': 'texto invisible',
  'white-text': 'texto blanco sobre blanco, o del color de su fondo',
  'covered-text': 'texto tapado',
  'off-page-text': 'texto fuera de la página',
  'transparent-text': 'texto transparente',
  'tiny-text': 'texto diminuto',
  'hidden-text': 'texto puesto para que no se vea',
  'hidden-layer': 'capa apagada; lo que hay en ella no está en el texto',
  annotation: 'nota',
  comment: 'comentario',
  insertion: 'inserción con control de cambios; está en el texto',
  deletion: 'supresión con control de cambios; no está en el texto',
  revision: 'el archivo se cambió después de hacerse y conserva sus estados anteriores',
  'embedded-file': 'archivo dentro del archivo; se lee como un documento aparte',
  script: 'programa que se ejecutaría',
  macro: 'programa en el archivo; no se ejecutó',
  'form-field': 'campo de formulario que no se ve',
  'external-reference': 'el archivo lo traería de fuera al abrirse',
  'alternative-text': 'se dice de una imagen; aparece cuando no se muestra',
  'source-comment': 'comentario en la fuente de la página',
  location: 'dónde dice la cámara que estaba',
}

/** `how: what`. */
export const hiddenText = ({ kind, how, text }: Hidden, language: keyof Said): string =>
  `${language === 'es' ? spanish[kind] : how}: ${text}`
