import { z } from 'zod'
import { type PersonProposal, personsOf, proposeSame, reasonText, type RecordPerson } from '../people/index.ts'
import { askedCase, timeOptions, timesText } from './case-options.ts'
import type { Command, Language } from './command.ts'

export const PeopleListAnswer = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** As printed by the sources. */
      names: z.array(z.string()),
      /** Docket, application and urgent-action numbers. */
      numbers: z.array(z.string()),
      same: z.array(z.strictObject({ id: z.string(), name: z.string(), by: z.string(), because: z.string() })),
    }),
  ),
  proposals: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      verdict: z.enum(['same', 'ask']),
      /** Of the names alone, 0 to 1. */
      score: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
})
type Answer = z.infer<typeof PeopleListAnswer>

export const command: Command = {
  name: 'people',
  summary: {
    en: 'the persons of a case with all their names, and who may be the same',
    es: 'las personas de un caso con todos sus nombres, y quiénes pueden ser la misma',
  },
  usage: ['people CASE [--known-by TIME] [--audience desk|counsel|public]'],
  about: {
    en: 'Pairs are proposals from numbers and names; nothing is merged until somebody says so with ./forestay same. Pairs somebody has judged are not proposed again.',
    es: 'Los pares son propuestas a partir de números y nombres; nada se une hasta que alguien lo diga con ./forestay same. Los pares ya juzgados no se proponen de nuevo.',
  },
  options: timeOptions,
  examples: ['people examples/pavlov-2014'],
  async run(context, args) {
    const { out, language, json } = context
    const asked = await askedCase(context, args)
    const persons = personsOf(asked.opened.view)
    const answer: Answer = {
      people: persons.map(lineOf),
      proposals: proposeSame(asked.opened.view, persons).flatMap((proposal) => proposalOf(proposal, language)),
    }
    if (json) {
      out.json(answer)
      return 0
    }
    const es = language === 'es'
    out.title(es ? 'Personas' : 'People')
    out.paragraph(timesText(asked, language))
    for (const person of answer.people) {
      out.heading(`${person.name} (${person.id})`)
      if (person.names.length > 1) out.paragraph(person.names.join(' · '), 2)
      if (person.numbers.length > 0) out.paragraph(`${es ? 'números' : 'numbers'}: ${person.numbers.join(', ')}`, 2)
      for (const one of person.same) out.paragraph(`= ${one.name} (${one.id}): ${one.because} – ${one.by}`, 2)
    }
    out.heading(es ? '¿La misma persona?' : 'The same person?')
    if (answer.proposals.length === 0) out.paragraph(es ? 'Nada que preguntar.' : 'Nothing to ask.', 2)
    out.list(
      answer.proposals.map(
        ({ a, b, verdict, reasons }) => `${a} = ${b}${marks[verdict][language]}: ${reasons.join('; ')}`,
      ),
      { indent: 2 },
    )
    return 0
  },
}

const marks: Readonly<Record<'same' | 'ask', Readonly<Record<Language, string>>>> = {
  same: { en: ' (proposed)', es: ' (propuesta)' },
  ask: { en: ' (question)', es: ' (pregunta)' },
}

const lineOf = ({ id, title, names, identifiers, merged }: RecordPerson): Answer['people'][number] => ({
  id,
  name: title,
  names: names.map(({ text }) => text),
  numbers: [...(identifiers ?? [])],
  same: merged.map((one) => ({ id: one.id, name: one.title, by: one.by, because: one.because })),
})

function proposalOf({ a, b, comparison }: PersonProposal, language: Language): Answer['proposals'] {
  const { verdict, score, reasons } = comparison
  if (verdict === 'apart') return []
  const rounded = Math.round(score * 1000) / 1000
  return [{ a, b, verdict, score: rounded, reasons: reasons.map((reason) => reasonText(reason, language)) }]
}
