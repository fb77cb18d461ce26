import type { StateNames } from '../grammar.ts'

export const smallWords = (
  'le la les un une des de du d l à au aux et ou où en par pour avec sans sur entre jusqu depuis que qui dont quand comme si ne pas ni déjà se son sa ses ' +
  'leur leurs il elle ils elles est sont était été être a ont avait avoir très plus moins aussi mais bien parce selon après avant devant sous contre pendant ce ' +
  'cet cette ces hier aujourd hui demain rien personne tout toute tous toutes chaque autre autres même lui y on nous vous'
).split(' ')
export const notNames = (
  'M Mme Mlle Me Maître Monsieur Madame Président Ministre Ministère Juge Procureur Parquet Gouvernement Cour Tribunal Conseil Comité Commission ' +
  'Congrès Sénat État Etat Union Européenne Européen Internationale National Nationale Suprême Constitutionnel Droits Homme Chambre Article Loi Convention ' +
  'Protocole Traité Code Fondation Office Police Banque Groupe Parti Université Agence Source Sources Amnesty International Lundi Mardi Mercredi Jeudi ' +
  'Vendredi Samedi Dimanche Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre Intérieur Justice Affaires Ambassade République ' +
  'Royaume Espagne Le La Les Selon Après Quand Lors'
).split(' ')
export const honorifics = 'M|Mme|Mlle|Me|Maître|Monsieur|Madame|juge|ministre|avocat|avocate'
export const particles = ['de', 'du', 'la', 'le', 'van', 'von', 'al', 'el', 'da', 'di', "d'"]

export const states: Readonly<Record<string, StateNames>> = {
  ES: { names: "(?:l')?Espagne", demonyms: 'espagnol(?:e|s|es)?' },
  KZ: { names: '(?:le )?Kazakh?stan', demonyms: 'kazakh?(?:e|s|es)?|kazakhstanais(?:e|es)?' },
  RU: { names: '(?:la )?Fédération de Russie|(?:la )?Russie', demonyms: 'russes?' },
  UA: { names: "(?:l')?Ukraine", demonyms: 'ukrainien(?:ne|s|nes)?' },
  FR: { names: '(?:la )?France', demonyms: 'français(?:e|es)?' },
  IT: { names: "(?:l')?Italie", demonyms: 'italien(?:ne|s|nes)?' },
  DE: { names: "(?:l')?Allemagne", demonyms: 'allemand(?:e|s|es)?' },
  PL: { names: '(?:la )?Pologne', demonyms: 'polonais(?:e|es)?' },
  GB: { names: '(?:le )?Royaume-Uni|(?:la )?Grande-Bretagne', demonyms: 'britanniques?' },
  CZ: { names: '(?:la )?République tchèque|Tchéquie', demonyms: 'tchèques?' },
  AT: { names: "(?:l')?Autriche", demonyms: 'autrichien(?:ne|s|nes)?' },
  CH: { names: '(?:la )?Suisse', demonyms: 'suisses?' },
  BE: { names: '(?:la )?Belgique', demonyms: 'belges?' },
  LT: { names: '(?:la )?Lituanie', demonyms: 'lituanien(?:ne|s|nes)?' },
  LV: { names: '(?:la )?Lettonie', demonyms: 'letton(?:ne|s|nes)?' },
  US: { names: '(?:les )?États-Unis|(?:les )?Etats-Unis', demonyms: 'américain(?:e|s|es)?' },
  TR: { names: '(?:la )?Turquie', demonyms: 'tur(?:c|que|cs|ques)' },
  UZ: { names: "(?:l')?Ouzbékistan", demonyms: 'ouzbeks?|ouzbèkes?' },
  KG: { names: '(?:le )?Kirghizistan|(?:le )?Kirghizstan', demonyms: 'kirghizes?' },
  TJ: { names: '(?:le )?Tadjikistan', demonyms: 'tadjikes?' },
  BY: { names: '(?:la )?Biélorussie|(?:le )?Bélarus', demonyms: 'biélorusses?|bélarussien(?:ne|s|nes)?' },
}
export const bodies: Readonly<Record<string, string>> = {
  'echr.court':
    "(?:la )?Cour européenne(?: des droits de l'homme)?|(?:la )?CEDH|Strasbourg|(?:la )?Cour de Strasbourg",
  'es.council-of-ministers': '(?:le )?Conseil des ministres',
  'es.constitutional-court': '(?:le )?Tribunal constitutionnel',
  'es.supreme-third-chamber': '(?:le )?Tribunal suprême|(?:la )?Cour suprême espagnole',
  'es.an-criminal-section': "(?:l')?Audience nationale|(?:l')?Audiencia Nacional",
  'fr.conseil-d-etat': "(?:le )?Conseil d'[ÉE]tat",
  'fr.cour-de-cassation': '(?:la )?Cour de cassation',
  'court-of-appeal': "(?:la )?cour d'appel(?: (?:de |d')?{place})?",
  'fr.chambre-instruction': "(?:la )?chambre de l'instruction",
  'es.interior-ministry': "(?:le )?ministère(?: espagnol)? de l'Intérieur",
  'justice-ministry': '(?:le )?ministère(?: {demonym})? de la Justice',
  'cat.committee': '(?:le )?Comité contre la torture',
  'hrc.committee': "(?:le )?Comité des droits de l'homme",
  interpol: 'Interpol',
  'amnesty-international': 'Amnesty International|Amnesty',
  'open-dialogue': '(?:la )?Fondation Open Dialog(?:ue)?',
}
export const places: Readonly<Record<string, string>> = {
  Madrid: 'Madrid',
  Valencia: 'Valence',
  Barcelona: 'Barcelone',
  'Aix-en-Provence': 'Aix-en-Provence',
  Lyon: 'Lyon',
  Paris: 'Paris',
  Almaty: 'Almaty',
  Astana: 'Astana',
  Moscow: 'Moscou',
  Kyiv: 'Kiev|Kyiv',
  Rome: 'Rome',
  London: 'Londres',
  Warsaw: 'Varsovie',
  Prague: 'Prague',
  Vienna: 'Vienne',
  Geneva: 'Genève',
  Cannes: 'Cannes',
  Luynes: 'Luynes',
  'Fleury-Mérogis': 'Fleury-Mérogis',
}
