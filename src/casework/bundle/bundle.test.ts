import { describe, expect, it } from 'vitest'
import { memoryFiles, sha256Of } from '../../platform/index.ts'
import {
  BundleError,
  exportBundle,
  folderBundle,
  formatProblem,
  importBundle,
  manifestOf,
  memoryBundle,
  writeBundle,
} from './index.ts'
import type { BundleFile, BundleFiles } from './index.ts'

const caseYaml = `case:
  id: pavlov-2014
  title: Extradition to Kazakhstan
  person: pavlov
  zone: Europe/Madrid
  desk: the defence
  learnedRule: on the day it was said
entered: {recorded: 2026-11-24T08:00:00Z, by: A. Researcher}
`
const retelling = 'The cabinet decided on 14 February.\nIt told nobody.\n'
const small: Readonly<Record<string, string>> = {
  'case.yaml': caseYaml,
  'documents.yaml': `- id: retelling
  title: A retelling
  publisher: the desk
  mediaType: text/plain
  disclosure: public
  file: originals/retelling.txt
`,
  'entities.yaml': `- {id: pavlov, kind: person, name: Aleksandr Pavlov}
- {id: amnesty, kind: body, name: Amnesty International}
`,
  'events.yaml': '- {id: cabinet, type: surrender-agreed, title: Cabinet agrees}\n',
  'claims.yaml': `- document: retelling
  speaker: amnesty
  said: 2014-02-19
  learned: 2014-02-19
  public: 2014-02-19
  disclosure: public
  grade: {source: B, information: 2}
  claims:
    - id: c1
      subject: cabinet
      property: date
      value: 2014-02-14
      place: {quote: on 14 February}
    - {id: c2, subject: cabinet, property: content, value: told nobody, said: 2014-02-18}
- {id: c3, subject: pavlov, property: nationality, value: KZ, speaker: amnesty, document: retelling,
   learned: 2014, disclosure: internal}
`,
  'originals/retelling.txt': retelling,
}
type Change = Readonly<Record<string, string | undefined>>
/** The small bundle with some files changed, taken away or added, and a manifest that fits. */
function bundle(change: Change = {}): BundleFiles {
  const files = new Map<string, Uint8Array>()
  for (const [path, text] of Object.entries({ ...small, ...change })) {
    if (text !== undefined) files.set(path, new TextEncoder().encode(text))
  }
  if (!files.has('manifest.sha256')) files.set('manifest.sha256', new TextEncoder().encode(manifestOf(files)))
  return memoryBundle(files)
}
const edit = (file: string, from: string, to: string): Change => {
  const text = small[file] ?? ''
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  return { [file]: text.replace(from, to) }
}
async function problemsOf(files: BundleFiles): Promise<readonly string[]> {
  try {
    await importBundle(files)
  } catch (error) {
    if (error instanceof BundleError)
      return error.problems.filter(({ severity }) => severity === 'error').map(formatProblem)
    throw error
  }
  return []
}

