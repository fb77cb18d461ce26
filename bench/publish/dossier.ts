/** A Rule 39 dossier from a case of 10,000 claims with 300 exhibit pages: drafted, set, its exhibits bound. */
import { folderBundle, importBundle, readLaw, readPrecedents } from '../../src/casework/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { createReader } from '../../src/reading/index.ts'
import { createPress, draft, dossierOf, readTemplates, templateFor } from '../../src/publish/index.ts'
import { type Body, type Entry, parseMoment } from '../../src/record/index.ts'
import { sha256Of } from '../../src/platform/index.ts'
import { benchOriginals } from './exhibits.ts'

const CLAIMS = 10_000
const CLAIMS_AN_EVENT = 10
/** The first is what a command meets, with nothing compiled yet; the others what the workbench does. */
const ROUNDS = 3

export interface DossierTimes {
  readonly entries: number
  readonly draftMs: number
  readonly dossierMs: number
  readonly bytes: number
}

/** The worked case, with originals for thirty of its documents and events of linked persons up to 10,000 claims. */
export async function timeDossier(root: string): Promise<readonly DossierTimes[]> {
  const { entries: own } = await importBundle(folderBundle(diskFiles, `${root}/examples/pavlov-2014`))
  const law = await readLaw(diskFiles, root)
  const precedents = await readPrecedents(diskFiles, root)
  const templates = await readTemplates(diskFiles, [root])
  const originals = new Map(benchOriginals().map((bytes) => [sha256Of(bytes), bytes]))
  const entries = grown(own, [...originals.keys()])
  const words = await readOnArrival(originals)
  const rounds: DossierTimes[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await once())
  return rounds

  async function once(): Promise<DossierTimes> {
    const knownBy = parseMoment('2014-02-19T09:00', 'Europe/Madrid')
    const started = performance.now()
    const press = createPress()
    const drafted = draft({
      law,
      entries,
      precedents,
      template: templateFor(templates, 'rule-39', '2014-02-19'),
      language: 'en',
      knownBy,
      held: new Set(originals.keys()),
    })
    const ready = performance.now()
    const { files } = await dossierOf(drafted, {
      formats: ['pdf'],
      press,
      original: async (hash) => originals.get(hash),
      words: async (document) => words.get(drafted.documents.get(document)?.sha256 ?? '') ?? [],
    })
    const done = performance.now()
    press.close()
    const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0)
    return { entries: entries.length, draftMs: ready - started, dossierMs: done - ready, bytes }
  }
}

/** What `add` does with a document when it comes, recognition of scans included: before the clock starts. */
async function readOnArrival(
  originals: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const words = new Map<string, readonly string[]>()
  const reader = await createReader({ batch: true })
  for (const [hash, bytes] of originals) {
    const outcome = await reader.read(bytes, '')
    if (outcome.status === 'read') words.set(hash, [outcome.reading.text])
  }
  reader.close()
  return words
}

/** Thirty documents of the case get an original; others' events fill the case. */
function grown(own: readonly Entry[], hashes: readonly string[]): readonly Entry[] {
  let next = 0
  const withOriginals = own.map((entry): Entry => {
    const { body } = entry
    if (body.kind !== 'document' || body.document.published === undefined || body.document.published > '2014-02-18')
      return entry
    const sha256 = hashes[next++]
    if (sha256 === undefined) return entry
    return {
      ...entry,
      body: { kind: 'document', document: { ...body.document, sha256, mediaType: 'application/pdf' } },
    }
  })
  const bodies: Body[] = []
  for (let number = 0; number < CLAIMS; number++) {
    const event = `linked-${Math.floor(number / CLAIMS_AN_EVENT)}`
    if (number % CLAIMS_AN_EVENT === 0)
      bodies.push({
        kind: 'event',
        event: { id: event, type: 'other', title: `Linked event ${event}`, person: 'mukhtar-ablyazov' },
      })
    bodies.push({
      kind: 'claim',
      claim: {
        id: `linked-claim-${number}`,
        subject: event,
        property: number % CLAIMS_AN_EVENT === 0 ? 'date' : 'content',
        value: number % CLAIMS_AN_EVENT === 0 ? '2013-05-01' : `What source ${number} says of it.`,
        speaker: 'amnesty-international',
        document: 'press-item',
        learned: '2014-01-01',
        disclosure: 'public',
      },
    })
  }
  const last = own.length
  return [
    ...withOriginals,
    ...bodies.map((body, index) => ({
      sequence: last + index + 1,
      recorded: '2026-11-24T08:00:00Z',
      by: 'bench',
      body,
    })),
  ]
}
