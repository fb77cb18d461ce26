/** Why something is proposed, and how what its words leave open was worked out, in words for a person. Pure. */
import type { Inference, ProposalReason } from './model.ts'

type Language = 'en' | 'es'
type Sentence = (a: string, b: string) => string
type Sentences<Kind extends string> = Readonly<Record<Kind, Readonly<Record<Language, Sentence>>>>

const reasons: Sentences<ProposalReason['kind']> = {
  name: { en: () => 'a name', es: () => 'un nombre' },
  'name-met': {
    en: (times) => `a name, met ${times} times in this document`,
    es: (times) => `un nombre que aparece ${times} veces en este documento`,
  },
  'name-of-body': { en: () => 'the name of a body', es: () => 'el nombre de un órgano' },
  'name-of-state': { en: () => 'the name of a state', es: () => 'el nombre de un Estado' },
  'name-of-place': { en: () => 'the name of a place', es: () => 'el nombre de un lugar' },
  age: {
    en: () => 'a number of years of life beside a person',
    es: () => 'un número de años de vida junto a una persona',
  },
  nationality: { en: () => 'the words name a nationality', es: () => 'las palabras nombran una nacionalidad' },
  status: {
    en: (words) => `“${words}” says what somebody is or is held as`,
    es: (words) => `«${words}» dice qué es alguien o por qué se le tiene`,
  },
  relation: {
    en: (words) => `“${words}” says what one person is to another`,
    es: (words) => `«${words}» dice qué es una persona para otra`,
  },
  event: {
    en: (words, type) => `“${words}” tells an event of the type ${type}`,
    es: (words, type) => `«${words}» cuenta un hecho del tipo ${type}`,
  },
  assurance: {
    en: () => 'the words speak of assurances by a State',
    es: () => 'las palabras hablan de garantías de un Estado',
  },
  risk: {
    en: () => 'the words speak of a danger after return',
    es: () => 'las palabras hablan de un peligro tras la devolución',
  },
  'country-record': {
    en: () => 'the words speak of how a State treats people in its hands',
    es: () => 'las palabras hablan de cómo trata un Estado a quienes tiene en su poder',
  },
  'linked-prosecutions': {
    en: () => 'the words speak of other cases with the same background',
    es: () => 'las palabras hablan de otros asuntos con el mismo trasfondo',
  },
  demand: {
    en: () => 'somebody asks for this; it has not happened by that',
    es: () => 'alguien lo pide; no por eso ha ocurrido',
  },
  'legal-assertion': {
    en: () => 'a statement about the law, which can be tested against the record and the law packs',
    es: () =>
      'una afirmación sobre el derecho, que se puede contrastar con el expediente y los paquetes de derecho',
  },
  publication: {
    en: () => 'the words say that something is not public yet',
    es: () => 'las palabras dicen que algo aún no es público',
  },
  quotation: { en: () => 'words in quotation marks', es: () => 'palabras entre comillas' },
  'reported-speech': {
    en: () => 'the sentence says whose words it gives',
    es: () => 'la frase dice de quién son las palabras que recoge',
  },
  source: {
    en: () => 'the text names where it has this from',
    es: () => 'el texto nombra de dónde lo toma',
  },
  'second-reader': {
    en: () => 'proposed by the second reader; only its words were checked, not its understanding',
    es: () => 'propuesto por el segundo lector; solo se comprobaron sus palabras, no su comprensión',
  },
}

const inferences: Sentences<Inference['kind']> = {
  'spelt-differently': {
    en: () => 'Taken for the same person: the spelling differs by one letter, or by a form of the name.',
    es: () => 'Se toma por la misma persona: la grafía difiere en una letra, o en una forma del nombre.',
  },
  'no-year': {
    en: () => 'The year is not given, and the document has no date to tell it.',
    es: () => 'No consta el año, y el documento no tiene fecha que lo diga.',
  },
  'year-from-document': {
    en: (day) => `The year is not given; the document is of ${day}, and this is the last such day before it.`,
    es: (day) => `No consta el año; el documento es del ${day}, y este es el último día así anterior a él.`,
  },
  'year-from-text': {
    en: (words) =>
      `The year is not given; the text gives the day "${words}", and this is the last such day before it.`,
    es: (words) => `No consta el año; el texto da el día «${words}», y este es el último día así anterior a él.`,
  },
  'counted-from-document': {
    en: (day) => `Counted from the day of the text: the document is of ${day}.`,
    es: (day) => `Contado desde el día del texto: el documento es del ${day}.`,
  },
  'counted-from-text': {
    en: (words) => `Counted from the day of the text: the text gives the day "${words}".`,
    es: (words) => `Contado desde el día del texto: el texto da el día «${words}».`,
  },
  'month-first': {
    en: () => 'Another date of the text has the month first.',
    es: () => 'Otra fecha del texto lleva el mes delante.',
  },
  'day-or-month': {
    en: () => 'Day and month could be exchanged, and nothing in the text tells which comes first.',
    es: () => 'El día y el mes podrían estar invertidos, y nada en el texto dice cuál va delante.',
  },
  'spoke-before': {
    en: () => 'The paragraph names no speaker; the one before it does, and nobody else has spoken since.',
    es: () => 'El párrafo no dice quién habla; el anterior sí, y desde entonces no ha hablado nadie más.',
  },
  'state-before': {
    en: () => 'The sentence names no State; this is the last one named before it.',
    es: () => 'La frase no nombra ningún Estado; este es el último nombrado antes.',
  },
  'spoke-last': {
    en: () => 'The sentence names nobody; this is who spoke last.',
    es: () => 'La frase no nombra a nadie; este es quien habló por último.',
  },
}

/** Why it is proposed, as a clause without a capital or a full stop. */
export const proposalReasonText = ({ kind, a = '', b = '' }: ProposalReason, language: Language): string =>
  reasons[kind][language](a, b)

/** How it was worked out, as a sentence. */
export const inferenceText = ({ kind, a = '' }: Inference, language: Language): string =>
  inferences[kind][language](a, '')
