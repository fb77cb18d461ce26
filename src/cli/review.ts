/** `./forestay review`: a person decides about the proposals of a document, one by one. */
import { z } from 'zod'
import {
  type Decision,
  DecisionError,
  decisionOn,
  type LinkedProposal,
  type Paper,
  proposalAnswer,
  readingNameOf,
  reviewOf,
  waitingIn,
} from '../casework/index.ts'
import { ComposeError, openData, ORGANISATION } from '../compose.ts'
import { minuteOf } from '../platform/index.ts'
import {
  type Body,
  type DocumentThing,
  isoMinute,
  nearest,
  type RecordState,
  sameFor,
  viewOf,
} from '../record/index.ts'
import type { Store } from '../store/index.ts'
import { actorOf } from './act.ts'
import { type Command, type Context, needPositionals, optionText } from './command.ts'
import { proposalText } from './proposal-text.ts'
import { readFileText } from './reading-text.ts'
import { stateOf } from './stored-case.ts'

export const ReviewAnswer = z.strictObject({
  case: z.string(),
  document: z.string(),
  by: z.string(),
  accepted: z.number(),
  corrected: z.number(),
  refused: z.number(),
  /** Decided and then decided the other way round. */
  takenBack: z.number(),
  /** Still waiting for a decision. */
  open: z.number(),
})
type Answer = z.infer<typeof ReviewAnswer>

export const command: Command = {
  name: 'review',
  summary: {
    en: 'accept, correct or refuse what a document proposes',
    es: 'acepta, corrige o rechaza lo que propone un documento',
  },
  usage: ['review CASE DOCUMENT --by NAME'],
  about: {
    en: 'One proposal after another: a accepts, c corrects, r refuses, u takes the last answer back, s leaves it for later, q ends. Each answer is kept at once, under your name, with the words it rests on. What is conditional, planned or demanded is shown and cannot become an event.',
    es:
      'Una propuesta tras otra: a acepta, c corrige, r rechaza, u deshace la última respuesta, s la ' +
      'deja para después, q termina. Cada respuesta se guarda enseguida, con su nombre y con las ' +
      'palabras en que se apoya. Lo condicional, previsto o exigido se muestra y no puede convertirse en un hecho.',
  },
  options: {
    by: {
      value: 'NAME',
      about: { en: 'who decides (default: FORESTAY_NAME)', es: 'quién decide (por defecto: FORESTAY_NAME)' },
    },
    data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
  },
  examples: ['review pavlov-2014 press-item-retelling --by "Name of the person"'],
  async run(context, args) {
    const [caseId = '', documentId = ''] = needPositionals(args, ['CASE', 'DOCUMENT'])
    const by = actorOf(context, args)
    const { platform, root, env } = context
    const store = await openData({ platform, root, env, dataFolder: optionText(args, 'data') })
    try {
      const answer = await new Review(context, store, caseId, by).run(documentId)
      if (context.json) context.out.json(answer)
      else print(context, answer)
      return 0
    } finally {
      await store.close()
    }
  },
}

const answerKeys: ReadonlySet<string> = new Set(['a', 'c', 'r', 'u', 's', 'q'])

class Review {
  readonly #context: Context
  readonly #store: Store
  readonly #caseId: string
  readonly #by: string

  constructor(context: Context, store: Store, caseId: string, by: string) {
    this.#context = context
    this.#store = store
    this.#caseId = caseId
    this.#by = by
  }

