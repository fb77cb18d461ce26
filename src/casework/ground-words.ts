/** What the engine adds to an answer, such as why it is unknown, in the language of the reader. Pure. */
import type { Language } from '../law/index.ts'

const spanish: Readonly<Record<string, string>> = {
  'recorded, but its date or details leave it open': 'consta, pero su fecha o sus detalles lo dejan abierto',
  'the list is complete and it is not on it': 'la lista está completa y no figura en ella',
  'it is dated later than the day asked': 'su fecha es posterior al día preguntado',
  'the dates do not show which came first': 'las fechas no muestran cuál fue primero',
  'what it is compared with is not known': 'se ignora aquello con lo que se compara',
  'which State it is, is contested': 'se discute qué Estado es',
  'the day on which it began to run is not known': 'se ignora el día en que empezó a correr',
  'the date that chooses the version of the norm is not exact enough':
    'la fecha que decide la versión de la norma no es lo bastante exacta',
  'the sending State is not recorded': 'no consta el Estado que entrega',
}

/** The engine says it in English; what has no Spanish yet stays as it is. */
export const groundText = (because: string, language: Language): string =>
  language === 'es' ? (spanish[because] ?? because) : because
