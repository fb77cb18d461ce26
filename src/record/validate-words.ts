/** What the checks find wrong, in both languages of the program. Pure. */
import type { BodyKind, Id } from './model.ts'
import type { SaidProblem } from './said.ts'

const article = (kind: BodyKind): string => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`)

/** With the article, as the Spanish text names them. */
const inSpanish: Readonly<Record<BodyKind, string>> = {
  case: 'un caso',
  document: 'un documento',
  entity: 'una persona u órgano',
  proceeding: 'un procedimiento',
  event: 'un hecho',
  claim: 'una afirmación',
  position: 'una posición',
  identity: 'un juicio de identidad',
  completeness: 'una lista completa',
  assessment: 'una valoración',
  ruling: 'un nivel de difusión',
  release: 'un paso de salida',
  passage: 'un pasaje escrito',
}

const either = (kinds: readonly BodyKind[]): string =>
  [...kinds.slice(0, -2), kinds.slice(-2).join(' or ')].join(', ')

export const wrong = {
  unusableId: (id: Id): SaidProblem => ({
    what: { en: `"${id}" is not a usable id.`, es: `«${id}» no sirve como identificador.` },
    remedy: {
      en: 'Use lower-case letters and digits joined by single hyphens or dots, such as cabinet-surrender.',
      es: 'Use minúsculas y cifras unidas por un solo guion o punto, como cabinet-surrender.',
    },
  }),
  secondHeader: (held: Id): SaidProblem => ({
    what: {
      en: `This record already has a header, "${held}".`,
      es: `Este expediente ya tiene cabecera, «${held}».`,
    },
    remedy: {
      en: 'One record holds one case: leave the second header out.',
      es: 'Un expediente contiene un caso: deje fuera la segunda cabecera.',
    },
  }),
  takenId: (id: Id, kind: BodyKind): SaidProblem => ({
    what: {
      en: `The id "${id}" is already taken by ${article(kind)}.`,
      es: `El identificador «${id}» ya lo tiene ${inSpanish[kind]}.`,
    },
    remedy: {
      en: 'Give it another id: what is entered once is never changed.',
      es: 'Póngale otro: lo que se anota una vez no se cambia nunca.',
    },
  }),
  nowhere: (id: Id, kinds: readonly BodyKind[]): SaidProblem => ({
    what: {
      en: `There is no ${either(kinds)} "${id}" in this record.`,
      es: `En este expediente no hay «${id}» (${kinds.map((kind) => inSpanish[kind]).join(', ')}).`,
    },
    remedy: { en: 'Enter it first, or correct the name.', es: 'Anótelo antes, o corrija el nombre.' },
  }),
  noClaims: (stance: string): SaidProblem => ({
    what: {
      en: `A position "${stance}" names no claim.`,
      es: `Una posición «${stance}» no nombra ninguna afirmación.`,
    },
    remedy: { en: 'Name the claims that it is about.', es: 'Nombre las afirmaciones de que trata.' },
  }),
  comparedWithItself: {
    what: {
      en: 'An identity judgement compares an entity with itself.',
      es: 'Un juicio de identidad compara algo consigo mismo.',
    },
    remedy: { en: 'Name two different entities.', es: 'Nombre dos distintos.' },
  },
  releasedToDesk: {
    what: {
      en: 'Nothing has to be released to the desk.',
      es: 'Para el propio equipo no hace falta autorización.',
    },
    remedy: { en: 'Name counsel or public.', es: 'Nombre counsel o public.' },
  },
  noDescription: (of: string): SaidProblem => ({
    what: { en: `A ${of} has no agreed description.`, es: `${of}: no admite descripción acordada.` },
    remedy: {
      en: 'Leave it out: only persons and bodies have one.',
      es: 'Déjela fuera: solo la tienen personas y órganos.',
    },
  }),
  noZone: (zone: string): SaidProblem => ({
    what: { en: `"${zone}" is not a time zone.`, es: `«${zone}» no es una zona horaria.` },
    remedy: {
      en: 'Write the IANA name, such as Europe/Madrid.',
      es: 'Escriba el nombre IANA, como Europe/Madrid.',
    },
  }),
  ownCopy: (id: Id, way: string): SaidProblem => ({
    what: {
      en: `"${id}" is a copy or retelling of itself, by way of ${way}.`,
      es: `«${id}» es copia o relato de sí mismo, a través de ${way}.`,
    },
    remedy: {
      en: 'Take out the copyOf or retells of the document that came first.',
      es: 'Quite copyOf o retells del documento que vino primero.',
    },
  }),
  noDate: (property: string, value: string): SaidProblem => ({
    what: {
      en: `"${property}" is a date, and ${value} is none.`,
      es: `«${property}» es una fecha, y ${value} no lo es.`,
    },
    remedy: {
      en: 'Write the date between quotes, such as "2014-02-14".',
      es: 'Escriba la fecha entre comillas, como "2014-02-14".',
    },
  }),
  noFlag: (property: string, value: string): SaidProblem => ({
    what: {
      en: `"${property}" is yes or no, and ${value} is neither.`,
      es: `«${property}» es sí o no, y ${value} no es ninguna de las dos cosas.`,
    },
    remedy: {
      en: 'Write true; to say that it is not so, keep true and add polarity: denied.',
      es: 'Escriba true; para decir que no es así, deje true y añada polarity: denied.',
    },
  }),
  learnedBeforeSaid: (said: string, learned: string): SaidProblem => ({
    what: {
      en: `Said on ${said}, yet learned on ${learned}, before it was said.`,
      es: `Dicho el ${said}, pero conocido el ${learned}, antes de que se dijera.`,
    },
    remedy: {
      en: 'Right if the desk knew of it by itself; otherwise correct one of the dates.',
      es: 'Está bien si el equipo lo supo por sí mismo; si no, corrija una de las fechas.',
    },
  }),
  unfitPlace: {
    what: { en: 'Start and end do not fit the quote.', es: 'El principio y el fin no encajan con la cita.' },
    remedy: {
      en: 'Give both, with end = start + the length of the quote, or leave both out.',
      es: 'Dé ambos, con fin = principio + longitud de la cita, o deje fuera los dos.',
    },
  },
  notInDocument: (quote: string, document: Id): SaidProblem => ({
    what: {
      en: `The words "${quote}" do not stand in the document "${document}".`,
      es: `Las palabras «${quote}» no están en el documento «${document}».`,
    },
    remedy: { en: 'Copy the words exactly as they stand there.', es: 'Copie las palabras tal como están allí.' },
  }),
  otherContext: (document: Id): SaidProblem => ({
    what: {
      en: `The quote stands in "${document}", but not between that prefix and suffix.`,
      es: `La cita está en «${document}», pero no entre ese prefijo y ese sufijo.`,
    },
    remedy: {
      en: 'Copy the words before and after it exactly.',
      es: 'Copie exactamente las palabras de antes y de después.',
    },
  }),
  otherPlace: (document: Id, start: number, end: number, reads: string): SaidProblem => ({
    what: {
      en: `From ${start} to ${end} the document "${document}" reads "${reads}", not the quote.`,
      es: `De ${start} a ${end} el documento «${document}» dice «${reads}», no la cita.`,
    },
    remedy: {
      en: 'Correct the offsets (UTF-16 units), or leave them out.',
      es: 'Corrija las posiciones (unidades UTF-16), o déjelas fuera.',
    },
  }),
}
