/** A sheet over a record told line by line, without any law: what a material makes of it. Not part of the product. */
import { answerOf, caseAt, precedentsAnswer, standingFor } from '../../casework/index.ts'
import { loadLaw, queryOf, type Vocabulary } from '../../law/index.ts'
import { type Audience, parseMoment } from '../../record/index.ts'
import { madrid, tell, type Teller } from '../../record/testing.ts'
import { sentencesOf } from '../paper/gate.ts'
import type { Block, PaperLanguage } from '../paper/model.ts'
import { Notebook } from '../paper/notebook.ts'
import type { Filled, Sheet } from './material.ts'

/** As much of the vocabulary as the records of the tests use. */
const vocabulary: Vocabulary = {
  'surrender-agreed': { en: 'government agrees to surrender', es: 'el Gobierno acuerda la entrega' },
  'assurances-given': { en: 'diplomatic assurances given', es: 'garantías diplomáticas' },
}

export interface SheetAsked {
  readonly language?: PaperLanguage
  readonly audience?: Exclude<Audience, 'desk'>
  readonly knownBy?: string
}

export function sheetFor(teller: Teller, asked: SheetAsked = {}): Sheet {
  const { language = 'en', audience = 'counsel', knownBy = '2014-02-19T09:00' } = asked
  const { law } = loadLaw([], vocabulary)
  if (law === undefined) throw new Error('An empty law could not be loaded.')
  const moment = parseMoment(knownBy, madrid)
  const opened = caseAt(law, teller.entries, () => ({ at: moment, knownBy: moment, audience }))
  const { standing, evaluated } = standingFor(opened)
  return {
    opened,
    language,
    notes: new Notebook(opened, language, new Set()),
    standing: answerOf(standing, evaluated, { law, view: opened.view, language }),
    precedents: precedentsAnswer([], queryOf(opened.situation), [], language),
  }
}

/** An event with a title of its own. */
export const happened = (
  teller: Teller,
  id: string,
  type: string,
  title: string,
  date: string,
  person = 'person',
): Teller =>
  teller
    .enter({ kind: 'event', event: { id, type, title, person } })
    .claim(id, 'date', date, { public: '2014-01-01' })

/** A record whose titles are plainly English. */
export const surrender = (): Teller =>
  happened(
    tell().document('letter'),
    'surrender',
    'surrender-agreed',
    'The Council of Ministers approves the surrender of the person',
    '2014-02-14',
  )

/** Everything a reader reads, one line a paragraph, an item or a row. */
export const readIn = ({ blocks }: Pick<Filled, 'blocks'>): string => blocks.flatMap(linesOf).join('\n')

const textOf = (text: readonly { readonly text: string }[]): string =>
  text.map((sentence) => sentence.text).join(' ')

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items.map(textOf)
  if (block.kind === 'fields') return block.rows.map(({ label, value }) => `${label}: ${textOf(value)}`)
  if (block.kind === 'table') return block.rows.map((row) => row.map(textOf).join(' | '))
  return [textOf(sentencesOf(block))]
}
