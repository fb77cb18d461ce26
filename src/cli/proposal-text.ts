/** One proposal of a document in words, as `read` and `review` print it. */
import type { ProposalAnswer } from '../casework/index.ts'
import type { Language } from './command.ts'

/** Printed as they are called in the answer, in English; in Spanish by these words. */
const spanish: Readonly<Record<string, string>> = {
  person: 'persona',
  body: 'órgano',
  state: 'Estado',
  place: 'lugar',
  age: 'edad',
  nationality: 'nacionalidad',
  status: 'condición',
  relation: 'relación',
  event: 'hecho',
  assurance: 'garantía',
  risk: 'riesgo',
  'country-record': 'historial de un Estado',
  'linked-prosecutions': 'causas vinculadas',
  demand: 'exigencia',
  quotation: 'cita',
  'legal-assertion': 'afirmación sobre el derecho',
  source: 'fuente',
  publication: 'publicación',
  denied: 'negado',
  conditional: 'solo si',
  demanded: 'exigido',
  possible: 'previsto o temido',
  'same-person': 'la misma persona',
  'perhaps-same-person': 'quizá la misma persona',
  'same-event': 'el mismo hecho',
  'rival-date': 'fecha rival',
  asserts: 'afirma',
  by: 'por',
  claimedBy: 'lo afirma',
  content: 'contenido',
  counterClaim: 'en contra',
  date: 'fecha',
  duration: 'duración',
  form: 'forma',
  harm: 'daño',
  linkedTo: 'vinculado a',
  name: 'nombre',
  of: 'a',
  offeredBy: 'ofrecida por',
  role: 'función',
  speaker: 'habla',
  through: 'a través de',
  to: 'de',
  type: 'tipo',
  variant: 'variante',
  where: 'dónde',
}

/**
 * One proposal on a few lines.
 * @param all those of the document: a field that points to a person is told by the name
 */
export function proposalText(proposal: ProposalAnswer, all: readonly ProposalAnswer[], language: Language): string {
  const { kind, modality, words, fields, speaker, accordingTo, links } = proposal
  const nameOf = (value: string | number): string | number =>
    all.find(({ id, kind: of }) => of === 'person' && id === value)?.fields['name']?.value ?? value
  const es = language === 'es'
  const called = (name: string): string => (es ? (spanish[name] ?? name) : name)
  const told = Object.entries(fields).map(
    ([name, { value, inferred }]) =>
      `${called(name)}: ${nameOf(value)}${inferred === null ? '' : ` [${inferred}]`}`,
  )
  const voices = [
    speaker === null ? [] : [`${es ? 'dicho por' : 'said by'} ${speaker.name}`],
    accordingTo === null ? [] : [`${es ? 'según' : 'according to'} ${accordingTo.name}`],
  ].flat()
  const known = links.map(({ kind: how, to }) => `${called(how)}: ${to}`)
  const times = kind === 'person' ? mentionsWords(proposal.mentions.length + 1, es) : []
  const held = modality === 'asserted' ? '' : ` (${called(modality)})`
  const quoted = words.text.replace(/\s+/gu, ' ')
  return `${called(kind)}${held} ${es ? `«${quoted}»` : `“${quoted}”`} — ${[...told, ...times, ...voices, ...known].join('; ')}`
}

/** How often a person is met in the document, by any of the forms. */
const mentionsWords = (count: number, es: boolean): readonly string[] =>
  count < 2 ? [] : [es ? `aparece ${count} veces` : `met ${count} times`]
