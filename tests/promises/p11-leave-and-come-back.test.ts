/** P11: you can leave with everything, and come back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportBundle, importBundle, memoryBundle } from '../../src/casework/bundle/index.ts'
import { sha256Of } from '../../src/platform/index.ts'
import { history, shuffled } from '../../src/record/testing-histories.ts'
import type { Entry } from '../../src/record/index.ts'

/** Some of the papers are held, in bytes of any kind. */
const held = fc.record({
  paper: fc.option(fc.uint8Array({ maxLength: 200 }), { nil: undefined }),
  decree: fc.option(fc.uint8Array({ maxLength: 200 }), { nil: undefined }),
})

function withOriginals(entries: readonly Entry[], papers: Readonly<Record<string, Uint8Array | undefined>>) {
  const blobs = new Map<string, Uint8Array>()
  const changed = entries.map((entry): Entry => {
    const bytes = entry.body.kind === 'document' ? papers[entry.body.document.id] : undefined
    if (entry.body.kind !== 'document' || bytes === undefined) return entry
    const sha256 = sha256Of(bytes)
    blobs.set(sha256, bytes)
    return {
      ...entry,
      body: { kind: 'document', document: { ...entry.body.document, sha256, mediaType: 'application/pdf' } },
    }
  })
  return { entries: changed, blobs }
}

const record = fc
  .tuple(
    history.chain((entries) => fc.oneof(fc.constant(entries), shuffled(entries))),
    held,
  )
  .map(([entries, papers]) => withOriginals(entries, papers))

describe('a case that travels as a bundle', () => {
  it('comes back with the same entries, numbers, hands and clocks, and the same originals', async () => {
    await fc.assert(
      fc.asyncProperty(record, async ({ entries, blobs }) => {
        const back = await importBundle(memoryBundle(exportBundle(entries, blobs)))
        expect(back.entries).toEqual(entries)
        expect([...back.blobs].toSorted()).toEqual([...blobs].toSorted())
      }),
      { numRuns: 150 },
    )
  })

  it('is written again in the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(record, async ({ entries, blobs }) => {
        const first = exportBundle(entries, blobs)
        const back = await importBundle(memoryBundle(first))
        expect(exportBundle(back.entries, back.blobs)).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })
})
