import { z } from 'zod'
import {
  atomWords,
  type Conclusion,
  evaluateCase,
  type Explanation,
  explain,
  normText,
  remedyState,
  say,
  settlingSets,
  statusWord,
  suggestion,
  valueWord,
} from '../law/index.ts'
import type { OpenCase } from '../casework/index.ts'
import { knownFrom } from '../record/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import { type Command, type Context, type Language, optionOn } from './command.ts'
import { UsageError } from './errors.ts'
import type { Printer } from './output.ts'

/** One step of an explanation, as `why --json` prints it. */
export interface WhyStep {
  value: string
  role: string
  id?: string | undefined
  text: string
  norms: string[]
  evidence: string[]
  because?: string | undefined
  parts: WhyStep[]
}
const Step: z.ZodType<WhyStep> = z.lazy(() =>
  z.strictObject({
    value: z.string(),
    role: z.string(),
    id: z.string().optional(),
    text: z.string(),
    norms: z.array(z.string()),
    evidence: z.array(z.string()),
    because: z.string().optional(),
    parts: z.array(Step),
  }),
)

export const WhyAnswer = z.strictObject({
  conclusion: z.string(),
  title: z.string(),
  value: z.string(),
  status: z.string().nullable(),
  because: Step,
  /** The smallest sets of facts that would settle it, or, with --not, make it otherwise. */
  settledBy: z.array(z.strictObject({ result: z.string(), facts: z.array(z.string()) })),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      speaker: z.string(),
      said: z.string().nullable(),
      document: z.string(),
      address: z.string().nullable(),
      words: z.string().nullable(),
      what: z.string(),
    }),
  ),
})

export const command: Command = {
  name: 'why',
  summary: {
    en: 'the norm, the evidence and the exceptions behind a conclusion',
    es: 'la norma, la prueba y las excepciones de una conclusión',
  },
  usage: ['why CASE CONCLUSION [--not] [--at TIME] [--known-by TIME]'],
  about: {
    en: 'CONCLUSION is a name from the standing: a remedy, duty, bar, stage, rule, or a part of one such as es.suplica.opened. With --not: why it is not so, and what would have to be learned.',
    es: 'CONCLUSION es un nombre de la situación: un recurso, deber, obstáculo, fase, regla, o una parte, como es.suplica.opened. Con --not: por qué no es así y qué habría que averiguar.',
  },
  options: {
    not: { about: { en: 'why not, with everything looked at', es: 'por qué no, con todo lo examinado' } },
    ...timeOptions,
  },
  examples: ['why examples/pavlov-2014 es.asylum-appeal.urgent-stay --known-by 2014-02-19T09:00'],
  async run(context, args) {
    const asked = await askedCase(context, args, ['CASE', 'CONCLUSION'])
    const answer = whyAnswer(asked.opened, args.positionals[1] ?? '', optionOn(args, 'not'), context.language)
    if (context.json) context.out.json(answer)
    else print(context, answer, timesText(asked, context.language))
    return 0
  },
}

const suffixes = ['', '.open', '.binds', '.applies', '.running'] as const

function whyAnswer(
  { law, situation, view }: OpenCase,
  name: string,
  not: boolean,
  language: Language,
): z.infer<typeof WhyAnswer> {
  const evaluated = evaluateCase(law, situation)
  const { conclusions } = law.compiled
  const remedy = law.remedies.has(name) ? remedyState(evaluated, name) : undefined
  const wanted =
    remedy?.status === 'used_pending' ? `${name}.pending` : remedy?.status === 'lapsed' ? `${name}.lapsed` : name
  const conclusion = suffixes
    .map((suffix) => conclusions.get(wanted + suffix))
    .find((c): c is Conclusion => c !== undefined)
  if (conclusion === undefined) {
    const near = suggestion(name, [...law.remedies.keys(), ...conclusions.keys()])
    throw new UsageError(
      { en: `nothing is called "${name}"`, es: `nada se llama "${name}"` },
      {
        en: near === '' ? 'the names stand in brackets in the standing' : near.trim(),
        es: near === '' ? 'los nombres están entre corchetes en la situación' : near.trim(),
      },
    )
  }
  const explanation = explain(evaluated, conclusion.id, { full: not })
  if (explanation === undefined) throw new Error(`${conclusion.id} has no explanation`)
  const step = (part: Explanation): WhyStep => ({
    value: part.value,
    role: part.role,
    id: part.id,
    norms: part.norms.map((n) => normText(law, n, language)),
    evidence: [...part.evidence],
    because: part.because,
    text:
      part.atom !== undefined
        ? atomWords(law, part.atom, language)
        : part.title !== undefined
          ? say(part.title, language)
          : part.role,
    parts: part.parts.map(step),
  })
  const root = step(explanation)
  const ids = new Set<string>()
  const collect = (part: WhyStep): void => {
    part.evidence.forEach((e) => ids.add(e))
    part.parts.forEach(collect)
  }
  collect(root)
  return {
    conclusion: conclusion.id,
    title: say(conclusion.title, language),
    value: explanation.value,
    status: remedy === undefined ? null : remedy.status,
    because: root,
    settledBy: settlingSets(evaluated, conclusion.id)
      .slice(0, 8)
      .map((set) => ({
        result: set.result,
        facts: set.answers.map((a) => `${atomWords(law, a.atom, language)}: ${valueWord(a.value, language)}`),
      })),
    claims: [...ids].map((id) => claimLine(view, id)).filter((c) => c !== undefined),
  }
}

