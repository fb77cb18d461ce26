import type { RelationFrame, StatusFrame } from '../grammar.ts'

export const ages = [
  '(?<age>\\d{1,3})-years?-old',
  'aged (?<age>\\d{1,3})',
  '{person}, (?<age>\\d{1,2})(?=[,.])',
  '(?:is|was|turned|,) (?<age>\\d{1,2})(?: years? old|(?=, |\\.$| and ))',
  '(?<age>\\d{1,2}) years (?:old|of age)',
]

export const nationalities = [
  'nationals? of {state}',
  'citizens? of {state}',
  '{demonym} (?:national|citizen|passport holder)',
  '(?:has|holds?|have) (?:the )?(?:nationality|citizenship) of {state}',
  '(?:has|holds?) {demonym} (?:nationality|citizenship)',
  'of {demonym} (?:nationality|citizenship)',
  '{demonym} (?:refugee|businessman|banker|opposition (?:figure|leader|politician|activist|member)|journalist|lawyer|activist|dissident)(?= {person})',
]

export const statuses: readonly StatusFrame[] = [
  {
    status: 'asylum-seeker',
    patterns: [
      'asylum[- ]seekers?',
      '(?:has|had|have) (?:asked|applied to) {state} for asylum',
      '(?:has|had) (?:sought|applied for|asked for|requested) asylum',
      'is seeking asylum',
    ],
  },
  { status: 'refugee', patterns: ['(?:recogni[sz]ed )?(?:as a )?refugee(?: status)?(?! convention)'] },
  {
    status: 'detained',
    patterns: [
      '(?:is|was|has been|remains|remained) (?:currently |still |being )?(?:in (?:detention|custody|prison|jail|pre-trial detention)|held|detained|imprisoned|jailed|behind bars)',
      'held in (?:custody|detention|prison)',
      '(?:in|under) house arrest',
    ],
  },
  { status: 'released', patterns: ['(?:is|was|has been) (?:now )?(?:at liberty|free)'] },
  {
    status: 'opposition-figure',
    patterns: [
      'opposition (?:figure|leader|politician|activist|member)',
      '(?:belongs|belonged) to the opposition',
      'political opponent',
      'dissident',
      'critic of the (?:government|regime|president)',
    ],
  },
]

const link = '(?:links?|ties|connections?|association|relations?) (?:with|to)'

export const relations: readonly RelationFrame[] = [
  {
    relation: 'head of security',
    patterns: [
      "(?<b>{person})(?:'s)? (?:former )?(?:head of security|security chief|chief of security|security head)",
      '(?:former )?(?:head of security|security chief|chief of security|head of ... security) (?:of|for|to) (?:[^.,;]{0,60} )?(?<b>{person})',
      '(?<a>{person}) (?:ran|run|runs|headed|led) (?:his|her|the) security',
    ],
  },
  {
    relation: 'bodyguard',
    patterns: [
      "(?<b>{person})(?:'s)? (?:former )?(?:bodyguard|driver)",
      '(?:former )?(?:bodyguard|driver) (?:of|for|to) (?:[^.,;]{0,50} )?(?<b>{person})',
    ],
  },
  {
    relation: 'lawyer',
    patterns: [
      "(?<b>{person})(?:'s)? (?:lawyer|counsel|defence lawyer)",
      '(?:lawyer|counsel) (?:of|for|to) (?<b>{person})',
      '(?:represents|represented|defends) (?<b>{person})',
    ],
  },
  { relation: 'wife', patterns: ["(?<b>{person})(?:'s)? wife", 'wife of (?:[^.,;]{0,60} )?(?<b>{person})'] },
  { relation: 'husband', patterns: ["(?<b>{person})(?:'s)? husband", 'husband of (?<b>{person})'] },
  { relation: 'brother', patterns: ["(?<b>{person})(?:'s)? brother", 'brother of (?<b>{person})'] },
  { relation: 'daughter', patterns: ["(?<b>{person})(?:'s)? daughter", 'daughter of (?<b>{person})'] },
  {
    relation: 'associate',
    patterns: [
      '(?:close |former )?(?:associate|ally|aide|collaborator|confidant|supporter)s? of (?:[^.,;]{0,60} )?(?<b>{person})',
      "(?<b>{person})(?:'s)? (?:close |former )?(?:associate|ally|aide)(?!s)",
      `(?<a>{person})(?:'s)? ${link} (?:[^.,;]{0,60} )?(?<b>{person})`,
      `(?:his|her) ${link} (?:[^.,;]{0,60} )?(?<b>{person})`,
    ],
  },
]

export const durations = [
  'for (?:a number of|{years}) years',
  '(?:from|between) \\d{4} (?:to|and|until) \\d{4}',
  'for (?:a|one) year',
]
export const former = 'former|ex-|once|served|used to|ran'
