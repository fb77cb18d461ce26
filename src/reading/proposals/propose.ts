/**
 * Reads a text and proposes what a person may want to enter. Deterministic, without a network, and never an
 * exception. Pure.
 */
import { compare } from '../../record/index.ts'
import { annotate, type Annotation, shadowOf } from './annotate.ts'
import { fieldAt, personId, proposal, type Reading, wordsOf } from './context.ts'
import { eventProposals } from './events.ts'
import { factProposals } from './facts.ts'
import type { Grammar } from './grammar.ts'
import { grammars, languageOf } from './languages.ts'
import type { Proposal, ProposeOptions } from './model.ts'
import { lowerCase } from './pattern.ts'
import { findPersons } from './persons.ts'
import { sentencesOf } from './sentences.ts'
import { quotationsOf, speechProposals, withVoices } from './speech.ts'
import { statementProposals } from './statements.ts'

/** What lies beyond is not read for proposals; about 150 pages. The text itself is kept and searched whole. */
export const PROPOSAL_TEXT_CHARACTERS_MAX = 400_000

/**
 * The proposals of a text, in the order of their words. Every word in them stands in the text at its place;
 * nothing is added
 * from elsewhere. A text without a known language gives none.
 */
export function propose(text: string, options: ProposeOptions = {}): readonly Proposal[] {
  const read = text.slice(0, PROPOSAL_TEXT_CHARACTERS_MAX)
  const grammar = grammarOf(options.language ?? languageOf(read))
  if (grammar === undefined) return []
  const bare = readingOf(read, grammar, options.documentDate)
  const quotations = quotationsOf(bare)
  const { sentences, reported } = withVoices(bare, quotations)
  const reading: Reading = { ...bare, sentences }
  const found = [
    ...names(reading),
    ...factProposals(reading),
    ...eventProposals(reading),
    ...statementProposals(reading),
    ...speechProposals(reading, quotations, reported),
  ]
  return found.toSorted(
    (a, b) => a.words.start - b.words.start || a.words.end - b.words.end || compare(a.kind, b.kind),
  )
}

const grammarOf = (language: string | undefined): Grammar | undefined =>
  grammars.find((grammar) => grammar.language === language?.toLowerCase().split('-')[0])

function readingOf(text: string, grammar: Grammar, documentDate: string | undefined): Reading {
  const date =
    documentDate !== undefined && /^\d{4}-\d{2}-\d{2}/u.test(documentDate) ? documentDate.slice(0, 10) : undefined
  const first = annotate(text, grammar, date)
  const persons = findPersons(text, first.shadow, grammar, first.annotations)
  const named: Annotation[] = persons.flatMap(({ mentions }, index) =>
    mentions.map(({ start, end }) => ({ start, end, kind: 'person' as const, value: String(index) })),
  )
  const annotations = [...first.annotations, ...named].toSorted((a, b) => a.start - b.start)
  return {
    text,
    grammar,
    annotations,
    persons,
    documentDate: date,
    sentences: sentencesOf(text),
    shadow: shadowOf(lowerCase(text.replace(/[\uE000-\uF8FF]/gu, ' ')), annotations),
  }
}

/** Persons with all their mentions; bodies, States and places once each with theirs. */
function names(reading: Reading): readonly Proposal[] {
  const persons = reading.persons.flatMap(({ name, mentions }, index): Proposal[] => {
    const [first, ...others] = mentions
    if (first === undefined) return []
    const misspelt = mentions.find(({ how }) => how === 'spelt differently')
    const made = proposal(reading, undefined, {
      kind: 'person',
      at: first,
      modality: 'asserted',
      reason: others.length === 0 ? { kind: 'name' } : { kind: 'name-met', a: String(mentions.length) },
      fields: {
        name: fieldAt(
          reading,
          name,
          mentions.find((one) => reading.text.slice(one.start, one.end) === name) ?? first,
        ),
        ...(misspelt === undefined
          ? {}
          : {
              variant: fieldAt(reading, wordsOf(reading, misspelt).text, misspelt, { kind: 'spelt-differently' }),
            }),
      },
    })
    return [{ ...made, id: personId(index), mentions: others.map((one) => wordsOf(reading, one)) }]
  })
  return [...persons, ...(['body', 'state', 'place'] as const).flatMap((kind) => things(reading, kind))]
}

function things(reading: Reading, kind: 'body' | 'state' | 'place'): readonly Proposal[] {
  const kinds = kind === 'state' ? ['state', 'demonym'] : [kind]
  const byValue = new Map<string, Annotation[]>()
  for (const one of reading.annotations) {
    if (kinds.includes(one.kind)) byValue.set(one.value, [...(byValue.get(one.value) ?? []), one])
  }
  return [...byValue].flatMap(([value, all]) => {
    const first = all.find((one) => one.kind === kind) ?? all[0]
    if (first === undefined) return []
    const made = proposal(reading, undefined, {
      kind,
      at: first,
      modality: 'asserted',
      reason: { kind: `name-of-${kind}` },
      fields: { [kind]: fieldAt(reading, value, first) },
    })
    return [{ ...made, mentions: all.filter((one) => one !== first).map((one) => wordsOf(reading, one)) }]
  })
}
