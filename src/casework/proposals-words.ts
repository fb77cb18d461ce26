/** What is said of decisions about proposals, and what stands in their way. Pure. */
import type { Said } from '../record/index.ts'

export const cannot = {
  nobody: {
    en: 'Nobody decided this: a proposal becomes a claim only under a name.',
    es: 'Nadie lo ha decidido: una propuesta solo llega a ser afirmación bajo un nombre.',
  },
  tellsNothing: {
    en: 'These words tell nothing that happened or holds; there is no claim to enter.',
    es: 'Estas palabras no cuentan nada que haya ocurrido o que conste; no hay afirmación que anotar.',
  },
  noCorrection: {
    en: 'A correction needs what should stand instead.',
    es: 'Una corrección necesita lo que debe figurar en su lugar.',
  },
  noSuchClaim: {
    en: 'There is no claim for this kind of words.',
    es: 'Para palabras de esta clase no hay afirmación.',
  },
  whichEvent: {
    en: 'It is not clear which event is not public: accept the event first, then decide on this.',
    es: 'No está claro qué hecho no es público: acepte antes el hecho y decida después sobre esto.',
  },
  whichState: {
    en: 'The words do not say which State they are about; say it by adding the claim by hand.',
    es: 'Las palabras no dicen de qué Estado tratan; dígalo añadiendo la afirmación a mano.',
  },
  whom: {
    en: 'The words do not say whom they are about; say it by adding the claim by hand.',
    es: 'Las palabras no dicen de quién tratan; dígalo añadiendo la afirmación a mano.',
  },
  noNumber: { en: 'This needs a number.', es: 'Aquí hace falta un número.' },
} as const satisfies Readonly<Record<string, Said>>

/** Why a position is taken, where the person gives no reason of their own. */
export const becauseOf: Readonly<Record<'accept' | 'correct' | 'refuse', Said>> = {
  accept: { en: 'Read in the document and accepted.', es: 'Leído en el documento y aceptado.' },
  correct: {
    en: 'Read in the document; the proposed reading was corrected.',
    es: 'Leído en el documento; se corrigió la lectura propuesta.',
  },
  refuse: {
    en: 'The document does not say this, or it is not to be held.',
    es: 'El documento no dice esto, o no debe darse por válido.',
  },
}

export const correctedNote: Readonly<Record<keyof Said, (proposed: string, by: string) => string>> = {
  en: (proposed, by) => `Proposed: ${proposed}. Corrected by ${by}.`,
  es: (proposed, by) => `Propuesto: ${proposed}. Corregido por ${by}.`,
}
