import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportBundle, memoryBundle } from '../../../casework/bundle/index.ts'
import type { BundleContent, BundleFiles } from '../../../casework/bundle/index.ts'
import { frame, history } from '../../../record/testing-histories.ts'
import type { Entry } from '../../../record/index.ts'
import { formatCellProblem } from '../problems.ts'
import { zipFiles, zipOf } from '../zip.ts'
import { importBag, insideTopFolder, isBag, verifyBag } from './read.ts'
import { bagOf, escapePath, unescapePath } from './write.ts'

const header = { id: 'case', title: 'A case' }
const paper = new TextEncoder().encode('The cabinet decided.\n')
const sha256 = createHash('sha256').update(paper).digest('hex')
const entries: readonly Entry[] = frame().map((body, index) => ({
  sequence: index + 1,
  recorded: '2014-03-01T08:00:00Z',
  by: 'counsel',
  body:
    body.kind === 'document' && body.document.id === 'decree'
      ? { kind: 'document', document: { ...body.document, sha256, mediaType: 'text/plain' } }
      : body,
}))
const bag = bagOf(exportBundle(entries, new Map([[sha256, paper]])), header)
const text = (path: string): string => new TextDecoder().decode(bag.get(path))
const problemsOf = async (files: BundleFiles): Promise<readonly string[]> =>
  (await verifyBag(files)).map(formatCellProblem)

/** The bag with some files other than they should be; `undefined` takes one out. */
function changed(changes: Readonly<Record<string, string | undefined>>): BundleFiles {
  const content = new Map<string, Uint8Array | string>(bag)
  for (const [path, value] of Object.entries(changes)) {
    if (value === undefined) content.delete(path)
    else content.set(path, value)
  }
  return memoryBundle(content)
}

describe('a case as a bag', () => {
  it('comes back as the same record', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (entries) => {
        const back = await importBag(memoryBundle(bagOf(exportBundle(entries, new Map()), header)))
        expect(back.entries).toEqual(entries)
      }),
      { numRuns: 30 },
    )
  })

  it('comes back with its originals, from a folder and from an archive', async () => {
    const inFolder: BundleContent = new Map([...bag].map(([path, bytes]) => [`my-case/${path}`, bytes]))
    for (const files of [
      memoryBundle(bag),
      zipFiles('bag.zip', zipOf(bag)),
      zipFiles('bag.zip', zipOf(inFolder)),
    ]) {
      const inside = await insideTopFolder(files)
      expect(await isBag(inside)).toBe(true)
      const back = await importBag(inside)
      expect(back.entries).toEqual(entries)
      expect(back.blobs.get(sha256)).toEqual(paper)
    }
  })

  it('is the same bag each time, and says nothing of the machine or the day', () => {
    expect(bagOf(exportBundle(entries, new Map([[sha256, paper]])), header)).toEqual(bag)
    expect(zipOf(bag)).toEqual(zipOf(new Map([...bag].toReversed())))
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(text('bag-info.txt')).toMatch(
      /^Bag-Software-Agent: Forestay\nExternal-Identifier: case\nExternal-Description: A case\nPayload-Oxum: \d+\.\d+\n$/,
    )
  })
})

describe('what is wrong with a bag is told', () => {
  const original = 'data/originals/decree.txt'
  const manifest = 'manifest-sha256.txt'
  const tags = { 'tagmanifest-sha256.txt': undefined }

  it.each([
    ['a file is missing', { [original]: undefined }, /The file data\/originals\/decree\.txt is missing/],
    ['a file was changed', { [original]: 'The cabinet refused.\n' }, /decree\.txt: It is not the file .* changed/],
    ['a file was put in', { 'data/extra.yaml': '- id: x' }, /data\/extra\.yaml: It is not in manifest-sha256/],
    ['a list was changed', { 'bag-info.txt': 'Contact-Name: X\n' }, /bag-info\.txt: It is not the file that tagm/],
    ['a tag file was put in', { 'aptrust-info.txt': 'Title: X\n' }, /aptrust-info\.txt: It is not in tagmanifest/],
    ['the count does not fit', { ...tags, 'bag-info.txt': 'Payload-Oxum: 1.1\n' }, /counts 1 bytes in 1 files/],
    ['it must be fetched', { 'fetch.txt': 'https://x 1 data/x\n' }, /nothing is fetched/],
    ['the declaration is missing', { 'bagit.txt': undefined }, /this is no bag/],
    ['the version is unknown', { ...tags, 'bagit.txt': 'BagIt-Version: 2.0\n' }, /does not declare version 1\.0/],
    ['there is no list', { ...tags, [manifest]: undefined }, /no list of its files/],
    ['the sums are weak', { ...tags, [manifest]: undefined, 'manifest-md5.txt': '' }, /can be forged/],
    ['a line is no line', { ...tags, [manifest]: `${text(manifest)}hello\n` }, /no sum and path/],
    [
      'a path leads out',
      { ...tags, [manifest]: `${text(manifest)}${'0'.repeat(64)}  data/../../x\n` },
      /no place inside/,
    ],
    [
      'a path is absolute',
      { ...tags, [manifest]: `${text(manifest)}${'0'.repeat(64)}  /etc/passwd\n` },
      /no place inside/,
    ],
    ['a path is there twice', { ...tags, [manifest]: text(manifest) + text(manifest) }, /is listed twice/],
  ])('%s', async (_, changes, problem) => {
    const files = changed(changes)
    expect((await problemsOf(files)).join('\n')).toMatch(problem)
    await expect(importBag(files)).rejects.toThrow(/nothing of it was imported/)
  })

  it('a link is never followed', async () => {
    const files = changed({})
    const linked: BundleFiles = {
      ...files,
      list: async () => [...(await files.list()), { path: 'data/link', kind: 'other' }],
    }
    expect((await problemsOf(linked)).join('\n')).toContain('not a plain file')
  })

  it('line breaks and percent signs in a path are escaped, and nothing else', async () => {
    expect(escapePath('data/100%\r\n.txt')).toBe('data/100%25%0D%0A.txt')
    expect(unescapePath('data/%41%0a')).toBe('data/%41\n')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => unescapePath(escapePath(path)) === path))
    const odd = bagOf(new Map([['a%\n.txt', paper]]), header)
    expect(await problemsOf(memoryBundle(odd))).toEqual([])
  })
})
