/** The labelled texts, and what of them the reader finds. One line each: kind and what it is about. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import {
  type Proposal,
  type ProposalKind,
  type ProposalLanguage,
  propose,
} from '../../src/reading/proposals/index.ts'

const Labelled = z.array(
  z.strictObject({
    id: z.string(),
    half: z.enum(['tuning', 'held-out']),
    date: z.string(),
    text: z.string(),
    expect: z.array(z.string()),
  }),
)
export type LabelledText = z.infer<typeof Labelled>[number] & { readonly language: ProposalLanguage }
export type Half = LabelledText['half']

const files: Readonly<Record<ProposalLanguage, string>> = {
  en: 'english.yaml',
  es: 'spanish.yaml',
  fr: 'french.yaml',
  ru: 'russian.yaml',
}

/** @param folder where the labelled texts lie, with a slash at its end */
export async function labelledTexts(folder: URL): Promise<readonly LabelledText[]> {
  const lists = (['en', 'es', 'fr', 'ru'] as const).map(async (language) => {
    const read = Labelled.parse(
      parse(await readFile(new URL(files[language], folder), 'utf8'), { schema: 'failsafe' }),
    )
    return read.map((one) => ({ ...one, language }))
  })
  return (await Promise.all(lists)).flat()
}

/** `event surrender-agreed asserted 2014-02-14`, `person Aleksandr Pavlov`, `demand`. */
export function keyOf({ kind, modality, fields }: Proposal): string {
  const value = (name: string): string => String(fields[name]?.value ?? '-')
  const about: Readonly<Record<ProposalKind, string>> = {
    person: value('name'),
    body: value('body'),
    state: value('state'),
    place: value('place'),
    age: value('age'),
    nationality: value('state'),
    status: value('status'),
    relation: value('relation'),
    event: `${value('type')} ${modality} ${value('date')}`,
    assurance: value('offeredBy'),
    risk: value('harm'),
    'country-record': value('state'),
    'linked-prosecutions': value('state'),
    demand: '',
    quotation: value('speaker'),
    'legal-assertion': `${value('asserts')} ${modality}`,
    source: value('source'),
    publication: '',
  }
  return `${kind} ${about[kind]}`.trim()
}

export interface Count {
  readonly right: number
  /** Proposed, and not in the labels. */
  readonly wrong: readonly string[]
  /** In the labels, and not proposed. */
  readonly missed: readonly string[]
}

export function countOf(text: LabelledText): Count {
  const proposed = propose(text.text, { language: text.language, documentDate: text.date }).map(keyOf)
  const open = [...text.expect]
  const wrong: string[] = []
  for (const key of proposed) {
    const at = open.findIndex((expected) => expected.toLowerCase() === key.toLowerCase())
    if (at < 0) wrong.push(key)
    else open.splice(at, 1)
  }
  return { right: proposed.length - wrong.length, wrong, missed: open }
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

/** By kind of proposal, and `all` of them. */
export function scores(texts: readonly LabelledText[]): ReadonlyMap<string, Score> {
  const tally = new Map<string, { right: number; wrong: number; missed: number }>()
  const add = (key: string, what: 'right' | 'wrong' | 'missed'): void => {
    for (const name of ['all', key.split(' ')[0] ?? key]) {
      const sum = tally.get(name) ?? { right: 0, wrong: 0, missed: 0 }
      sum[what] += 1
      tally.set(name, sum)
    }
  }
  for (const text of texts) {
    const { wrong, missed } = countOf(text)
    const missing = [...missed]
    for (const key of text.expect) {
      const at = missing.indexOf(key)
      if (at >= 0) missing.splice(at, 1)
      else add(key, 'right')
    }
    for (const key of wrong) add(key, 'wrong')
    for (const key of missed) add(key, 'missed')
  }
  return new Map(
    [...tally].map(([name, { right, wrong, missed }]) => [
      name,
      {
        precision: right + wrong === 0 ? 1 : right / (right + wrong),
        recall: right + missed === 0 ? 1 : right / (right + missed),
        right,
        wrong,
        missed,
      },
    ]),
  )
}
