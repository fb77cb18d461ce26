/**
 * Which blocks a change of the packs can reach: those that name what changed, those that name these, and so on. What is
 * not reached answers as before, and need not be asked again.
 */
import type { BlockChange } from './diff.ts'
import { type BlockKind, blockSchemas, type Pack } from './model.ts'

/** `all`: the change is of a kind that can reach anything. */
export type Affected = 'all' | ReadonlySet<string>

/** Words for people: they change what is shown and nothing that is concluded. */
const wordsOnly = new Set(['text', 'title', 'norm', 'note', 'also', 'examples', 'heading'])
/** Kinds on which no conclusion rests. */
const silent: ReadonlySet<BlockKind> = new Set<BlockKind>(['precedent', 'assertion', 'test', 'instrument', 'body'])
/** Where an event can occur decides what a complete list says: stages and tracks can reach any rule. */
const everywhere: ReadonlySet<BlockKind> = new Set<BlockKind>(['stage', 'track'])

const kinds = Object.keys(blockSchemas) as BlockKind[]

/** The names of the blocks that may answer otherwise after these changes. */
export function affectedBlocks(changes: readonly BlockChange[], ...sides: readonly (readonly Pack[])[]): Affected {
  const real = changes.filter(
    ({ kind, change, keys }) =>
      !silent.has(kind) && (change !== 'changed' || keys.some(({ key }) => !wordsOnly.has(key))),
  )
  if (
    real.some(
      ({ kind, keys }) =>
        everywhere.has(kind) &&
        reachesAny(
          kind,
          keys.map(({ key }) => key),
        ),
    )
  )
    return 'all'
  const { namedBy, gives } = references(sides.flat())
  const reached = new Set<string>()
  const open = real.map(({ id }) => id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    for (const given of gives.get(id) ?? []) if (!reached.has(given)) open.push(given)
    for (const user of namedBy.get(id) ?? []) if (!reached.has(user)) open.push(user)
  }
  return reached
}

/** Of a stage only what it is reached by tells where events occur, unless it is new or gone. */
const reachesAny = (kind: BlockKind, keys: readonly string[]): boolean =>
  keys.length === 0 ||
  keys.some((key) => (kind === 'stage' ? key === 'reached' || key === 'track' : key === 'applies'))

interface References {
  /** By name: the blocks that name it. */
  readonly namedBy: ReadonlyMap<string, ReadonlySet<string>>
  /** By block: what else changes with it, such as the conclusion for which a rule speaks. */
  readonly gives: ReadonlyMap<string, ReadonlySet<string>>
}

function references(packs: readonly Pack[]): References {
  const namedBy = new Map<string, Set<string>>()
  const gives = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(value))
  }
  for (const pack of packs)
    for (const kind of kinds)
      for (const block of pack.blocks[kind] as readonly Readonly<Record<string, unknown>>[]) {
        const id = String(block[kind])
        if (kind === 'rule')
          for (const other of [block['concludes'], ...((block['defeats'] as readonly string[] | undefined) ?? [])])
            if (typeof other === 'string') add(gives, id, other)
        if (kind === 'binding') for (const name of [String(block['instrument']), 'article-34']) add(gives, id, name)
        for (const [key, value] of Object.entries(block))
          if (!wordsOnly.has(key) && key !== 'origin') for (const name of namesIn(value)) add(namedBy, name, id)
      }
  return { namedBy, gives }
}

/** Every name that stands in a value, and each beginning of it: `es.suplica.opened` names `es.suplica`. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    for (const word of value.split(/[\s=]+/)) {
      yield word
      for (let dot = word.lastIndexOf('.'); dot > 0; dot = word.lastIndexOf('.', dot - 1)) yield word.slice(0, dot)
    }
  } else if (Array.isArray(value)) for (const part of value) yield* namesIn(part)
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) if (!languages.has(key)) yield* namesIn(part)
}

/** Under these stand words for people. */
const languages = new Set(['en', 'es', 'fr', 'ru'])
