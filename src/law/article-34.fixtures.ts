/** Stories for the question of article 34, each with all that is to be said of it. */
import { parseMoment } from '../record/index.ts'
import { article34, type Article34Question, type Article34Value } from './article-34.ts'
import type { Reason } from './article-34-reasons.ts'
import { readStoryLines } from './article-34-story.ts'

/** A title; the events; the finding, why, and what is taken for granted, as {@link toldOf} writes them. */
export type StoryRow = readonly [
  title: string,
  lines: readonly string[],
  finding: Article34Value,
  because: readonly string[],
  assuming: readonly string[],
  question?: Partial<Article34Question>,
]

export const measure = 'measure-indicated 2015-02-20 addressee=FR until=further-notice'
/** Taken for granted of most measures, here the first event. */
export const receipt =
  'When the State received the measure is not recorded: taken as received when it was indicated. ' +
  'It is for the State to show that something kept it from obeying. [1] {39806/05}'
export const lifting = 'No lifting is recorded: taken as not lifted. [1]'

/** `text [events] {applications of the judgments cited}`. */
const reasonText = ({ text, events, authorities }: Reason): string =>
  [
    text.en,
    `[${events.map((id) => id.replace('event-', '')).join(',')}]`,
    ...authorities.map(({ application }) => `{${application}}`),
  ].join(' ')

/** What is found of France, asked on 1 January 2026. */
export function toldOf(lines: readonly string[], question: Partial<Article34Question> = {}): unknown {
  const asOf = parseMoment('2026-01-01', 'UTC')
  const { finding, because, assuming } = article34(readStoryLines(lines), { sending: 'FR', asOf, ...question })
  return { finding, because: because.map(reasonText), assuming: assuming.map(reasonText) }
}
