/** What properties are called, for people: the labels of `vocabulary/properties.yaml`, which a test holds against them. */

export interface Label {
  readonly en: string
  readonly es: string
}

const labels: Readonly<Record<string, Label>> = {
  date: { en: 'date', es: 'fecha' },
  occurred: { en: 'happened', es: 'ocurrió' },
  notified: { en: 'notified', es: 'notificado' },
  pronounced: { en: 'pronounced', es: 'pronunciado' },
  published: { en: 'published', es: 'publicado' },
  publicity: { en: 'whether it was public', es: 'si era público' },
  known: { en: 'known to counsel', es: 'conocido por la defensa' },
  delivered: { en: 'delivered', es: 'entregado' },
  received: { en: 'received', es: 'recibido' },
  due: { en: 'set for', es: 'fijado para' },
  remedy: { en: 'remedy', es: 'recurso' },
  outcome: { en: 'outcome', es: 'resultado' },
  body: { en: 'body', es: 'órgano' },
  addressee: { en: 'addressee State', es: 'Estado destinatario' },
  issuer: { en: 'issued by', es: 'dictado por' },
  act: { en: 'act forbidden or ordered', es: 'acto prohibido u ordenado' },
  term: { en: 'until', es: 'hasta' },
  state: { en: 'State in whose procedure it happened', es: 'Estado en cuyo procedimiento ocurrió' },
  government: { en: 'State whose government changed', es: 'Estado cuyo Gobierno cambió' },
  'given-by': { en: 'given by (office and person)', es: 'dado por (cargo y persona)' },
  procedure: { en: 'kind of procedure', es: 'tipo de procedimiento' },
  place: { en: 'place', es: 'lugar' },
  votes: { en: 'votes', es: 'votos' },
  amount: { en: 'amount', es: 'importe' },
  requesting: { en: 'requesting State', es: 'Estado requirente' },
  content: { en: 'content', es: 'contenido' },
  asserts: { en: 'says about the law', es: 'afirma sobre el derecho' },
  'sending-state': { en: 'sending State', es: 'Estado que entrega' },
  'receiving-state': { en: 'receiving State', es: 'Estado de destino' },
  risk: { en: 'risk on return', es: 'riesgo tras la entrega' },
  name: { en: 'name as printed', es: 'nombre tal como aparece' },
  nationality: { en: 'nationality', es: 'nacionalidad' },
  born: { en: 'born', es: 'nacimiento' },
  age: { en: 'age', es: 'edad' },
  role: { en: 'role', es: 'función' },
  'associate-of': { en: 'associate of', es: 'allegado de' },
  'relative-of': { en: 'relative of', es: 'pariente de' },
  custody: { en: 'held at', es: 'recluido en' },
  demand: { en: 'demands', es: 'exige' },
  quotation: { en: 'said in these words', es: 'dicho con estas palabras' },
  'reported-statement': { en: 'reported to have said', es: 'según se dice que afirmó' },
  'country-record': { en: 'record of the State', es: 'historial del Estado' },
  docket: { en: 'docket number', es: 'número de autos' },
}

/** A property as people call it; one without a label by its id. */
export const propertyWord = (property: string, language: 'en' | 'es'): string =>
  Object.hasOwn(labels, property) ? (labels[property]?.[language] ?? property) : property

const happened: Readonly<Record<string, Label>> = {
  true: { en: 'happened', es: 'ocurrió' },
  false: { en: 'did not happen', es: 'no ocurrió' },
}

/** A value of a property, where the value alone would be no word: whether something occurred. */
export const flagWord = (property: string, value: string, language: 'en' | 'es'): string =>
  property === 'occurred' ? (happened[value]?.[language] ?? value) : value