/** Who said it, where, in which words. */
export function claimLine(
  view: OpenCase['view'],
  id: string,
): z.infer<typeof WhyAnswer>['claims'][number] | undefined {
  const claim = view.claims.get(id)
  if (claim === undefined) {
    const list = view.completeness.find((c) => c.id === id)
    return list === undefined
      ? undefined
      : { id, speaker: list.by, said: null, document: '', address: null, words: null, what: list.because }
  }
  const document = view.documents.get(claim.document)
  // The desk knew its own act on the day; a paper that reported it later must not date its knowledge.
  const saidLater = claim.said !== undefined && knownFrom(claim.said, view.zone) > view.knownBy
  return {
    id,
    speaker: view.entities.get(view.identity.canonical.get(claim.speaker) ?? claim.speaker)?.name ?? claim.speaker,
    said: saidLater ? null : (claim.said ?? null),
    document: document?.title ?? claim.document,
    address: document?.address ?? null,
    words: claim.place?.quote ?? null,
    what: `${view.events.get(claim.subject)?.event.title ?? claim.subject}: ${claim.property} = ${String(claim.value)}`,
  }
}

const roleWords: Record<string, readonly [string, string]> = {
  exception: ['exception', 'excepción'],
  against: ['against', 'en contra'],
  any: ['any of', 'alguno de'],
}

function print({ out, language }: Context, answer: z.infer<typeof WhyAnswer>, times: string): void {
  const es = language === 'es'
  out.title(answer.title)
  out.paragraph(times)
  out.blank()
  const status =
    answer.status === null
      ? ''
      : `; ${es ? 'estado' : 'status'}: ${statusWord(answer.status as Parameters<typeof statusWord>[0], language)}`
  out.paragraph(
    `${answer.conclusion}: ${valueWord(answer.value as Parameters<typeof valueWord>[0], language)}${status}`,
  )
  out.heading(es ? 'Porque' : 'Because')
  for (const part of answer.because.parts) printStep(out, part, 2, language, answer.title)
  if (answer.settledBy.length > 0) {
    out.heading(es ? 'Lo aclararía' : 'What would settle it')
    out.list(
      answer.settledBy.map(
        (s) =>
          `${s.facts.join(es ? '; y ' : '; and ')} → ${valueWord(s.result as Parameters<typeof valueWord>[0], language)}`,
      ),
      { indent: 2 },
    )
  }
  if (answer.claims.length > 0) {
    out.heading(es ? 'Fuentes' : 'Evidence')
    for (const claim of answer.claims) {
      out.paragraph(
        `[${claim.id}] ${claim.speaker}${claim.said === null ? '' : `, ${claim.said}`}: ${claim.what}`,
        2,
      )
      if (claim.words !== null) out.paragraph(`“${claim.words}”`, 4)
      if (claim.document !== '')
        out.paragraph(`${claim.document}${claim.address === null ? '' : ` – ${claim.address}`}`, 4)
    }
  }
}

/** Claims named beside a step; all of them stand under "Evidence". */
const idsMax = 3

function printStep(out: Printer, step: WhyStep, indent: number, language: Language, above = ''): void {
  // A rule inside a conclusion of the same name adds nothing to read: go on with what it rests on.
  if (step.text === above && step.parts.length > 0) {
    for (const part of step.parts) printStep(out, part, indent, language, above)
    return
  }
  const role = roleWords[step.role]?.[language === 'es' ? 1 : 0]
  const more = step.evidence.length > idsMax ? ', …' : ''
  const evidence = step.evidence.length === 0 ? '' : ` [${step.evidence.slice(0, idsMax).join(', ')}${more}]`
  const because = step.because === undefined ? '' : ` (${step.because})`
  const value = valueWord(step.value as Parameters<typeof valueWord>[0], language)
  out.paragraph(`- ${role === undefined ? '' : `${role}: `}${step.text}: ${value}${because}${evidence}`, indent)
  if (step.norms.length > 0) out.paragraph(step.norms.join('; '), indent + 2)
  for (const part of step.parts) printStep(out, part, indent + 2, language, step.text)
}
