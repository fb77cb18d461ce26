import type { StateNames } from '../grammar.ts'

export const smallWords = (
  'the a an and or but if of to in on at by for from with without as is are was were be been has have had he she it they we his her ' +
  'its their this that these those who whom whose which what when where why how not no nor so than then there here into over under ' +
  'after before between against about despite although though because since until unless while during both all any each some such only ' +
  'also yet still now today yesterday tomorrow will would can could may might must should shall do does did one two three four five six ' +
  'seven eight nine ten several many most more other another same according however meanwhile moreover instead further earlier later ' +
  'once last next every even people i you my our your me him them us in'
).split(' ')

export const notNames = (
  'Mr Mrs Ms Dr Prof Sir Lord President Prime Minister Ministers Ministry Judge Justice Prosecutor General Deputy Government Court Courts ' +
  'Council Committee Commission Parliament Congress Senate State States European International National Central Supreme Constitutional High ' +
  'Criminal Civil Human Rights Section Chamber Division Plenary Grand Article Articles Rule Rules Act Law Convention Protocol Treaty Charter ' +
  'Code Foundation Organisation Organization Association Union Agency Office Police Interpol Bank Company Group Party University Institute ' +
  'Center Centre Radio News Times Press Agence France Source Sources Amnesty Watch Reports Report Assurances Diplomatic Extradition Asylum ' +
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November ' +
  'December Nothing Nobody Everyone Lawyers Counsel Authorities Officials Urgent Action Embassy Consulate Foreign Interior Home Affairs ' +
  'Secretary Department Service Security Federal Republic Kingdom North South East West Central Red Notice Special Rapporteur Torture ' +
  'Criminals Kazakhstani Spanish English Russian French'
).split(' ')

export const honorifics = 'Mr|Mrs|Ms|Miss|Dr|Judge|Professor|Prof|Minister|President|Ambassador|Lawyer'
export const particles = ['de', 'del', 'la', 'van', 'von', 'der', 'bin', 'al', 'el', 'da', 'dos', 'di']

export const states: Readonly<Record<string, StateNames>> = {
  ES: { names: 'Spain', demonyms: 'Spanish|Spaniards?' },
  KZ: { names: 'Kazakhstan', demonyms: 'Kazakhstanis?|Kazakhs?' },
  RU: { names: 'the Russian Federation|Russia', demonyms: 'Russians?' },
  UA: { names: 'Ukraine', demonyms: 'Ukrainians?' },
  FR: { names: 'France', demonyms: 'French' },
  IT: { names: 'Italy', demonyms: 'Italians?' },
  DE: { names: 'Germany', demonyms: 'Germans?' },
  PL: { names: 'Poland', demonyms: 'Polish' },
  GB: { names: 'the United Kingdom|United Kingdom|Great Britain|Britain|the UK', demonyms: 'British' },
  CZ: { names: 'the Czech Republic|Czech Republic|Czechia', demonyms: 'Czech' },
  AT: { names: 'Austria', demonyms: 'Austrians?' },
  CH: { names: 'Switzerland', demonyms: 'Swiss' },
  BE: { names: 'Belgium', demonyms: 'Belgians?' },
  NL: { names: 'the Netherlands|Netherlands', demonyms: 'Dutch' },
  US: { names: 'the United States(?: of America)?|United States', demonyms: 'American' },
  TR: { names: 'Turkey|Türkiye', demonyms: 'Turkish' },
  UZ: { names: 'Uzbekistan', demonyms: 'Uzbekistani|Uzbeks?' },
  KG: { names: 'Kyrgyzstan', demonyms: 'Kyrgyz(?:stani)?' },
  TJ: { names: 'Tajikistan', demonyms: 'Tajikistani|Tajiks?' },
  TM: { names: 'Turkmenistan', demonyms: 'Turkmen' },
  BY: { names: 'Belarus', demonyms: 'Belarusians?' },
  LT: { names: 'Lithuania', demonyms: 'Lithuanians?' },
  LV: { names: 'Latvia', demonyms: 'Latvians?' },
  AZ: { names: 'Azerbaijan', demonyms: 'Azerbaijanis?' },
  CN: { names: 'China', demonyms: 'Chinese' },
  PT: { names: 'Portugal', demonyms: 'Portuguese' },
}

export const bodies: Readonly<Record<string, string>> = {
  'echr.court':
    'the European Court(?: of Human Rights)?|European Court(?: of Human Rights)?|the Strasbourg Court|Strasbourg Court|the ECtHR|ECtHR',
  'es.council-of-ministers': 'the Council of Ministers|Council of Ministers',
  'es.constitutional-court': 'the (?:Spanish )?Constitutional Court|Constitutional Court',
  'es.supreme-third-chamber': 'the (?:Spanish )?Supreme Court|Supreme Court',
  'es.an-criminal-section':
    'the (?:Spanish )?National (?:High )?Court|National (?:High )?Court|the Audiencia Nacional|Audiencia Nacional',
  'es.interior-ministry':
    'the (?:Spanish )?(?:Interior Ministry|Ministry of the Interior)|Interior Ministry|Ministry of the Interior',
  'es.justice-ministry':
    'the (?:Spanish )?(?:Justice Ministry|Ministry of Justice)|Justice Ministry|Ministry of Justice',
  'cat.committee': '(?:the )?(?:UN |United Nations )?Committee against Torture',
  'hrc.committee': '(?:the )?(?:UN |United Nations )?Human Rights Committee',
  'un.special-procedures': '(?:the )?(?:UN |United Nations )(?:human rights )?experts',
  interpol: 'Interpol',
  'amnesty-international': 'Amnesty International|Amnesty(?! to)',
  'human-rights-watch': 'Human Rights Watch',
  'open-dialogue': '(?:the )?Open Dialog(?:ue)? Foundation',
  'court-of-appeal': '(?:the )?Court of Appeal(?: of {place})?|the {place} Court of Appeal',
  'high-court': '(?:the )?High Court(?: in {place})?',
}

export const places: Readonly<Record<string, string>> = {
  Madrid: 'Madrid',
  Valencia: 'Valencia',
  Barcelona: 'Barcelona',
  Alicante: 'Alicante',
  Torrevieja: 'Torrevieja',
  Marbella: 'Marbella',
  Astana: 'Astana',
  Almaty: 'Almaty',
  Moscow: 'Moscow',
  Kyiv: 'Kyiv|Kiev',
  Rome: 'Rome',
  Milan: 'Milan',
  Paris: 'Paris',
  'Aix-en-Provence': 'Aix-en-Provence',
  Lyon: 'Lyons?',
  London: 'London',
  Warsaw: 'Warsaw',
  Prague: 'Prague',
  Vienna: 'Vienna',
  Geneva: 'Geneva',
  Strasbourg: 'Strasbourg(?! Court)',
  Berlin: 'Berlin',
  Brussels: 'Brussels',
  Istanbul: 'Istanbul',
  Aktau: 'Aktau',
  Tashkent: 'Tashkent',
  Bishkek: 'Bishkek',
  Minsk: 'Minsk',
  Vilnius: 'Vilnius',
  Riga: 'Riga',
  Shymkent: 'Shymkent',
  Zhanaozen: 'Zhanaozen',
}