describe('a small bundle', () => {
  it('becomes entries in the order of the files and of the lists', async () => {
    const { entries, header, warnings } = await importBundle(bundle())
    expect(header.id).toBe('pavlov-2014')
    expect(warnings).toEqual([])
    expect(entries.map(({ sequence, body }) => `${sequence} ${body.kind}`)).toEqual([
      '1 case',
      '2 document',
      '3 entity',
      '4 entity',
      '5 event',
      '6 claim',
      '7 claim',
      '8 claim',
    ])
    expect(entries.every(({ recorded, by }) => recorded === '2026-11-24T08:00:00Z' && by === 'A. Researcher')).toBe(
      true,
    )
  })

  it('gives the claims of a group its keys, and lets a claim have its own', async () => {
    const { entries } = await importBundle(bundle())
    const [first, second] = entries.flatMap(({ body }) => (body.kind === 'claim' ? [body.claim] : []))
    expect(first).toEqual({
      id: 'c1',
      subject: 'cabinet',
      property: 'date',
      value: '2014-02-14',
      place: { quote: 'on 14 February' },
      document: 'retelling',
      speaker: 'amnesty',
      said: '2014-02-19',
      learned: '2014-02-19',
      public: '2014-02-19',
      disclosure: 'public',
      grade: { source: 'B', information: 2 },
    })
    expect(second?.said).toBe('2014-02-18')
  })

  it('takes a bare year as a date, and writes it so that it stays one', async () => {
    const { entries, blobs } = await importBundle(bundle())
    const last = entries.at(-1)?.body
    expect(last?.kind === 'claim' && last.claim.learned).toBe('2014')
    const text = new TextDecoder().decode(exportBundle(entries, blobs).get('claims.yaml'))
    expect(text).toContain('learned: "2014"')
  })

  it('brings the original and sets its hash where none was written', async () => {
    const { entries, blobs } = await importBundle(bundle())
    const bytes = new TextEncoder().encode(retelling)
    expect([...blobs.keys()]).toEqual([sha256Of(bytes)])
    const document = entries[1]?.body
    expect(document?.kind === 'document' && document.document.sha256).toBe(sha256Of(bytes))
  })

  it('reads claims from several files, after claims.yaml, by name', async () => {
    const more =
      '- {id: later, subject: cabinet, property: place, value: Madrid, speaker: amnesty, ' +
      'document: retelling, learned: 2015-01-01, disclosure: public}\n'
    const { entries } = await importBundle(bundle({ 'claims/2015.yaml': more }))
    expect(entries.at(-1)).toMatchObject({ sequence: 9, body: { claim: { id: 'later' } } })
  })

  it('keeps who entered a thing, when, and in which place, where that differs', async () => {
    const { entries } = await importBundle(
      bundle(
        edit(
          'events.yaml',
          'title: Cabinet agrees}',
          'title: Cabinet agrees, entry: {sequence: 9, recorded: 2026-12-01T10:00:00Z, by: ' +
            'Counsel}}\n- {id: flight, type: other, title: Flight, entry: {sequence: 5}}',
        ),
      ),
    )
    expect(entries.find(({ sequence }) => sequence === 9)).toMatchObject({
      recorded: '2026-12-01T10:00:00Z',
      by: 'Counsel',
      body: { event: { id: 'cabinet' } },
    })
    expect(entries.find(({ sequence }) => sequence === 5)).toMatchObject({
      by: 'A. Researcher',
      body: { event: { id: 'flight' } },
    })
  })

  it('is written again readably', async () => {
    const { entries, blobs } = await importBundle(bundle())
    const written = [...exportBundle(entries, blobs)]
      .map(([path, bytes]) => `== ${path}\n${new TextDecoder().decode(bytes)}`)
      .join('')
    await expect(written).toMatchFileSnapshot('./expected-bundle.txt')
  })

  it('keeps rulings on disclosure, written parts and steps of a release, and gives them back', async () => {
    const first = await importBundle(
      bundle({
        'rulings.yaml':
          '- {id: r1, of: claim, thing: c1, disclosure: sealed, embargo: 2014-03-01, by: A, because: danger}\n',
        'passages.yaml':
          '- {id: p1, paper: statement, slot: lead, language: en, text: Stop., by: A, learned: 2014-02-19}\n',
        'releases.yaml': `- {id: s1, step: asked, paper: statement, audience: public, content: ${'a'.repeat(64)}}\n`,
      }),
    )
    const again = await importBundle(memoryBundle(exportBundle(first.entries, first.blobs)))
    expect(again.entries).toEqual(first.entries)
    expect(again.entries.slice(-3).map(({ body }) => body.kind)).toEqual(['ruling', 'passage', 'release'])
  })

  it('of an earlier version is read with its narrow levels sealed, never wider', async () => {
    const { entries } = await importBundle(
      bundle(edit('claims.yaml', 'disclosure: internal', 'disclosure: restricted')),
    )
    const levels = entries.flatMap(({ body }) =>
      body.kind === 'claim' && body.claim.id === 'c3' ? [body.claim.disclosure] : [],
    )
    expect(levels).toEqual(['sealed'])
  })

  it('goes to a folder and comes back from it', async () => {
    const { entries, blobs } = await importBundle(bundle())
    const files = memoryFiles()
    await writeBundle(files, 'out/case', exportBundle(entries, blobs))
    const back = await importBundle(folderBundle(files, 'out/case'))
    expect(back.entries).toEqual(entries)
  })
})

