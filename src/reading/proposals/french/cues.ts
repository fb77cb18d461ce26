import type { DateGrammar } from '../grammar.ts'

export const dates: DateGrammar = {
  months: [
    'janvier', 'février|fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août|aout', 'septembre', 'octobre', 'novembre', 'décembre|decembre',
  ],
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  joiner: '(?:de )?',
  ordinal: '(?:er)?',
  years: ["(?:en|depuis|jusqu'en|fin|début|de) {year}", "l'année {year}"],
  inMonth: 'en|depuis',
  monthFirst: false,
  numeric: 'day',
  relative: {
    lastWeekday: ['{weekday} dernier', '{weekday} passé'],
    thisWeekday: ['ce {weekday}'],
    nextWeekday: ['{weekday} prochain'],
    bareWeekday: ['(?<!ce )(?<!le )(?:le )?{weekday}(?! dernier| prochain| passé|,? \\d)'],
    days: { 'avant-hier': -2, hier: -1, "aujourd'hui": 0, demain: 1, 'il y a deux jours': -2, 'il y a une semaine': -7 },
    lastYear: "de l'année dernière|de l'an dernier|l'an dernier",
    thisYear: 'de cette année',
  },
}

export const classes: Readonly<Record<string, string>> = {
  stateActor: "(?:le |du |au )?gouvernement(?: (?:{demonym}|de {state}|du {state}))?|les autorités (?:{demonym}|de {state}|du {state})|{state}|{body}|l'[ÉE]tat",
  have: '(?:a|ont|avait|avaient|aurait|auraient)(?: déjà| également)?',
  pas: '(?:(?:pas|jamais|également|ensuite|toujours pas|pas encore) )?',
  torture: "(?:la )?tortures?|(?:des )?mauvais traitements|traitements? inhumains?(?: (?:ou|et) dégradants?)?|persécutions?|atteintes? graves?",
  measures: '(?:une |des |la |les |cette )?"?mesures? (?:provisoires?|conservatoires?)"?',
}

export const cues = {
  conditional: ["si(?! bien)", "s'il", "s'ils", "s'elle", 'au cas où', 'à moins que', 'à condition que', "en cas d'extradition", 'en cas de renvoi'],
  would: ['obligerait', 'serait tenue?', 'devrait suspendre', 'contraindrait', 'forcerait'],
  demanded: ['doit', 'doivent', 'devrait', 'devraient', "demande(?! d'asile)(?! d'extradition)", 'demandent', 'a demandé (?:à|au)', 'exige', 'exhorte', 'appelle (?:à|le|la|l\')', 'il faut'],
  possible: [
    'pourrait', 'pourraient', 'peut', 'va', 'vont', 'envisage', 'craint', 'craignent', 'risque (?:de|d\')', 'menace (?:de|d\')', 'prévoit', 'souhaite', 'veut', 'sera', 'seront', 'possible', 'sur le point', 'afin de', 'aurait(?! été)', 'auraient', 'tente de', 'entend',
  ],
  denied: ["n'[^\\s]+ (?:pas|jamais|encore|aucun~|toujours pas)", 'ne [^.;,]{1,20}? (?:pas|jamais|aucun~)', 'ne sera pas', 'sans', 'dément', 'démenti', 'nie', 'nié', 'aucune?', 'jamais', "n'"],
  breaks: [', mais', ' mais ', ', tandis', ', alors que', '; ', ', bien que'],
}
