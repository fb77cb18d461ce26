/** The words in which judgments are told on the command line. */
import type { PrecedentLineAnswer } from '../casework/index.ts'
import type { Leaning, Relation } from '../law/index.ts'
import type { Language, Text } from './command.ts'

type Table = Readonly<Record<string, Text>>

const unchecked: Text = { en: 'not checked', es: 'no contrastado' }
export const notChecked = (language: Language): string => unchecked[language]

const wordIn =
  (table: Table) =>
  (value: string | null, language: Language): string =>
    value === null ? unchecked[language] : (table[value]?.[language] ?? value)

export const findingWord = wordIn({
  violation: { en: 'violation', es: 'violación' },
  'violation-if-removed': { en: 'violation if removed', es: 'violación si se le entrega' },
  'violation-procedural': { en: 'violation, for want of an examination', es: 'violación, por falta de examen' },
  'violation-procedural-if-removed': {
    en: 'violation if removed without an examination',
    es: 'violación si se le entrega sin examen',
  },
  mixed: { en: 'partly violation, partly none', es: 'en parte violación, en parte no' },
  'no-violation': { en: 'no violation', es: 'sin violación' },
  inadmissible: { en: 'inadmissible', es: 'inadmisible' },
  'not-examined': { en: 'not examined', es: 'no examinado' },
  'struck-out': { en: 'struck out', es: 'archivada' },
  none: { en: 'no finding', es: 'sin pronunciamiento' },
  unknown: unchecked,
})

export const measureWord = wordIn({
  indicated: { en: 'indicated', es: 'indicada' },
  refused: { en: 'refused', es: 'denegada' },
  'not-examined': { en: 'not examined, too late', es: 'no examinada, por tardía' },
  'out-of-scope': { en: 'outside the scope', es: 'fuera de ámbito' },
  adjourned: { en: 'put off', es: 'aplazada' },
  none: { en: 'none', es: 'ninguna' },
})

export const fateWord = wordIn({
  obeyed: { en: 'obeyed', es: 'cumplida' },
  breached: { en: 'disobeyed', es: 'incumplida' },
  lifted: { en: 'lifted', es: 'levantada' },
  'struck-out': { en: 'then the case was struck out', es: 'luego se archivó el asunto' },
  'no-form': { en: 'struck out because no form was sent', es: 'archivada por no enviarse el formulario' },
  'after-transfer': { en: 'only after he was gone', es: 'cuando ya no estaba' },
})

export const assurancesWord = wordIn({
  yes: { en: 'given or sought', es: 'dadas o pedidas' },
  no: { en: 'none', es: 'ninguna' },
})

const leaningTexts: Readonly<Record<Leaning, Text>> = {
  adverse: { en: 'Against the person: to be met first', es: 'Adversas: hay que responder a ellas primero' },
  mixed: { en: 'Mixed', es: 'Mixtas' },
  favourable: { en: 'For the person', es: 'Favorables' },
  'no-finding': { en: 'No finding on article 3', es: 'Sin pronunciamiento sobre el artículo 3' },
  'not-checked': {
    en: 'Not checked: read them before relying on them',
    es: 'No contrastadas: léalas antes de invocarlas',
  },
}
export const leaningWord = (leaning: Leaning, language: Language): string => leaningTexts[leaning][language]

/** Why it is shown. */
export function relationWord(relation: Relation, found: PrecedentLineAnswer, language: Language): string {
  const es = language === 'es'
  switch (relation) {
    case 'linked':
      return es ? 'el mismo asunto' : 'the same affair'
    case 'receiving':
      return `${es ? 'a' : 'to'} ${found.receiving.join(', ')}`
    case 'sending':
      return `${es ? 'desde' : 'from'} ${found.sending.join(', ')}`
    case 'risk':
      return `${es ? 'el mismo riesgo' : 'the same risk'}: ${found.risks.join(', ')}`
  }
}