describe('what is wrong with a bundle is told by file, line and remedy', () => {
  it.each<[what: string, change: Change, expected: string]>([
    [
      'an unknown key, with the one that was meant',
      edit('events.yaml', 'title:', 'titel:'),
      'events.yaml:1: error: There is no key "titel" here. Did you mean "title"?',
    ],
    [
      'a missing key',
      edit('events.yaml', 'type: surrender-agreed, ', ''),
      'events.yaml:1: error: The key "type" is missing. Add it.',
    ],
    [
      'a word that may not stand there',
      edit('documents.yaml', 'disclosure: public', 'disclosure: open'),
      'documents.yaml:5: error: "disclosure" does not fit: "open" is none of public, counsel, internal, ' +
        'sealed. Write one of public, counsel, internal, sealed.',
    ],
    [
      'a date that does not exist',
      edit('claims.yaml', 'value: 2014-02-14', 'value: 2014-02-30'),
      'claims.yaml:12: error: claim "c1", value: "2014-02-30" is not a date that can be ' +
        ('read: 2014-02 has no day 30. Write it as 2014, 2014-02, 2014-02-14 or ' +
          '2014-02-14T09:00; add ~ for about, ? for uncertain; a/b for an interval.'),
    ],
    [
      'a name that leads nowhere',
      edit('claims.yaml', 'subject: cabinet\n', 'subject: cabinett\n'),
      'claims.yaml:10: error: claim "c1", subject: There is no case, entity, proceeding or ' +
        'event "cabinett" in this record. Enter it first, or correct the name.',
    ],
    [
      'an id used twice',
      edit('claims.yaml', 'id: c2', 'id: c1'),
      'claims.yaml:14: error: claim "c1", id: The id "c1" is already taken by a claim. ' +
        'Give it another id: what is entered once is never changed.',
    ],
    [
      'words that do not stand in the original',
      edit('claims.yaml', 'quote: on 14 February', 'quote: on 15 February'),
      'claims.yaml:13: error: claim "c1", place.quote: The words "on 15 February" do not stand in ' +
        'the document "retelling". Copy the words exactly as they stand there.',
    ],
    [
      'an original that is missing',
      { 'originals/retelling.txt': undefined },
      'documents.yaml:6: error: The original originals/retelling.txt is missing. Put ' +
        'it there, or leave "file" out if only its hash is held.',
    ],
    [
      'an original outside the bundle',
      edit('documents.yaml', 'originals/retelling.txt', 'originals/../../secret.txt'),
      'documents.yaml:6: error: "originals/../../secret.txt" does not lie in originals/. Copy ' +
        'the original into originals/ of this bundle and write originals/NAME.',
    ],
    [
      'a list that is none',
      { 'events.yaml': 'id: cabinet\n' },
      'events.yaml:1: error: The file does not hold a list. Begin each item with "- ".',
    ],
    [
      'an item that is none',
      { 'events.yaml': '- cabinet\n' },
      'events.yaml:1: error: This item does not hold keys. Write it as "- id: …" with its keys below.',
    ],
    [
      'a key given twice',
      { 'events.yaml': '- id: cabinet\n  id: other\n' },
      'events.yaml:2: error: This is not valid YAML: Map keys must be unique. Keep one of the two.',
    ],
    [
      'a file under a wrong name',
      { 'event.yaml': '[]' },
      'event.yaml: error: A bundle has no such file, so nothing in it would be read. Did you mean events.yaml?',
    ],
    [
      'a number taken twice',
      edit('events.yaml', 'title: Cabinet agrees', 'title: Cabinet agrees, entry: {sequence: 4}'),
      'events.yaml:1: error: This is entry 4, and so is entities.yaml:2. Give ' +
        'it the next free number: entry: {sequence: N}.',
    ],
    [
      'a number left out',
      edit('events.yaml', 'title: Cabinet agrees', 'title: Cabinet agrees, entry: {sequence: 6}'),
      'events.yaml:1: error: This is entry 6, and there is no entry 5. Number the ' +
        'entries without a gap, or restore the entry that is missing.',
    ],
    [
      'a zone nobody knows',
      edit('case.yaml', 'Europe/Madrid', 'Europe/Atlantis'),
      'case.yaml:5: error: case "pavlov-2014", zone: "Europe/Atlantis" is not a ' +
        'time zone. Write the IANA name, such as Europe/Madrid.',
    ],
    [
      'nobody who entered it',
      edit('case.yaml', ', by: A. Researcher', ''),
      'case.yaml:8: error: The key "by" is missing. Add it.',
    ],
    [
      'a key of a group that belongs to a claim',
      edit('claims.yaml', '  said: 2014-02-19', '  subject: cabinet'),
      'claims.yaml:3: error: A group of claims has no key "subject". Put it on each claim, or use one of: ' +
        'document, speaker, said, learned, public, disclosure, grade, entry, claims.',
    ],
    [
      'no case at all',
      { 'case.yaml': undefined },
      'case.yaml: error: The bundle has no case.yaml. Check that this is the ' +
        'folder of a bundle; case.yaml says whose case it is.',
    ],
  ])('%s', async (_what, change, expected) => {
    expect(await problemsOf(bundle(change))).toContain(expected)
  })

  it('tells all of it at once, in the order of files and lines', async () => {
    const problems = await problemsOf(
      bundle({
        ...edit('documents.yaml', '  publisher: the desk\n', ''),
        ...edit('entities.yaml', 'kind: body', 'kind: group'),
        ...edit('claims.yaml', 'id: c2', 'id: c1'),
      }),
    )
    // The claims speak of the entity that could not be read: that is no second problem.
    expect(problems.map((problem) => problem.split(':').slice(0, 2).join(':'))).toEqual([
      'claims.yaml:14',
      'documents.yaml:1',
      'entities.yaml:2',
    ])
  })

  it('and an original that is not the one whose hash is written', async () => {
    const wrong = '0'.repeat(64)
    const [problem] = await problemsOf(
      bundle(edit('documents.yaml', '  disclosure', `  sha256: ${'"'}${wrong}${'"'}\n  disclosure`)),
    )
    expect(problem).toMatch(
      /^documents\.yaml:5: error: The original originals\/retelling\.txt has SHA-256 [0-9a-f]{64}, not the one written/,
    )
  })
})

