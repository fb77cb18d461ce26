/**
 * What a text says beyond events: assurances, risk, the record of a State, demands, the law, and what is not yet
 * public. Pure.
 */
import { inside } from './annotate.ts'
import {
  fieldAt,
  findIn,
  modalityOf,
  nearest,
  personField,
  personFor,
  proposal,
  type Reading,
  type Sentence,
  wordsOf,
} from './context.ts'
import type { Field, Modality, Proposal, Voice } from './model.ts'
import type { Found } from './pattern.ts'
import { nameAt } from './speech.ts'
import type { Stretch } from './sentences.ts'

export function statementProposals(reading: Reading): readonly Proposal[] {
  return reading.sentences.flatMap((sentence, index) => [
    ...assurances(reading, sentence),
    ...risks(reading, sentence),
    ...records(reading, sentence, reading.sentences[index + 1]),
    ...prosecutions(reading, sentence),
    ...demands(reading, sentence),
    ...assertions(reading, sentence),
    ...unpublished(reading, sentence),
  ])
}

const stateField = (reading: Reading, at: Stretch | undefined): Field | undefined => {
  const state =
    at === undefined ? undefined : inside(reading.annotations, ['state', 'demonym'], at.start, at.end)[0]
  return state === undefined ? undefined : fieldAt(reading, state.value, state)
}

const assurances = (reading: Reading, sentence: Sentence): readonly Proposal[] =>
  findIn(reading, sentence, reading.grammar.assurances).map((found) => {
    const promised = promise(reading.text, found, sentence)
    const person = promised === undefined ? undefined : personFor(reading, sentence, promised, 'subject')
    return proposal(reading, sentence, {
      kind: 'assurance',
      at: promised === undefined ? found : { start: found.start, end: promised.end },
      modality: saidOrDenied(reading, sentence, found),
      reason: { kind: 'assurance' },
      fields: {
        offeredBy: stateField(reading, found.part('by')),
        claimedBy: stateField(reading, found.part('claimedBy')),
        ...(promised === undefined ? {} : { content: fieldAt(reading, wordsOf(reading, promised).text, promised) }),
        ...(person === undefined ? {} : { person: personField(reading, person) }),
      },
    })
  })

