/** The first page of a State of which nothing is held yet: it asks what must be found out, and answers nothing. */
import { type Law, say } from '../law/index.ts'

/** The questions every State's pages must answer; they stand in the pack of the unknown State. */
const QUESTIONS = 'unknown.twelve-questions'

/** Which block an answer becomes, by the question's name. A question that is not here is told without one. */
const becomes: Readonly<Record<string, string>> = {
  treaty: 'a block `instrument` for the treaty, and a `binding` for each State with the day from which it is bound',
  person: 'a `bar` for whatever forbids surrender of a national, a refugee, an asylum seeker',
  'last-word': 'a `stage` for each decision, with who decides `next`',
  dates: 'the `starts` of each `term`: the event, and which `moment` of it counts',
  remedies: 'a `remedy` and its `term` for each way of appeal, with its `calendar`',
  effects: 'the `effects` of each remedy, with the norm that says so',
  asylum: 'a `track` of its own with stages and remedies, and a `bar` while it is pending if the law says so',
  'state-clocks': 'a `term` with `direction: state` for each, with what pauses and what ends it',
  'new-evidence': 'a `remedy` of kind `review`',
  'treaty-bodies': 'a `binding` for each treaty, on the page of its parties',
  'closing-days': 'the `calendar` below, with its holidays',
  practice: 'words on this page, with the source of each case; never a number that looks like a rule',
}

/**
 * The page for a State by its two letters, such as `XK`. Loads as it stands, and every statement in it is
 * unverified.
 */
export function packTemplate(law: Law, state: string): string {
  const code = state.toLowerCase()
  const questions = law.blocks.test.find(({ test }) => test === QUESTIONS)?.factors ?? []
  return [
    head(state, code),
    ...questions.map((q) => question(q.factor, say(q.title, 'en'), say(q.needs, 'en'))),
    blocks(state, code, questions),
  ].join('\n')
}

const head = (state: string, code: string): string => `---
pack: ${code}.removal
title: "${state}: removal (nothing answered yet)"
jurisdiction: ${state}
assume: [sending-state=${state}]
---
# ${state}: removal

Nothing on this page has been read in the law of ${state} yet. Below are the twelve questions that decide most cases, each with what
answers it and the block that its answer becomes. law/README.md describes the blocks; law/es is a finished example.
Write what you have read, say how you checked it (\`checked: official\`, \`secondary\` or \`unverified\`), add examples, and run
\`./forestay law check law/${code}\`.

`

const question = (name: string, title: string, needs: string): string => `# ${title}

What answers it: ${needs}.
${becomes[name] === undefined ? '' : `The answer becomes ${becomes[name]}.\n`}
*Not answered yet.*
`

interface Asked {
  readonly factor: string
  readonly title: { readonly en: string; readonly es?: string | undefined }
  readonly needs: { readonly en: string; readonly es?: string | undefined }
}

const blocks = (
  state: string,
  code: string,
  questions: readonly Asked[],
): string => `# What this page says until then

The questions, so that they are asked in every case; one stage, to show how a stage and its examples look; a track, a court and a
calendar to build on.

\`\`\`yaml
instrument: ${code}.domestic-law
title: {en: "the law of ${state} on extradition and removal (not read yet)", es: "el derecho de ${state} sobre extradición y expulsión (aún no leído)"}
short: law of ${state}
kind: statute
jurisdiction: ${state}
official: "none: to be found"
checked: unverified
note: nothing was read yet
---
test: ${code}.twelve-questions
question: {en: "What must be found out about ${state}", es: "Qué hay que averiguar sobre ${state}"}
norm: {instrument: ${code}.domestic-law, article: whole, checked: unverified}
factors:
${questions.map(factor).join('\n')}
---
calendar: ${code}.civil
title: {en: "${state}: every day counts (assumption)", es: "${state}: cuentan todos los días (supuesto)"}
zone: UTC
versions:
  - weekdaysOff: []
    monthsStandStill: []
    norm: {instrument: ${code}.domestic-law, article: time limits, checked: unverified, note: "an assumption on the safe side: nothing lengthens a time limit"}
---
body: ${code}.court
title: {en: "The competent court in ${state} (ask which)", es: "El tribunal competente en ${state} (preguntar cuál)"}
jurisdiction: ${state}
strength: domestic-court
---
track: ${code}.removal
title: {en: "Removal from ${state}", es: "Entrega desde ${state}"}
jurisdiction: ${state}
applies: [{fact: sending-state, is: ${state}}]
question: {en: "What has happened in ${state} so far? Then answer the twelve questions (law show ${code}.twelve-questions).", es: "¿Qué ha ocurrido hasta ahora en ${state}? Después, responder a las doce preguntas (law show ${code}.twelve-questions)."}
domestic: true
---
stage: ${code}.removal.requested
track: ${code}.removal
order: 10
title: {en: Extradition requested, es: Extradición solicitada}
norm: {instrument: ${code}.domestic-law, article: request, checked: unverified}
reached: [extradition-requested]
examples:
  - {title: requested, at: 2014-02-01, given: [extradition-requested 2014-01-20], expect: true}
  - {title: shown not to have been, at: 2014-02-01, given: [no extradition-requested], expect: false}
  - {title: not recorded, at: 2014-02-01, given: [], expect: unknown}
\`\`\`
`

const label = ({ en, es }: Asked['title']): string =>
  `{en: ${JSON.stringify(en)}${es === undefined ? '' : `, es: ${JSON.stringify(es)}`}}`

const factor = (asked: Asked): string => `  - factor: ${asked.factor}
    title: ${label(asked.title)}
    needs: ${label(asked.needs)}
    checked: unverified`
