import type { AssertionFrame } from '../grammar.ts'

const assurance = '"?(?:assurances|garanties)(?: diplomatiques)?"?'
export const assurances = [
  `(?<claimedBy>{stateActor}) (?:a |ont )?(?:affirm(?:e|é)|déclar(?:e|é)|soutient|assur(?:e|é)|dit|prétend) que (?<by>{stateActor}) (?:a |ont |avait |avaient )?(?:offert|donné|fourni|présenté) [^.;]{0,30}${assurance}`,
  `(?<by>{stateActor}) (?:a |ont |avait )?(?:offert|donné|fourni|présenté|promis) [^.;]{0,30}${assurance}`,
  `${assurance} (?:offertes|données|fournies|présentées) par (?<by>{stateActor})`,
]
const harm = "(?:{torture})(?:(?:,| et| ou) (?:d'autres |aux |de )?(?:{torture}))*"
export const risks = [
  `(?:risque|risquerait|risquent) (?:d'être |d'y être |la |de subir |d'y subir )?(?:des |la )?(?<harm>${harm}|torturée?)`,
  `(?:court|courrait|encourt|existe|exposée? à) (?:un )?(?:risque|danger)(?: (?:réel|sérieux|grave))? (?:de |d'être |de subir )?(?<harm>${harm}|torturée?)`,
  `risque (?:réel|sérieux|grave) (?:de |d'être |de subir )(?:des )?(?<harm>${harm}|torturée?)`,
  `(?:craint|redoute) (?:d'être |la |de subir )?(?:des )?(?<harm>${harm}|torturée?)`,
  `(?:serait|est) exposée? (?:à la |à des |à de )(?<harm>${harm})`,
]
export const records = [
  '(?:informations|rapports|allégations) (?:faisant état de|de|sur) (?:la )?torture~ ... (?:continuent|persistent)',
  '(?:la )?torture (?:est|reste|demeure|y est) (?:\\w+ )?(?:répandue|systématique|courante|généralisée|pratiquée)',
  'pratiqu(?:e|ent) (?:régulièrement |couramment )?la torture',
]
export const counterClaims = [
  '(?:malgré|en dépit de) ... (?:affirm~|assur~|déclar~)[^.;]{0,80}',
  '(?:le gouvernement|les autorités|{state}) (?:nie|nient|rejette|rejettent|dément|démentent|assure|affirme) [^.;]{0,80}',
]
export const prosecutions = [
  "(?:plusieurs|d'autres|de nombreux) (?:procès|poursuites|affaires|militants|proches|collaborateurs|alliés) [^.;]{0,100}(?:liés|liées|en raison de|poursuivis|à cause de)",
]
export const demands = [
  "(?<by>{body}|{person})(?:,[^,]{0,40},)? (?:demande|a demandé|exhorte|appelle|exige|prie) (?:à |au |aux |que )?(?<of>{stateActor}|gouvernement(?: {demonym})?|autorités {demonym})? ?(?:de |d'|à )?(?<content>(?:ne pas |n')?\\S+)",
  // What must not be done keeps its "ne" in the content: without it the demand would say the opposite.
  '(?<of>{stateActor}) (?<content>(?:ne (?:peut (?:pas )?et ne )?(?:doit|doivent|devrait|devraient)) (?:pas |jamais |plus |en aucun cas )?\\S+)',
  '(?<of>{stateActor}) (?:doit|doivent|devrait|devraient) (?<content>(?:renoncer à |ne pas )?\\S+)',
]
export const assertions: readonly AssertionFrame[] = [
  {
    assertion: 'domestic-remedies-exhausted',
    patterns: [
      '(?:tous les |toutes les |les )?(?:voies de )?recours (?:internes |nationaux )?(?:ont été |sont |étant |ayant été )?(?:tous |toutes )?épuisée?s',
      'épuisé (?:toutes les |tous les |les )?(?:voies de )?recours(?: internes)?',
      'plus aucun recours',
    ],
  },
  {
    assertion: 'only-strasbourg-remains',
    patterns: [
      '(?:seule?|dernière?|unique) (?:possibilité|voie|recours|chance|espoir|instance) ... {body}',
      'ne (?:lui )?reste (?:plus )?que ... {body}',
    ],
  },
  {
    assertion: 'measure-obliges-halt-until-merits',
    patterns: [
      '(?:cela |elle |ce qui |celle-ci )?(?:obligerait|contraindrait) {stateActor} à (?:suspendre|arrêter|surseoir)[^.;]{0,80}',
    ],
  },
  {
    assertion: 'measure-obliges-the-state',
    patterns: ['{measures} (?:est|sont) (?:juridiquement )?(?:contraignantes?|obligatoires?)'],
  },
  {
    assertion: 'state-may-not-return-to-risk',
    patterns: [
      'obligation de ne pas (?:renvoyer|extrader|livrer)',
      'nul ne peut être (?:renvoyé|extradé|expulsé|livré)',
    ],
  },
]
export const sources = [
  "(?:selon|d'après) (?<source>(?:des |plusieurs |différentes )?sources(?: \\w+)?|{person}|{body}|(?:son|sa|leur) avocate?|(?:ses|les|leurs) avocats|le gouvernement(?: {demonym})?|les autorités {demonym}|la presse {demonym}|la défense)",
  '(?<source>(?:des )?sources (?:judiciaires|policières|diplomatiques|proches du dossier)) (?:ont )?(?:indiqué|confirmé|affirmé)',
  'source ?: (?<source>{body}|{person})',
]
export const unpublished = [
  "(?:n'a|n'est|n'ont)(?: pas)?(?: encore| toujours)?(?: pas)?(?: encore)? (?:été )?(?:rendue? publique?|publiée?|notifiée?|communiquée?)",
]
export const speech = {
  verbs:
    '(?:a |ont )?(?:déclaré|déclare|dit|affirmé|affirme|ajouté|ajoute|expliqué|explique|souligné|souligne|indiqué|rappelé|rappelle|estime|estimé|averti|dénonce|dénoncé)',
  role: '(?:, (?<role>(?!(?:où|que|qui|si|mais|et|après|quand|en|parce|dont) )(?:l\'|le |la |un |une )?[^“”".;«»\\n]{4,90}))',
}
export const anybody = ['nul', 'quiconque', 'toute personne', 'celui qui']
export const pronouns = ['son', 'sa', 'lui', 'il', 'elle', 'le concernant']