/** "… that he will not be ill-treated", right behind the word for assurances, in the languages that are read. */
const PROMISE = /^["'“”„«»]?\s+(?:that|de que|que|qu['’]|selon lesquelles|(?:в|о) том,? что|, что)\s*(?=\p{L})/iu

/** What was promised, where the text goes on to say it. */
function promise(text: string, found: Stretch, sentence: Sentence): Stretch | undefined {
  const lead = PROMISE.exec(text.slice(found.end, sentence.end))
  if (lead === null) return undefined
  const start = found.end + lead[0].length
  return { start, end: clauseEnd(text, { start, end: start + 1 }, sentence) }
}

const risks = (reading: Reading, sentence: Sentence): readonly Proposal[] =>
  findIn(reading, sentence, reading.grammar.risks).map((found) => {
    const harm = found.part('harm')
    const person = personFor(reading, sentence, found, 'subject')
    const state = inside(reading.annotations, ['state'], found.start, Math.min(sentence.end, found.end + 60))[0]
    return proposal(reading, sentence, {
      // "Would risk torture" is how a risk is told; it waits for no condition but the return itself.
      kind: 'risk',
      at: found,
      modality: saidOrDenied(reading, sentence, found),
      reason: { kind: 'risk' },
      fields: {
        ...(harm === undefined ? {} : { harm: fieldAt(reading, wordsOf(reading, harm).text.toLowerCase(), harm) }),
        ...(person === undefined ? {} : { person: personField(reading, person) }),
        ...(state === undefined ? {} : { state: fieldAt(reading, state.value, state) }),
      },
    })
  })

function saidOrDenied(reading: Reading, sentence: Sentence, found: Found): 'asserted' | 'denied' {
  return modalityOf(reading, sentence, found, false) === 'denied' ? 'denied' : 'asserted'
}

const records = (reading: Reading, sentence: Sentence, next: Sentence | undefined): readonly Proposal[] =>
  findIn(reading, sentence, reading.grammar.records).map((found) => {
    const counter =
      findIn(reading, sentence, reading.grammar.counterClaims).find(({ start }) => start !== found.start) ??
      (next === undefined ? undefined : findIn(reading, next, reading.grammar.counterClaims)[0])
    const state = nearest(reading, sentence, found, ['state', 'demonym'], 90)
    return proposal(reading, sentence, {
      kind: 'country-record',
      at: found,
      modality: saidOrDenied(reading, sentence, found),
      reason: { kind: 'country-record' },
      fields: {
        ...(state === undefined ? lastState(reading, sentence) : { state: fieldAt(reading, state.value, state) }),
        ...(counter === undefined
          ? {}
          : { counterClaim: fieldAt(reading, wordsOf(reading, counter).text, counter) }),
      },
    })
  })

function lastState(reading: Reading, sentence: Sentence): Readonly<Record<string, Field>> {
  const state = inside(reading.annotations, ['state'], Math.max(0, sentence.start - 400), sentence.start).at(-1)
  if (state === undefined || findIn(reading, sentence, reading.grammar.anybody).length > 0) return {}
  return {
    state: fieldAt(reading, state.value, state, { kind: 'state-before' }),
  }
}

const prosecutions = (reading: Reading, sentence: Sentence): readonly Proposal[] =>
  findIn(reading, sentence, reading.grammar.prosecutions).map((found) => {
    const state = nearest(reading, sentence, found, ['state', 'demonym'], 90)
    const link = inside(reading.annotations, ['person'], found.start, sentence.end).at(-1)
    return proposal(reading, sentence, {
      kind: 'linked-prosecutions',
      at: found,
      modality: modalityOf(reading, sentence, found),
      reason: { kind: 'linked-prosecutions' },
      fields: {
        ...(state === undefined ? {} : { state: fieldAt(reading, state.value, state) }),
        ...(link === undefined ? {} : { linkedTo: fieldAt(reading, `person-${Number(link.value) + 1}`, link) }),
      },
    })
  })

const demands = (reading: Reading, sentence: Sentence): readonly Proposal[] =>
  findIn(reading, sentence, reading.grammar.demands)
    .slice(0, 1)
    .map((found) => {
      const part = found.part('by')
      // "She wants": not a name, so the one who spoke last.
      const by =
        part !== undefined && inside(reading.annotations, ['person', 'body'], part.start, part.end).length > 0
          ? part
          : undefined
      const content = found.part('content')
      const of = found.part('of')
      const said = by !== undefined ? undefined : (sentence.speaker ?? lastSpeaker(reading, sentence))
      const rest =
        content === undefined
          ? undefined
          : { start: content.start, end: clauseEnd(reading.text, content, sentence) }
      return proposal(reading, sentence, {
        kind: 'demand',
        at: { start: found.start, end: rest?.end ?? found.end },
        modality: 'demanded',
        reason: { kind: 'demand' },
        fields: {
          ...(by === undefined ? {} : { by: fieldAt(reading, nameAt(reading, by), by) }),
          ...(said === undefined
            ? {}
            : {
                by: fieldAt(
                  reading,
                  said.name,
                  said.words,
                  said === sentence.speaker ? said.inferred : { kind: 'spoke-last' },
                ),
              }),
          ...(of === undefined ? {} : { of: stateField(reading, of) }),
          ...(rest === undefined ? {} : { content: fieldAt(reading, wordsOf(reading, rest).text, rest) }),
        },
      })
    })

function lastSpeaker(reading: Reading, sentence: Sentence): Voice | undefined {
  const place = reading.sentences.findIndex(({ start }) => start === sentence.start)
  return reading.sentences.slice(Math.max(0, place - 4), place).findLast(({ speaker }) => speaker !== undefined)
    ?.speaker
}

function clauseEnd(text: string, from: Stretch, sentence: Stretch): number {
  const stop = text.slice(from.start, sentence.end).search(/[,;.!?”"»]/u)
  return stop < 1 ? Math.max(from.end, sentence.start + 1) : Math.max(from.end, from.start + stop)
}

const assertions = (reading: Reading, sentence: Sentence): readonly Proposal[] =>
  reading.grammar.assertions.flatMap(({ assertion, patterns }) =>
    findIn(reading, sentence, patterns)
      .slice(0, 1)
      .map((found) =>
        proposal(reading, sentence, {
          kind: 'legal-assertion',
          at: found,
          modality: lawModality(reading, sentence, found),
          reason: { kind: 'legal-assertion' },
          fields: { asserts: fieldAt(reading, assertion, found) },
        }),
      ),
  )

function lawModality(reading: Reading, sentence: Sentence, found: Found): Modality {
  const modality = modalityOf(reading, sentence, found, false)
  return modality === 'demanded' || modality === 'possible' ? 'asserted' : modality
}

const unpublished = (reading: Reading, sentence: Sentence): readonly Proposal[] =>
  findIn(reading, sentence, reading.grammar.unpublished).map((found) =>
    proposal(reading, sentence, {
      kind: 'publication',
      at: found,
      modality: 'asserted',
      reason: { kind: 'publication' },
      fields: { state: fieldAt(reading, 'not-public', found) },
    }),
  )
