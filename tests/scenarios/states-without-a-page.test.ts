import { expect, it } from 'vitest'
import { readLaw } from '../../src/casework/index.ts'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'

const law = await readLaw(systemPlatform.files, projectRoot())

/** The States that the page for all others leaves out. */
function leftOut(): readonly string[] {
  const applies = law.tracks.get('unknown.removal')?.applies ?? []
  return applies.flatMap((condition) => {
    if (typeof condition === 'string' || !('not' in condition)) return []
    const inner = condition.not
    return typeof inner !== 'string' && 'fact' in inner ? (inner.in ?? []) : []
  })
}

it('speaks for exactly the States that have no path of their own', () => {
  const own = [...law.tracks.values()].filter((track) => track.domestic && track.jurisdiction !== 'unknown')
  expect([...leftOut()].sort()).toEqual([...new Set(own.map((track) => track.jurisdiction))].sort())
})
