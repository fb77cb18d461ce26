import type { EventFrame } from '../grammar.ts'

const agreed =
  '(?:acordó|aprobó|autorizó|decidió|acordado|aprobado|autorizado|decidido|acordar|aprobar|autorizar|autoriza|acuerda|aprueba)'
export const events: readonly EventFrame[] = [
  {
    type: 'surrender-agreed',
    patterns: [
      `(?:Gobierno|Ejecutivo|Consejo de Ministros|{body}|ministros)(?: {demonym}| de {state})? ... (?:{have} )?${agreed} (?:{date} )?(?:la |su |proceder a la )?{surrender}`,
      `(?:decisión|acuerdo) (?:del? [^.,;]{0,40} )?(?:de |que )?(?:acceder a|autorizar?|aprobar|autoriza|acuerda|acordar) (?:la |su )?{surrender}`,
      '(?:Gobierno|Ejecutivo|Consejo de Ministros)(?: {demonym})? ... (?:dio|da) luz verde a (?:la |su )?{surrender}',
      '{surrender} (?:de [^.,;]{0,40} )?(?:fue|ha sido) (?:acordada|autorizada|aprobada) por el (?:Gobierno|Consejo de Ministros|{body})',
      '{body} accedió a (?:la |su )?{surrender}',
    ],
  },
  {
    type: 'admissibility-granted',
    patterns: [
      '(?:{body}|tribunal|juez|Sala|Pleno|Sección) ... (?:{have} )?(?:declaró|declarado|declara) procedente (?:la |su )?extradición',
      '(?:{body}|tribunal|Sala|Pleno)(?: [^.,;]{0,40})? (?:{have} )?(?:concedió|confirmó|ratificó|avaló|accedió a|autorizó|concedido|confirmado|avala|confirma) (?:la |su )?extradición',
    ],
  },
  {
    type: 'admissibility-refused',
    patterns: [
      '(?:{body}|tribunal|juez|Sala|Pleno|Sección) ... (?:{have} )?(?:denegó|rechazó|denegado|rechazado|rechaza|deniega|desestimó) (?:la |su )?extradición',
      'declaró improcedente (?:la |su )?extradición',
    ],
  },
  {
    type: 'extradition-requested',
    patterns: [
      '(?<state>{state}) (?:{have} )?(?:pidió|solicitó|pedido|solicitado|reclamó|reclama|solicita|pide) (?:a {state} )?(?:la |su )?(?:extradición|entrega)',
      '(?:solicitud|petición|demanda) de extradición(?: (?:de|presentada por) (?<state>{state}))?',
      'reclamado por (?<state>{state})',
    ],
  },
  {
    type: 'arrest',
    patterns: [
      '(?:fue|ha sido|había sido|resultó) (?:detenid[oa]|arrestad[oa])',
      '(?:policía|Guardia Civil|agentes) (?:{have} )?(?:detuvo|arrestó|detenido|detuvieron)',
      'su detención',
      'detención de (?={person})',
    ],
  },
  {
    type: 'detention-ordered',
    patterns: [
      '(?:juez|jueza|{body}|tribunal) ... (?:decretó|acordó|ordenó|dictó) (?:su |el )?(?:ingreso en prisión|prisión)',
      'ingresó en prisión',
    ],
  },
  { type: 'bail-granted', patterns: ['(?:en )?libertad bajo fianza', 'bajo fianza de', 'fianza de [\\d.]+ euros'] },
  {
    type: 'release',
    patterns: [
      '(?:fue|ha sido|quedó) (?:puest[oa] en libertad|excarcelad[oa]|liberad[oa])',
      '(?:salió|salido) de (?:la )?(?:prisión|cárcel)',
      'su puesta en libertad',
      'ordenó (?:su|la) (?:libertad|puesta en libertad|excarcelación)',
    ],
  },
  {
    type: 'asylum-applied',
    patterns: [
      '(?:pidió|solicitó|solicitado|pedido|presentó (?:la |una |su )?solicitud de) (?:el )?asilo',
      '(?:formalizó|registró) (?:la |su )?(?:solicitud|petición) de asilo',
      'solicita asilo',
    ],
    person: 'subject',
  },
  {
    type: 'asylum-refused',
    patterns: [
      '(?:denegó|rechazó|denegado|rechazado|denegaron) (?:el |la |su )?(?:solicitud de |petición de )?asilo',
      '(?:asilo|solicitud de asilo) (?:le )?fue (?:denegad[oa]|rechazad[oa])',
      'denegación del? asilo',
    ],
  },
  {
    type: 'asylum-granted',
    patterns: [
      '(?:concedió|concedido|concedieron|otorgó|reconoció) (?:el |la |le )?(?:asilo(?: político)?|estatuto de refugiado|condición de refugiad[oa])',
      'obtuvo (?:el )?asilo',
    ],
  },
  {
    type: 'filed',
    patterns: [
      '(?:presentó|interpuso|presentado|interpuesto|formuló|presentaron|interpusieron|recurrió|ha recurrido|recurrieron) (?:un |el |su )?(?:recurso|incidente|demanda|la decisión|la resolución|la denegación)?',
    ],
    person: 'subject',
  },
  {
    type: 'decided',
    patterns: [
      '(?:desestimó|rechazó|estimó|inadmitió|desestimado|inadmitido|rechazado) (?:el |su |un |los )?(?:recurso|incidente|amparo)',
      'recurso (?:fue|ha sido) (?:desestimado|rechazado|estimado|inadmitido)',
    ],
  },
  {
    type: 'stay-ordered',
    patterns: [
      '(?:suspendió|paralizó|suspendido|paralizado|suspende|paraliza|ordenó suspender|ordenó paralizar|acordó suspender|acordó la suspensión de|ordenó la suspensión de) (?:cautelarmente |de forma cautelar )?(?:la |su )?(?:extradición|entrega|expulsión)',
      '(?:extradición|entrega) (?:fue|ha sido|quedó) (?:suspendida|paralizada)',
    ],
  },
  {
    type: 'measure-indicated',
    patterns: [
      '(?:ordenó|acordó|indicó|concedió|dictó|ordenase|ordenara|acordase|dictara|indicase|ordenado|indicado) {measures}',
    ],
  },
  {
    type: 'measure-refused',
    patterns: ['(?:denegó|rechazó|desestimó|denegado|rechazado) (?:la solicitud de )?{measures}'],
  },
  {
    type: 'surrendered',
    patterns: [
      '(?:fue|ha sido|había sido|habría sido|sea|ser|será) (?:extraditad[oa]|entregad[oa])(?! de| para)',
      '(?:extraditó|entregó) a (?:{person})',
      'llegó a {state} extraditad[oa]',
    ],
  },
  { type: 'removed', patterns: ['(?:fue|fueron|ha sido|será) (?:expulsad[oa]s?|deportad[oa]s?)'] },
  {
    type: 'departure',
    patterns: [
      '(?:huyó|salió|escapó|huido) de (?:{state}|su país|el país)',
      'abandonó (?:{state}|el país)',
      'huyó a {state}',
    ],
    person: 'subject',
  },
  { type: 'conviction', patterns: ['(?:fue|ha sido) condenad[oa]'] },
  { type: 'red-notice', patterns: ['(?:emitió|publicó|dictó) (?:una )?(?:notificación roja|orden internacional)'] },
  { type: 'abducted', patterns: ['(?:fue|fueron) secuestrad[oa]s?'] },
]