describe('the manifest', () => {
  const manifest = manifestOf(
    new Map(Object.entries(small).map(([path, text]) => [path, new TextEncoder().encode(text)])),
  )

  it('names a file that was changed, one that is gone and one that came in', async () => {
    const problems = await problemsOf(
      bundle({
        ...edit('events.yaml', 'Cabinet agrees', 'Cabinet refuses'),
        'originals/new.txt': 'x',
        'manifest.sha256': `${manifest}${'0'.repeat(64)}  originals/gone.txt\n`,
      }),
    )
    expect(problems.map((problem) => problem.slice(0, 75))).toEqual([
      expect.stringContaining('events.yaml: error: The file is not the one that the manifest names'),
      expect.stringContaining('manifest.sha256:7: error: The file originals/gone.txt is missing'),
      expect.stringContaining('originals/new.txt: error: The file is not in the manifest.'),
    ])
  })

  it('is in the format of sha256sum', () => {
    for (const line of manifest.trimEnd().split('\n')) expect(line).toMatch(/^[0-9a-f]{64} {2}[^ ]+$/)
  })

  it('with an unreadable line is refused', async () => {
    expect(await problemsOf(bundle({ 'manifest.sha256': `${manifest}nonsense\n` }))).toEqual([
      'manifest.sha256:7: error: This line is not a hash and a path. Write it as ' +
        'sha256sum prints it: 64 digits, two spaces, the path.',
    ])
  })

  it('may be absent from a bundle written by hand, with a warning', async () => {
    const { warnings } = await importBundle(memoryBundle(Object.entries(small)))
    expect(warnings.map(formatProblem)).toEqual([
      'manifest.sha256: warning: There is no manifest, so nobody can tell whether a file ' +
        'was changed. Export the case again, or write it with sha256sum.',
    ])
  })
})

describe('what is only a warning', () => {
  const warningsOf = async (change: Change) => (await importBundle(bundle(change))).warnings.map(formatProblem)

  it('quotes from a document whose original is not held', async () => {
    const change = {
      ...edit('documents.yaml', '  file: originals/retelling.txt\n', ''),
      'originals/retelling.txt': undefined,
    }
    expect(await warningsOf(change)).toEqual([
      'documents.yaml:1: warning: Quotes from "retelling" (1) could not be compared with ' +
        'its words: its original is not held. Compare them by hand.',
    ])
  })

  it('an original that no document names', async () => {
    expect(await warningsOf({ 'originals/stray.pdf': '%PDF' })).toEqual([
      'originals/stray.pdf: warning: No document names this original, so it is not ' +
        'imported. Add "file: originals/stray.pdf" to its document.',
    ])
  })

  it('a thing said after it was learned', async () => {
    expect(await warningsOf(edit('claims.yaml', 'said: 2014-02-18', 'said: 2014-03-20'))).toEqual([
      'claims.yaml:14: warning: claim "c2", learned: Said on 2014-03-20, yet learned on 2014-02-19, before ' +
        'it was said. Right if the desk knew of it by itself; otherwise correct one of the dates.',
    ])
  })
})

