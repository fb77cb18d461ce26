/** Titles for Uwazi, which finds entities by them: one for each thing, none twice. */
import type { Body, Id, RecordState } from '../../../record/index.ts'
import { bodiesOf } from '../entries.ts'
import { thingOf } from '../tables.ts'
import { templateOf, titlePathOf } from './templates.ts'

/** The title of every thing by the kind that references use (`subject` for all that claims can be about) and its id. */
export type Titles = ReadonlyMap<string, string>

export const titleKey = (kind: Body['kind'], id: Id): string => `${kind}:${id}`

/** Every thing's title. One that would stand twice, be empty or run as a formula has its id beside it. */
export function titlesOf(state: RecordState): Titles {
  const bodies = bodiesOf(state).filter((body) => templateOf(body) !== undefined)
  const simple = bodies.map((body) => ({
    key: titleKey(body.kind, idIn(body)),
    id: idIn(body),
    title: simpleTitle(body),
  }))
  // A cell that names the case holds its id.
  const times = new Map<string, number>(state.header === undefined ? [] : [[alike(state.header.id), 1]])
  for (const { title } of simple) times.set(alike(title), (times.get(alike(title)) ?? 0) + 1)
  const taken = new Set(
    simple.filter(({ title }) => times.get(alike(title)) === 1).map(({ title }) => alike(title)),
  )
  return new Map(
    simple.map(({ key, id, title }) => {
      if (times.get(alike(title)) === 1 && /^[\p{L}\p{N}]/u.test(title)) return [key, title]
      let unique = `${id} ${title}`.trim()
      while (taken.has(alike(unique))) unique = `${unique} (${key})`
      taken.add(alike(unique))
      return [key, unique]
    }),
  )
}

const idIn = (body: Body): Id => String(thingOf(body)['id'])

/** Uwazi compares thesaurus labels without regard to case; so do people. */
const alike = (title: string): string => title.toLowerCase()

/** Characters of a title: longer ones are cut, and the exact text stands beside. */
const TITLE_CHARACTERS_MAX = 200

function simpleTitle(body: Body): string {
  const path = titlePathOf(body.kind)
  const thing = thingOf(body)
  const text = path === undefined ? `${String(thing['property'])}: ${idIn(body)}` : String(thing[path])
  const line = text
    .replaceAll('|', '/')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, TITLE_CHARACTERS_MAX).join('').trim()
}