  async run(documentId: string): Promise<Answer> {
    const { out, json, language, platform } = this.#context
    let state = await stateOf(this.#store, this.#caseId)
    const document = documentOf(state, documentId)
    const paper = await this.#paperOf(document)
    const now = minuteOf(platform.clock)
    const view = viewOf(state, { knownBy: now, audience: 'desk' })
    let reviewed = reviewOf({ state, view }, paper)
    const answer: Answer = {
      case: this.#caseId,
      document: documentId,
      by: this.#by,
      accepted: 0,
      corrected: 0,
      refused: 0,
      takenBack: 0,
      open: 0,
    }
    const waiting = waitingIn(reviewed)
    let decided: Decided | undefined
    answer.open = waiting.length
    const all = reviewed.all.map((one) => proposalAnswer(one, language))
    for (const [index, one] of waiting.entries()) {
      const told = proposalText(proposalAnswer(one, language), all, language)
      if (!json) out.paragraph(`${index + 1}/${waiting.length} ${told}`)
      let decision = await this.#ask(one, language)
      while (decision === 'back') {
        state = await this.#takeBack(state, decided, isoMinute(state.zone, now))
        reviewed = { ...reviewed, state }
        if (decided !== undefined) answer[decided.counted] -= 1
        answer.takenBack += decided === undefined ? 0 : 1
        decided = undefined
        decision = await this.#ask(one, language)
      }
      if (decision === 'end') break
      if (decision === 'later') continue
      try {
        const bodies = decisionOn(reviewed, one.proposal, decision, isoMinute(state.zone, now))
        state = await this.#enter(state, bodies)
        reviewed = { ...reviewed, state }
        decided = { bodies, counted: counted[decision.decision] }
      } catch (error) {
        if (!(error instanceof DecisionError)) throw error
        if (!json) out.paragraph(error.said.what[language], 2)
        continue
      }
      answer[counted[decision.decision]] += 1
      answer.open -= 1
    }
    return answer
  }

  async #ask({ links }: LinkedProposal, language: 'en' | 'es'): Promise<Decision | 'back' | 'later' | 'end'> {
    const { prompt } = this.#context.platform
    const question =
      language === 'es'
        ? 'a acepta, c corrige, r rechaza, u deshace la anterior, s después, q fin: '
        : 'a accept, c correct, r refuse, u take the last one back, s later, q end: '
    let typed: string | undefined
    // A slip of the finger passes nothing over.
    do typed = (await prompt.line(question))?.trim().toLowerCase()
    while (typed !== undefined && !answerKeys.has(typed))
    if (typed === undefined || typed === 'q') return 'end'
    if (typed === 'u') return 'back'
    const known = links.find(({ kind }) => kind === 'same-event' || kind === 'rival-date')?.to
    const shared = { by: this.#by, language, ...(known === undefined ? {} : { sameAs: known }) }
    if (typed === 'a') return { decision: 'accept', ...shared }
    if (typed === 'r') {
      const because = (await prompt.line(language === 'es' ? '¿Por qué? ' : 'Why? '))?.trim()
      return { decision: 'refuse', ...shared, ...(because === undefined || because === '' ? {} : { because }) }
    }
    if (typed !== 'c') return 'later'
    const value = (await prompt.line(language === 'es' ? 'En su lugar: ' : 'Instead: '))?.trim()
    return value === undefined || value === '' ? 'later' : { decision: 'correct', value, ...shared }
  }

  /** Nothing is erased: a later position says the opposite. */
  async #takeBack(state: RecordState, decided: Decided | undefined, learned: string): Promise<RecordState> {
    const { out, json, language } = this.#context
    const es = language === 'es'
    if (decided === undefined) {
      if (!json) out.paragraph(es ? 'No hay nada que deshacer.' : 'There is nothing to take back.', 2)
      return state
    }
    const bodies = decided.bodies.flatMap((body): Body[] => {
      if (body.kind !== 'position') return []
      const stance = body.position.stance === 'refused' ? 'accepted' : 'refused'
      const because = es ? 'Se deshizo al revisar.' : 'Taken back during the review.'
      return [
        {
          kind: 'position',
          position: { ...body.position, id: `${body.position.id}.taken-back`, stance, because, learned },
        },
      ]
    })
    const next = await this.#enter(state, bodies)
    if (!json) out.paragraph(es ? 'Deshecho: ahora vale lo contrario.' : 'Taken back: the opposite holds now.', 2)
    return next
  }

  async #enter(state: RecordState, bodies: readonly Body[]): Promise<RecordState> {
    const key = { org: ORGANISATION, case: this.#caseId }
    await this.#store.append(key, { by: this.#by, bodies }, state.lastSequence)
    return stateOf(this.#store, this.#caseId)
  }

  async #paperOf(document: DocumentThing): Promise<Paper> {
    const { id, sha256 } = document
    const bytes =
      sha256 === undefined
        ? undefined
        : await this.#store.getOriginal({ org: ORGANISATION, case: this.#caseId }, sha256)
    if (bytes === undefined) {
      throw new ComposeError(
        { en: `The original of "${id}" is not held.`, es: `El original de «${id}» no está guardado.` },
        { en: 'There is nothing to read.', es: 'No hay nada que leer.' },
        { en: 'Keep it first with ./forestay add.', es: 'Guárdelo antes con ./forestay add.' },
      )
    }
    const read = await readFileText(bytes, readingNameOf(document), this.#context.language)
    if (read.status === 'read') {
      const { text, language, sent } = read
      return { document, text, language, sent }
    }
    throw new ComposeError(
      { en: `"${id}" could not be read.`, es: `«${id}» no se pudo leer.` },
      sameFor(read.reason),
      {
        en: 'The document is kept; enter its claims by hand.',
        es: 'El documento está guardado; anote sus afirmaciones a mano.',
      },
    )
  }
}

/** The last answer of this sitting. */
interface Decided {
  readonly bodies: readonly Body[]
  readonly counted: 'accepted' | 'corrected' | 'refused'
}

const counted = { accept: 'accepted', correct: 'corrected', refuse: 'refused' } as const

function documentOf(state: RecordState, id: string): DocumentThing {
  const found = state.documents.get(id)
  if (found !== undefined) return found
  const near = nearest(id, [...state.documents.keys()])
  throw new ComposeError(
    { en: `There is no document "${id}" in this case.`, es: `En este caso no hay ningún documento «${id}».` },
    {
      en: 'Proposals come from a document that the case holds.',
      es: 'Las propuestas salen de un documento que tenga el caso.',
    },
    near === undefined
      ? { en: 'Keep one first with ./forestay add.', es: 'Guarde antes uno con ./forestay add.' }
      : { en: `Did you mean "${near}"?`, es: `¿Quería decir «${near}»?` },
  )
}

function print({ out, language }: Context, { accepted, corrected, refused, takenBack, open, by }: Answer): void {
  const back = takenBack === 0 ? '' : language === 'es' ? `, ${takenBack} deshechas` : `, ${takenBack} taken back`
  out.paragraph(
    language === 'es'
      ? `${accepted} aceptadas, ${corrected} corregidas, ${refused} rechazadas${back} por ${by}; quedan ${open}.`
      : `${accepted} accepted, ${corrected} corrected, ${refused} refused${back} by ${by}; ${open} wait.`,
  )
}
