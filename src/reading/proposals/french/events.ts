import type { EventFrame } from '../grammar.ts'

const extradition = "(?:l'|son |d'|à l'|à son |en faveur de l'|en faveur de son )?(?:extradition|remise)"
export const events: readonly EventFrame[] = [
  {
    type: 'surrender-agreed',
    patterns: [
      `(?:gouvernement|Conseil des ministres|{body})(?: {demonym})? ... (?:{have} )?(?:autorisé|approuvé|accordé|décidé|accepté)(?: {date})?(?: d'autoriser| d'accorder| de)? ?(?:la |de )?${extradition}`,
      `(?:décision|décret) (?:du [^.,;]{0,40} )?(?:autorisant|accordant|d'autoriser|d'accorder|d'approuver) ${extradition}`,
      `(?:gouvernement|ministre)(?: {demonym})? (?:{have} )?(?:donné|donne) (?:son )?feu vert ${extradition}`,
      "(?:gouvernement|{body}) ... (?:{have} )?décidé d'extrader",
      "signé (?:le |un )?décret d'extradition",
      `${extradition} (?:de [^.,;]{0,40} )?(?:a {pas}été |avait {pas}été )(?:autorisée|accordée|approuvée) par le (?:gouvernement|Conseil des ministres|{body})`,
    ],
  },
  {
    type: 'admissibility-granted',
    patterns: [
      `(?:{body}|cour|tribunal|chambre|juges?|justice {demonym}|Audience nationale) ... (?:{have} )?(?:autorisé|confirmé|accordé|ordonné|validé|rendu un avis favorable|donné un avis favorable) ${extradition}`,
      `avis favorable à ${extradition}`,
    ],
  },
  {
    type: 'admissibility-refused',
    patterns: [
      `(?:{body}|cour|tribunal|chambre|juges?) ... (?:{have} )?(?:refusé|rejeté) ${extradition}`,
      `avis défavorable à ${extradition}`,
      `${extradition} (?:a {pas}été )?refusée`,
    ],
  },
  {
    type: 'surrender-refused',
    patterns: [`(?:gouvernement|ministre) (?:{demonym} )?(?:{have} )?refusé ${extradition}`],
  },
  {
    type: 'extradition-requested',
    patterns: [
      "(?<state>{state}) (?:{have} )?(?:demandé|réclamé|demande|réclame) (?:son |l')?extradition",
      "demande d'extradition(?: (?:du|de|présentée par|de la part de) (?<state>{state}|{demonym}))?(?: {demonym})?",
    ],
  },
  {
    type: 'arrest',
    patterns: [
      '(?:a {pas}été|avait {pas}été|fut) (?:arrêtée?|interpellée?)',
      'police (?:{demonym} )?(?:{have} )?(?:arrêté|interpellé)',
      'son arrestation',
      "arrestation d(?:e |')(?={person})",
    ],
  },
  {
    type: 'detention-ordered',
    patterns: [
      '(?:juge|{body}|tribunal) ... (?:{have} )?(?:ordonné|décidé) (?:son |le |sa )?(?:placement en détention|incarcération|maintien en détention)',
      'a {pas}été (?:placée?|maintenue?) en détention',
    ],
  },
  { type: 'bail-granted', patterns: ['(?:libérée?|remise? en liberté|liberté|libération) sous caution'] },
  {
    type: 'release',
    patterns: [
      '(?:a {pas}été|avait {pas}été|fut) (?:libérée?|remise? en liberté|relâchée?)(?! sous caution)',
      '(?:est sortie?|sortie?) de prison',
      '(?:ordonné|décidé) (?:sa |la )?(?:libération|remise en liberté)(?! sous)',
    ],
  },
  {
    type: 'asylum-applied',
    patterns: ["(?:a |avait |ont )?(?:demandé|déposé (?:une |sa )?demande d'|sollicité) ?(?:l')?asile"],
    person: 'subject',
  },
  {
    type: 'asylum-refused',
    patterns: [
      "(?:refusé|rejeté) (?:l'|sa demande d'|la demande d'|de lui accorder l')asile",
      "demande d'asile (?:a {pas}été |avait {pas}été )?(?:rejetée|refusée)",
      "refus d'asile",
    ],
  },
  {
    type: 'asylum-granted',
    patterns: [
      "(?:obtenu|accordé|reçu|octroyé) (?:l'|le )?(?:asile(?: politique)?|statut de réfugiée?)",
      'reconnue? réfugiée?',
    ],
  },
  {
    type: 'filed',
    patterns: [
      '(?:a |ont |avait )?(?:formé|déposé|introduit|saisi) (?:un |une |son |la )?(?:pourvoi|recours|appel|requête|{body})',
      'a fait appel',
    ],
    person: 'subject',
  },
  {
    type: 'decided',
    patterns: [
      '(?:{have} )?(?:rejeté|annulé|accueilli) (?:le |son |ce |un |leur )?(?:pourvoi|recours|appel|décret|requête)',
      '(?:pourvoi|recours|appel|requête) (?:a {pas}été )?rejetée?',
    ],
  },
  {
    type: 'stay-ordered',
    patterns: [
      `(?:{have} )?(?:suspendu|ordonné la suspension de|ordonné le sursis à) (?:l'exécution de )?${extradition}`,
      `${extradition} (?:a {pas}été |est )?suspendue`,
    ],
  },
  {
    type: 'measure-indicated',
    patterns: ['(?:ordonné|indiqué|ordonnait|indiquait|prononcé|accordé|ordonne|indique) {measures}'],
  },
  {
    type: 'measure-refused',
    patterns: ["(?:refusé|rejeté) (?:la demande de |d'indiquer |d'ordonner )?{measures}"],
  },
  {
    type: 'surrendered',
    patterns: [
      '(?:a {pas}été|avait {pas}été|fut|soit|être|sera|serait) (?:extradée?|remise? aux autorités|livrée?)',
      '(?:a|ont) (?:extradé|livré) (?:{person})',
    ],
  },
  {
    type: 'removed',
    patterns: ['(?:a {pas}été|ont {pas}été|furent|fut|sera) (?:expulsée?s?|renvoyée?s?|éloignée?s?)'],
  },
  {
    type: 'departure',
    patterns: [
      '(?:a fui|avait fui|fuit|a quitté|quitta) (?:le pays|son pays|{state})',
      "s'est (?:enfuie?|réfugiée?) (?:de|du|au|en) {state}",
    ],
    person: 'subject',
  },
  { type: 'conviction', patterns: ['(?:a {pas}été|fut) condamnée?'] },
  { type: 'red-notice', patterns: ['(?:émis|publié) (?:une )?notice rouge'] },
  { type: 'abducted', patterns: ['(?:a {pas}été|ont {pas}été|fut|furent) enlevée?s?'] },
]
