export const classes: Readonly<Record<string, string>> = {
  government: '(?:the )?(?:{demonym}|{state}\'s|{state}) (?:government|authorities|cabinet|state|ministry)|{state}(?:\'s)?|the (?:government|cabinet|authorities)(?: (?:in|of) (?:{place}|{state}))?|Council of Ministers|{body}|he|she|it|they',
  stateActor: '(?:the )?(?:{demonym}|{state}\'s|{state}) (?:government|authorities|cabinet|state|ministry)|{state}|the (?:government|cabinet|authorities)(?: (?:in|of) (?:{place}|{state}))?|the State|its (?:government|authorities)',
  have: '(?:has|have|had)(?: (?:already|now|since|again|also|just))?',
  extradition: 'extradition|surrender|hand-?over|handing[- ]over',
  extradite: 'extradite|surrender|hand over|hand ... over|send back',
  agreed: 'agreed to|approved|authori[sz]ed|granted|ordered|confirmed|endorsed|signed off on',
  years: '(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|some|many)',
  torture: 'torture|ill-treatment|mistreatment|persecution|harm|abuse|unfair trial|inhuman(?: or degrading)? treatment',
  measures: '"?(?:an |the )?interim measures?"?|rule 39 measures?',
}

export const cues = {
  conditional: ['if(?! only)', 'unless', 'in case', 'were {person} to', 'should {person} be', 'provided that', 'whether'],
  would: ['would(?! not (?:ill-treat|torture))', 'could have'],
  demanded: [
    'must(?! have)', 'should', 'ought to', 'calls? (?:up)?on', 'called (?:up)?on', 'urge[sd]?', 'demand(?:s|ed|ing)?', 'asks? ... (?:to|not to)',
    'insist(?:s|ed)?', 'refrain from', 'appeals? to', 'need to', 'wants ... to', 'warned? ... against',
  ],
  possible: [
    'may', 'might', 'could', 'will', 'is (?:about|due|likely|expected|set) to', 'are (?:about|due|likely|expected|set) to', 'plans? to', 'planned to',
    'intends? to', 'wants? to', 'fears? (?:that|of|being)?', 'feared', 'threat(?:s|ens|ened)? (?:to|of)', 'risks? (?:of )?(?:being)?', 'considers?', 'considering',
    'possible', 'possibility of', 'faces', 'in order to', 'to decide whether', 'alleged(?:ly)? planned', 'expected to', 'seeks? to', 'sought to', 'prepar(?:es|ing) to', 'is to', 'are to',
  ],
  denied: [
    'not(?! only)', "(?:has|have|had|was|were|did|does|do|is|are)n't", 'never', 'no (?:decision|order|request|measure|ruling|one|extradition|judge|court|final)', 'den(?:y|ies|ied)(?: that)?', 'without(?: any)?',
    'nor', 'false that', 'untrue that', 'neither',
  ],
  breaks: [', (?:shortly )?after', ', but', ' but ', ', while', ', and then', ', although', '; '],
}