describe('a hostile bundle', () => {
  it('with a link is refused, and the link is not read', async () => {
    const inner = bundle()
    const read: string[] = []
    const linked: BundleFiles = {
      list: async () => [...(await inner.list()), { path: 'originals/link', kind: 'other' } satisfies BundleFile],
      readText: (path) => {
        read.push(path)
        return inner.readText(path)
      },
      readBytes: (path) => {
        read.push(path)
        return inner.readBytes(path)
      },
    }
    expect(await problemsOf(linked)).toEqual([expect.stringContaining('originals/link: error: This is a link')])
    expect(read).not.toContain('originals/link')
  })

  it.each(['../outside.yaml', '/etc/passwd', 'originals/../../x', 'originals\\..\\x', 'C:x', 'a//b'])(
    'with the path %s is refused',
    async (path) => {
      expect(await problemsOf(memoryBundle([...Object.entries(small), [path, 'x']]))).toEqual([
        expect.stringContaining(`${path}: error: This is a link or another thing`),
      ])
    },
  )

  it('with a bomb of aliases is refused', async () => {
    const levels = 'abcdefghi'
      .split('')
      .map(
        (name, index, all) =>
          `${name}: &${name} ` +
          `[${Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*${all[index - 1] ?? ''}`)).join(',')}]`,
      )
    expect(await problemsOf(bundle({ 'events.yaml': `- ${levels.join('\n  ')}\n` }))).toEqual([
      expect.stringContaining('events.yaml: error: The aliases cannot be resolved'),
    ])
  })

  it('with bytes that are not UTF-8 is refused by name', async () => {
    const files = [...Object.entries(small), ['positions.yaml', Uint8Array.of(0x2d, 0x20, 0xff)] as const]
    expect(await problemsOf(memoryBundle(files))).toEqual([
      'positions.yaml: error: It cannot be read: it is not valid UTF-8. To mend it, save the file again as UTF-8.',
    ])
  })

  it('cannot reach the prototype of anything', async () => {
    expect(
      await problemsOf(
        bundle({ 'events.yaml': '- {id: x, type: other, title: X, __proto__: {polluted: true}}\n' }),
      ),
    ).toContainEqual(expect.stringContaining('There is no key "__proto__" here.'))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('an export', () => {
  it('of a record without a header, with two, or with a gap is refused', async () => {
    const { entries } = await importBundle(bundle())
    const renumbered = (list: typeof entries) => list.map((entry, index) => ({ ...entry, sequence: index + 1 }))
    expect(() => exportBundle(renumbered(entries.slice(1)), new Map())).toThrow('0 case headers')
    expect(() => exportBundle(renumbered([...entries, ...entries]), new Map())).toThrow('2 case headers')
    expect(() => exportBundle(entries.slice(0, 3).concat(entries.slice(4)), new Map())).toThrow(
      'number 4 is missing',
    )
  })

  it('of an original that has rotted is refused', async () => {
    const { entries, blobs } = await importBundle(bundle())
    const rotten = new Map([...blobs].map(([hash, bytes]) => [hash, bytes.map((byte) => byte ^ 1)]))
    expect(() => exportBundle(entries, rotten)).toThrow('is not the one its hash names')
  })

  it('writes one original that two documents share once', async () => {
    const { entries, blobs } = await importBundle(bundle())
    const document = entries[1]?.body
    if (document?.kind !== 'document') throw new Error('the second entry is the document')
    const twice = [
      ...entries,
      {
        ...entries[1],
        sequence: 9,
        recorded: '2027-01-01T00:00:00Z',
        by: 'B',
        body: { kind: 'document', document: { ...document.document, id: 'twin', copyOf: 'retelling' } } as const,
      },
    ]
    const content = exportBundle(twice, blobs)
    expect([...content.keys()].filter((path) => path.startsWith('originals/'))).toEqual(['originals/retelling.txt'])
    expect((await importBundle(memoryBundle(content))).entries).toEqual(twice)
  })
})
