import type { AssertionFrame } from '../grammar.ts'

const assurance = '"?(?:diplomatic )?(?:assurances?|guarantees?)"?'

export const assurances = [
  `(?<claimedBy>{stateActor}) (?:has |have |had )?(?:claim(?:s|ed)?|say(?:s)?|said|state[sd]?|maintain(?:s|ed)?|declared?|told {body}) that (?<by>{stateActor}) (?:has |have |had )?(?:offered|given|provided|sent) [^.;]{0,30}${assurance}`,
  `${assurance} ... (?:have |has |had )?(?:come|came|been (?:given|offered|provided|received)|were (?:given|offered|provided)) ... (?:from|by) (?<by>{stateActor})(?:[^.;]{0,12}(?:so|as) (?<claimedBy>{stateActor}) (?:says|claims|said))?`,
  `(?<by>{stateActor}) (?:has |have |had )?(?:offered|gave|given|provided|sent|promised) [^.;]{0,30}${assurance}`,
  `${assurance} (?:offered|given|provided|sent) by (?<by>{stateActor})`,
]

const harm =
  '(?:(?:serious |grave |considerable |other )?(?:{torture})(?:(?:,| and| or) (?:other )?(?:{torture}))*)'

export const risks = [
  `(?:would |will |could |may |might )?(?:risks?|face[sd]?|be at (?:a )?(?:\\w+ )?risk of|be exposed to|be in danger of) (?:a real risk of |serious |being )?(?<harm>${harm}|tortured|persecuted|ill-treated)`,
  `(?:is|are|was|were|be) at (?:a )?(?:\\w+ )?risk of (?:being )?(?<harm>${harm}|tortured|persecuted|ill-treated)`,
  `(?:real|considerable|serious|genuine|grave) (?:risk|danger) (?:of|that) (?:being )?(?<harm>${harm}|tortured|ill-treated)`,
  `(?<harm>${harm}) may await (?:him|her|them)`,
  `(?:that )?(?<harm>${harm}) threatens (?:him|her|them)`,
  `to (?:a )?risk of (?<harm>${harm})`,
  `where (?<harm>{torture}) ... is a real danger`,
  `(?:fears?|feared) (?<harm>{torture})`,
]

export const records = [
  'reports of torture(?: and (?:other )?ill-treatment)? ... (?:continue|persist)',
  'torture(?: and (?:other )?ill-treatment)? (?:is|are|remains?|continues?) (?:widespread|common|routine|systematic|endemic)',
  '(?:are|were) (?:routinely |regularly )?tortured(?: or otherwise (?:mistreated|ill-treated))?',
  '(?:routinely|systematically|regularly) tortures?',
  'record (?:on|of) torture(?: and ill-treatment)?',
  'where a State tortures as a matter of routine',
  'documented (?:cases of )?torture',
  'governments? that routinely torture',
]
export const counterClaims = [
  'despite ... (?:government )?claims? that [^.;]{0,120}',
  'says? (?:that )?it is (?:successfully )?(?:addressing|tackling|dealing with) [^.;]{0,60}',
  '(?:has |have )?(?:said|claimed|insisted|maintained) (?:time and again |repeatedly )?that the problem [^.;]{0,80}',
  '(?:denies|denied|rejects?|rejected) (?:the |these |such )?(?:allegations?|reports?|accusations?)[^.;]{0,60}',
  'the government (?:denies|rejects) [^.;]{0,60}',
]
export const prosecutions = [
  '(?:several|many|other|a number of|numerous) (?:cases|prosecutions|trials) against [^.;]{0,160}(?:linked|connect(?:ed|ion)|because of)',
  '(?:several|many|other|numerous) (?:[^.,;]{0,30} )?(?:activists|associates|people|opponents|journalists)(?:,[^.;]{0,60},)? (?:were|have been|are being) prosecuted ... (?:on account of|because of|for) ',
  '(?:several|many|other|numerous) (?:associates|allies|supporters) of [^.;]{0,60}(?:have been|were|are being) (?:prosecuted|charged|arrested|pursued)',
  'prosecuted [^.;]{0,60}(?:other|several) associates',
]
const ask =
  '(?:calls? (?:up)?on|called (?:up)?on|urge[sd]?|demand(?:s|ed)? (?:that|of)|asks|asked|appeal(?:s|ed) to)'
