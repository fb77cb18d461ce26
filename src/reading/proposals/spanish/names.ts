import type { StateNames } from '../grammar.ts'

export const smallWords = (
  'el la los las un una unos unas de del a al y e o u en por para con sin sobre entre hasta desde que quien quienes cuyo cuya como cuando donde ' +
  'si no ni ya se su sus lo le les es son era fue ser ha han había haber está están muy más menos también pero sino aunque porque según tras ante bajo ' +
  'contra durante este esta estos estas ese esa eso aquel ayer hoy mañana nada nadie todo toda todos todas cada otro otra otros otras mismo'
).split(' ')
export const notNames = (
  'Sr Sra Don Doña Señor Señora Presidente Ministro Ministra Ministerio Juez Jueza Magistrado Fiscal Fiscalía Gobierno Tribunal Audiencia Consejo ' +
  'Comité Comisión Congreso Senado Estado Unión Europeo Europea Internacional Nacional Central Supremo Constitucional Penal Civil Derechos Humanos ' +
  'Sala Sección Pleno Artículo Ley Convenio Protocolo Tratado Código Fundación Oficina Policía Guardia Banco Grupo Partido Universidad Agencia Fuentes ' +
  'Amnistía Lunes Martes Miércoles Jueves Viernes Sábado Domingo Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre ' +
  'Diciembre Interior Justicia Exteriores Embajada República Reino España Tras Según Cuando Fuentes Supremo'
).split(' ')
export const honorifics =
  'Sr|Sra|Srta|Don|Doña|D|Dña|señor|señora|juez|jueza|ministro|ministra|abogado|abogada|magistrado'
export const particles = ['de', 'del', 'la', 'las', 'los', 'y', 'van', 'von', 'al', 'el', 'da', 'di']

export const states: Readonly<Record<string, StateNames>> = {
  ES: { names: 'España', demonyms: 'español(?:a|es|as)?' },
  KZ: {
    names: '(?:la República de )?Kazaj[is]+tán|Kazakhstán|Kazajstan',
    demonyms: 'kazaj[oa]s?|kazaj[iou]stan[oa]s?|kazajistan[ií]s?',
  },
  RU: { names: 'la Federación Rusa|Federación de Rusia|Rusia', demonyms: 'rus[oa]s?' },
  UA: { names: 'Ucrania', demonyms: 'ucranian[oa]s?' },
  FR: { names: 'Francia', demonyms: 'franc[eé]s(?:a|es|as)?' },
  IT: { names: 'Italia', demonyms: 'italian[oa]s?' },
  DE: { names: 'Alemania', demonyms: 'alem[aá]n(?:a|es|as)?' },
  PL: { names: 'Polonia', demonyms: 'polac[oa]s?' },
  GB: { names: 'Reino Unido|Gran Bretaña', demonyms: 'británic[oa]s?' },
  CZ: { names: 'República Checa|Chequia', demonyms: 'chec[oa]s?' },
  AT: { names: 'Austria', demonyms: 'austr[ií]ac[oa]s?' },
  CH: { names: 'Suiza', demonyms: 'suiz[oa]s?' },
  BE: { names: 'Bélgica', demonyms: 'belgas?' },
  LT: { names: 'Lituania', demonyms: 'lituan[oa]s?' },
  LV: { names: 'Letonia', demonyms: 'let[oó]n(?:a|es|as)?' },
  US: { names: 'Estados Unidos', demonyms: 'estadounidenses?' },
  TR: { names: 'Turquía', demonyms: 'turc[oa]s?' },
  UZ: { names: 'Uzbekistán', demonyms: 'uzbek[oa]s?' },
  KG: { names: 'Kirguist[aá]n', demonyms: 'kirgu[ií]s(?:a|es)?' },
  TJ: { names: 'Tayikist[aá]n', demonyms: 'tayik[oa]s?' },
  BY: { names: 'Bielorrusia', demonyms: 'bielorrus[oa]s?' },
  PT: { names: 'Portugal', demonyms: 'portugu[eé]s(?:a|es)?' },
}
export const bodies: Readonly<Record<string, string>> = {
  'echr.court':
    '(?:el )?Tribunal Europeo(?: de (?:los )?Derechos Humanos)?|(?:el )?TEDH|(?:el )?Tribunal de Estrasburgo|Estrasburgo',
  'es.council-of-ministers': '(?:el )?Consejo de Ministros',
  'es.constitutional-court': '(?:el )?Tribunal Constitucional|(?:el )?Constitucional',
  'es.supreme-third-chamber': '(?:el )?Tribunal Supremo|(?:el )?Supremo',
  'es.an-criminal-plenary': '(?:el )?Pleno de la Sala de lo Penal(?: de la Audiencia Nacional)?',
  'es.an-criminal-section':
    '(?:la )?Audiencia Nacional|(?:la )?Sección (?:Primera|Segunda|Tercera|Cuarta)(?: de lo Penal)?',
  'es.interior-ministry': '(?:el )?Ministerio del Interior',
  'es.justice-ministry': '(?:el )?Ministerio de Justicia',
  'cat.committee': '(?:el )?Comité contra la Tortura',
  'hrc.committee': '(?:el )?Comité de Derechos Humanos',
  interpol: 'Interpol',
  'amnesty-international': 'Amnist[ií]a Internacional|Amnesty International',
  'open-dialogue': '(?:la )?Fundación Diálogo Abierto|Open Dialog(?:ue)?',
}
export const places: Readonly<Record<string, string>> = {
  Madrid: 'Madrid',
  Valencia: 'Valencia',
  Barcelona: 'Barcelona',
  Alicante: 'Alicante',
  Torrevieja: 'Torrevieja',
  Marbella: 'Marbella',
  'Soto del Real': 'Soto del Real',
  Almaty: 'Almaty|Almatý',
  Astana: 'Astan[aá]',
  Moscow: 'Moscú',
  Kyiv: 'Kiev|Kyiv',
  Rome: 'Roma',
  Paris: 'París',
  London: 'Londres',
  Warsaw: 'Varsovia',
  Prague: 'Praga',
  Vienna: 'Viena',
  Geneva: 'Ginebra',
  Lyon: 'Lyon',
  Vilnius: 'Vilna',
  Riga: 'Riga',
}
