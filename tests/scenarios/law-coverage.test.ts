/** The page that says where in the packs each row of the survey of States went: held against the packs themselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readLaw } from '../../src/casework/index.ts'
import { diskFiles } from '../../src/platform/index.ts'

interface Row {
  readonly key: string
  readonly blocks: readonly string[]
  readonly leftOut: string
}

const root = join(import.meta.dirname, '../..')
const law = await readLaw(diskFiles, root)
const rows = readFileSync(join(root, 'docs/guide/law-coverage.md'), 'utf8').split('\n').flatMap(rowOf)

function rowOf(line: string): readonly Row[] {
  const [, first = '', , blocks = '', leftOut = ''] = line.split('|').map((cell) => cell.trim())
  const key = /^`(\S+)`$/.exec(first)?.[1]
  if (key === undefined) return []
  return [{ key, blocks: [...blocks.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ''), leftOut }]
}

const idOf = (kind: string, block: object): unknown => new Map<string, unknown>(Object.entries(block)).get(kind)
/** Each block with the folder of its page: the State it belongs to. */
const blocks = new Map(
  law.packs.flatMap((pack) =>
    Object.entries(pack.blocks).flatMap(([kind, list]) =>
      list.map((block) => [String(idOf(kind, block)), block.origin.file.split('/')[1] ?? ''] as const),
    ),
  ),
)
const stateOf = (key: string): string => (key.startsWith('uk.') ? 'gb' : (key.split('.')[0] ?? ''))

it('keeps all 129 rows of sixteen States, each once', () => {
  expect(rows).toHaveLength(129)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(129)
  expect(new Set(rows.map(({ key }) => stateOf(key))).size).toBe(16)
})

it('has a block or a reason for every row', () => {
  expect(rows.filter((r) => r.blocks.length === 0 && r.leftOut.replace('–', '') === '')).toEqual([])
})

it("names only blocks that stand on that State's own pages", () => {
  const wrong = rows.flatMap(({ key, blocks: named }) =>
    named.filter((id) => blocks.get(id) !== stateOf(key)).map((id) => `${key}: ${id}`),
  )
  expect(wrong).toEqual([])
})

it('forgets no State that has pages of its own', () => {
  const own = [...law.tracks.values()].filter((track) => track.domestic && track.jurisdiction !== 'unknown')
  expect([...new Set(own.map((track) => track.jurisdiction.toLowerCase()))].sort()).toEqual(
    [...new Set(rows.map(({ key }) => stateOf(key)))].sort(),
  )
})