export const demands = [
  `(?<by>{body}|{person})(?:,[^,]{0,40},)? (?:today )?${ask} (?<of>{stateActor}|{body}) (?<content>(?:not )?to \\w+)`,
  // What must not be done keeps its "not" in the content: without it the demand would say the opposite.
  '(?<of>{stateActor}|{body})(?:[^.,;]{0,10})? (?<content>(?:cannot and (?:should|must) not|(?:must|should) under no circumstances) \\w+)',
  '(?<of>{stateActor}|{body})(?:[^.,;]{0,10})? (?:must|should|ought to|needs to) (?<content>(?:not |never |immediately )?\\w+)',
  '(?<by>{person}|{body}|she|he) wants (?<of>{stateActor}) (?<content>to \\w+)',
  '(?<by>{body}|{person}) (?:demands|demanded|calls for|called for) (?<content>[\\w ]{3,40})',
  'the only [^.;]{0,40}course of action ... is (?<of>for {stateActor}) (?<content>to \\w+)',
  'one way is lawful and humane: (?<content>\\w+)',
]
export const assertions: readonly AssertionFrame[] = [
  {
    assertion: 'domestic-remedies-exhausted',
    patterns: [
      '(?:all|every) (?:domestic|national|internal|legal|available) (?:remed(?:y|ies)|avenues?|appeals?) ... (?:exhausted|used up)',
      '(?:exhausted|used up) (?:all |every )?(?:his |her |the )?(?:domestic |national |legal )?(?:remed(?:y|ies)|avenues|appeals)',
      'no (?:domestic |further |legal )?remed(?:y|ies)(?: in {state})? (?:is|are|remains?) (?:left|available|open)?',
      'no (?:domestic )?remedy is left',
    ],
  },
  {
    assertion: 'only-strasbourg-remains',
    patterns: [
      '(?:only|last|sole) (?:remaining )?(?:opportunity|remedy|hope|chance|possibility|way|avenue|recourse) ... (?:{body}|{place})',
      '(?:{place}|{body}) (?:is|for|remains) the (?:one|only|last) (?:place|resort|court|avenue|hope|instance)',
      'takes {place} for the one place',
    ],
  },
  {
    assertion: 'measure-obliges-halt-until-merits',
    patterns: [
      '(?:this |which |it |that )?(?:would|will) oblige {stateActor} to (?:halt|suspend|stop) ... (?:until|merits)[^.;]{0,60}',
      '{measures} ... (?:would|will) (?:force|oblige|compel|require) {stateActor} to (?:wait|halt|suspend|stop)[^.;]{0,80}',
    ],
  },
  {
    assertion: 'measure-obliges-the-state',
    patterns: [
      '{measures} (?:is|are) (?:legally )?binding',
      '{stateActor} is (?:bound|obliged) (?:by|to comply with) {measures}',
    ],
  },
  {
    assertion: 'state-may-not-return-to-risk',
    patterns: [
      '(?:legal )?obligation not to (?:return|send|extradite) \\w+',
      '(?:nobody|no one) may be (?:sent|returned|extradited)[^.;]{0,80}',
      "(?:would|will) (?:violate|breach) (?:{state}'s |its )?(?:international )?(?:legal )?obligations",
      'would breach what {state} owes under international law',
    ],
  },
  {
    assertion: 'strasbourg-needs-the-decree',
    patterns: ['(?:cannot|impossible to) ... {body} ... without (?:a copy of )?(?:the|that) (?:decree|decision)'],
  },
]
export const sources = [
  'according to (?:information (?:received|obtained) by (?<through>{body}) from )?(?<source>(?:\\w+ )?(?:(?:different|judicial|diplomatic|police|government|unnamed|several) )?sources|{person}|{body}|(?:the )?{demonym} (?:authorities|government|media|press|prosecutors?)|reports|his lawyer|her lawyer|counsel|(?:his|her|the) (?:lawyers?|family|relatives))',
  '(?<source>(?:more than one|several|different|judicial|diplomatic|unnamed) sources?)(?:,[^,]{0,40},)? (?:told|informed) (?<through>{body})',
  '(?<source>(?:judicial|diplomatic|police|government) sources) (?:said|say|confirmed)',
  'source: (?<source>{body}|{person})',
  '(?<source>{person}|{body}) told (?<through>{body})',
]
export const unpublished = [
  '(?:has|have|had) not (?:yet )?been (?:made public|published|notified|communicated)',
  'nothing had yet been published',
  'not yet (?:public|been published)',
  'has yet to be (?:published|made public)',
  '(?:kept|remains?) secret',
]
export const speech = {
  verbs:
    '(?:has |have |had )?(?:said|says|say|told|tells|stated|states|added|adds|warned|warns|declared|declares|explained|explains|answers|answered|holds|held that|reminds|reminded|writes|wrote|insisted|believes|noted|commented|recalls|recalled|argues|argued|speaks|spoke)',
  role: '(?: for it)?(?:[,;] (?:(?:his|her) field is )?(?<role>(?!(?:where|that|who|which|if|but|and|after|when|on|in|because|citing) )(?:an? |the )?[^“”".;:\\n–]{4,90}))',
}
export const anybody = [
  'anyone',
  'anybody',
  'nobody',
  'no one',
  'he or she',
  'those who',
  'a state',
  'governments that',
]
export const pronouns = ['he', 'him', 'his', 'she', 'her', 'they', 'them', 'their']
