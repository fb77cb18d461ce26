import type { EventFrame } from '../grammar.ts'

const appeal = '(?:appeals?|complaint|recourse|challenge)'
export const events: readonly EventFrame[] = [
  {
    type: 'surrender-agreed',
    patterns: [
      '(?:decision|resolution|order) (?:to )?(?:authori[sz](?:e|es|ed|ing)|approv(?:e|es|ed|ing)|grant(?:ing)?|agree(?:ing)? to) (?:his |her |the |[^.,;]{0,40} )?{extradition}(?: (?:of [^.,;]{0,40})?was (?:taken|adopted|made))?',
      '(?:government|cabinet|Council of Ministers|ministers|{state}|{body}) ... (?:decided|agreed) to (?:{extradite})',
      '(?:government|cabinet|ministers|{body}|the Council of Ministers)(?: (?:in|of) (?:{place}|{state}))? (?:{have} )?(?:agreed to|approved|authori[sz]ed|gave the green light to|endorsed) (?:his |her |the |[^.,;]{0,40} )?{extradition}',
      '{extradition} (?:of [^.,;]{0,40} )?was (?:authori[sz]ed|approved|agreed(?: to)?) by the (?:government|cabinet|council of ministers)',
      'the cabinet ... (?:had )?approved the {extradition}',
    ],
  },
  {
    type: 'surrender-refused',
    patterns: [
      '(?:government|cabinet|ministers|{body}) (?:{have} )?(?:refused|rejected) (?:to {extradite}|(?:his |her |the )?{extradition})',
    ],
  },
  {
    type: 'admissibility-granted',
    patterns: [
      '{body} ... (?:granted|approved|ordered|authori[sz]ed|declared admissible|allowed|confirmed|upheld) (?:his |her |the |[^.,;]{0,40} )?extradition',
      'extradition was (?:originally |first )?(?:ordered|granted|allowed) ... by (?:a {demonym} court|the court|{body})',
      '(?:court|judges?|judge) (?:{have} )?(?:granted|approved|ordered|authori[sz]ed|allowed) (?:his |her |the )?extradition',
      'found (?:his |her |the )?extradition admissible',
    ],
    person: 'subject',
  },
  {
    type: 'admissibility-refused',
    patterns: [
      '(?:court|judges?|{body}) ... (?:refused|rejected|denied|dismissed|blocked) (?:his |her |the )?extradition(?! request)',
      'ruled against (?:his |her |the )?extradition',
      'declared (?:his |her |the )?extradition inadmissible',
    ],
  },
  {
    type: 'extradition-requested',
    patterns: [
      "(?<state>{state}) (?:{have} )?(?:requested|asked for|sought|demanded|applied for) (?:his|her|the|{person}'s) extradition",
      '(?<state>{demonym}) (?:extradition )request(?: for (?:his|her) extradition)?',
      '(?:extradition request|request for (?:his |her |the )?extradition) (?:was |{have} been )?(?:received|submitted|sent|filed|made|presented)?(?: by (?<state>{state}))?',
      'reason why (?<state>{state}) asks for (?:him|her)',
    ],
  },
  { type: 'request-withdrawn', patterns: ['(?:withdrew|withdrawn) (?:its |the )?extradition request'] },
  {
    type: 'arrest',
    patterns: [
      '(?:was|were|been|is) (?:first |again |also )?(?:arrested|detained by (?:the )?police)',
      '(?:police|officers|{body}) (?:{have} )?(?:arrested|detained)',
      '(?:his|her) arrest',
      'arrest of (?={person})',
      "{person}'s arrest",
    ],
  },
  {
    type: 'detention-ordered',
    patterns: [
      '(?:judge|court|{body}) (?:{have} )?(?:ordered|remanded) ... (?:detention|custody|prison)',
      '(?:detention|custody) (?:was |{have} been )ordered',
      'was remanded in custody',
    ],
  },
  {
    type: 'bail-granted',
    patterns: ['(?:released|freed|release) on bail', 'granted bail', 'bail (?:was |{have} been )?(?:set|granted)'],
  },
  {
    type: 'release',
    patterns: [
      '(?:was|were|been) (?:set free|released|freed)(?! on bail)',
      '(?:left|leaves) (?:the )?prison',
      'ordered (?:his|her) release',
    ],
  },
  {
    type: 'red-notice',
    patterns: [
      '(?:Interpol|{body}) (?:{have} )?(?:issued|published) ... notice',
      'red notice (?:was |{have} been )?(?:issued|published)',
    ],
    person: 'object',
  },
  {
    type: 'asylum-applied',
    patterns: [
      '(?:applied|asked|applies) (?:{state} )?for asylum',
      '(?:sought|requested|requests) asylum',
      '(?:lodged|filed|submitted) (?:his |her |an? )?(?:asylum (?:claim|application|request)|application for asylum)',
    ],
    person: 'subject',
  },
  {
    type: 'asylum-refused',
    patterns: [
      '(?:refused|rejected|denied|turned down|dismissed) (?:his |her |the )?(?:asylum(?: claim| application| request)?|application for asylum|claim for asylum)',
      'asylum (?:claim|application|request)? ?was (?:refused|rejected|denied|turned down)',
      '(?:was|been) (?:refused|denied) asylum',
      'refusal of asylum',
    ],
  },
  {
    type: 'asylum-granted',
    patterns: [
      '(?:granted|given) (?:him |her |them )?(?:political )?(?:asylum|refugee status)(?! seeker)',
      '(?:was|were|been) (?:granted|given) (?:political )?(?:asylum|refugee status)',
      '(?:was|been) recogni[sz]ed as (?:a )?refugee',
    ],
  },
  {
    type: 'filed',
    patterns: [
      `(?:filed|lodged|submitted|brought|lodges) (?:an? |his |her |the )?(?:[^.,;]{0,30} )?${appeal}`,
      'appealed(?: against)?',
    ],
    person: 'subject',
  },
  {
    type: 'decided',
    patterns: [
      `(?:dismissed|rejected|upheld|allowed) (?:an? |his |her |the |{person}'s )?(?:[^.,;]{0,20} )?${appeal}`,
      `${appeal} (?:was|were|{have} been) (?:dismissed|rejected|upheld|allowed)`,
    ],
  },
  {
    type: 'stay-ordered',
    patterns: [
      "(?:suspended|stayed|halted|put on hold|blocked) (?:his |her |the |{person}'s )?(?:{extradition}|removal|transfer|expulsion)",
      '(?:{extradition}|removal|transfer|expulsion) (?:was |{have} been )(?:suspended|stayed|halted)',
      'ordered (?:the |a )?(?:stay|suspension) of (?:his |her |the )?(?:{extradition}|removal|transfer)',
    ],
  },
  { type: 'stay-lifted', patterns: ['lifted (?:the )?(?:stay|suspension)'] },
  {
    type: 'measure-indicated',
    patterns: [
      '(?:ordered|indicated|granted|imposed|applied) {measures}',
      '{measures} (?:was|were|{have} been) (?:ordered|indicated|granted)',
      '(?:ordered|indicated|granted) (?:a )?measures? under rule 39',
    ],
  },
  {
    type: 'measure-refused',
    patterns: [
      '(?:refused|rejected|declined|denied) (?:the |a |his |her )?(?:request for )?{measures}',
      '(?:refused|declined) to (?:indicate|order|grant) {measures}',
    ],
  },
  {
    type: 'surrendered',
    patterns: [
      '(?:was|were|be|been|being) (?:extradited|surrendered|handed over|sent back|returned)(?: to)?',
      '(?:{have} )?(?:extradited|handed over) (?:him|her|{person})',
      '(?:was|were) (?:he|she|they|{person}) (?:extradited|surrendered|handed over)',
    ],
  },
  {
    type: 'removed',
    patterns: [
      '(?:was|were|be|been|being) (?:expelled|deported|removed)(?: from| to)?',
      '(?:{have} )?(?:expelled|deported) (?:him|her|{person})',
    ],
  },
  {
    type: 'expulsion-revoked',
    patterns: ['(?:revoked|annulled|cancelled) (?:the )?(?:expulsion|deportation)(?: order)?'],
  },
  { type: 'abducted', patterns: ['(?:was|were|been) (?:abducted|kidnapped)'] },
  {
    type: 'departure',
    patterns: [
      '(?:fled|left|escaped from) (?:the country|{state})',
      'has been (?:out of|outside|away from) {state}',
      'fled to {state}',
    ],
    person: 'subject',
  },
  {
    type: 'conviction',
    patterns: [
      '(?:was|were|been) (?:convicted|sentenced|found guilty)',
      '(?:convicted|sentenced) (?:him|her|{person})',
    ],
  },
  { type: 'urgent-action', patterns: ['(?:issued|launched|published) an urgent action'] },
  { type: 'hearing', patterns: ['hearing (?:was|took place|is) (?:held)?', 'held a hearing'], person: 'none' },
  { type: 'death', patterns: ['(?:was killed|died|was found dead|was shot dead)'], person: 'subject' },
  {
    type: 'treaty-signed',
    patterns: [
      '(?:signed|concluded) (?:an? |the )?(?:extradition )?(?:treaty|agreement)',
      '(?:treaty|agreement) (?:on extradition )?was signed',
    ],
    person: 'none',
  },
  {
    type: 'new-evidence',
    patterns: ['(?:new|fresh) evidence (?:came to light|emerged|was found)'],
    person: 'none',
  },
]
