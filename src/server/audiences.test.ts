/** What the workbench gives to others than the desk: no original, no text of a paper, nothing before its time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentAnswer, DocumentsAnswer, SearchAnswer, Workspace } from '../casework/index.ts'
import { openWorkspace } from '../compose.ts'
import { fixedClock, projectRoot, systemPlatform } from '../platform/index.ts'
import type { DraftAnswer } from '../publish/index.ts'
import type { Body } from '../record/index.ts'
import { createApp, CSRF_HEADER, Drafting, Readings, SESSION_COOKIE, Sessions } from './index.ts'

const CASE = '/api/cases/pavlov-2014'
const TO_COME = '2040-01-01'
const root = projectRoot()
const others = ['counsel', 'public'] as const

describe('for others than the desk', { timeout: 60_000 }, () => {
  const sessions = new Sessions(systemPlatform.random)
  const session = sessions.signIn(sessions.issueToken(), 'Person A')
  const headers = {
    cookie: `${SESSION_COOKIE}=${session?.id ?? ''}`,
    [CSRF_HEADER]: session?.csrf ?? '',
    'content-type': 'application/json',
  }
  let app: ReturnType<typeof createApp>
  let workspace: Workspace
  let close: () => Promise<void>
  beforeAll(async () => {
    const clock = fixedClock('2026-01-01T09:00:00Z')
    const source = { platform: { ...systemPlatform, clock }, root, env: {}, dataFolder: undefined }
    const opened = await openWorkspace(source, { demo: true })
    close = () => opened.close()
    workspace = opened.workspace
    app = createApp({
      workspace,
      sessions,
      kept: opened.kept,
      clock,
      pages: new Map(),
      readings: new Readings(),
      drafting: new Drafting(systemPlatform.files, root, [root]),
    })
    const bytes = new TextEncoder().encode('The porter saw the applicant at noon.')
    await enter(told(await workspace.putOriginal('pavlov-2014', bytes)))
  }, 60_000)
  afterAll(() => close())

  const enter = async (bodies: readonly Body[]): Promise<unknown> =>
    workspace.act('pavlov-2014', 'Person A', bodies, await workspace.last('pavlov-2014'))
  const get = (path: string) => app.request(`${CASE}${path}`, { headers })
  const json = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T

  it('a document has neither text nor hash, and its original is not given out', async () => {
    const desk = await json<DocumentAnswer>('/documents/porter-note')
    expect(desk.text).toContain('porter')
    expect(desk.document.sha256).toMatch(/^[0-9a-f]{64}$/u)
    expect((await get('/documents/porter-note/original')).status).toBe(200)
    for (const audience of others) {
      const { document, text, claims } = await json<DocumentAnswer>(`/documents/porter-note?audience=${audience}`)
      expect([document.title, document.sha256, text]).toEqual(['Note of the porter', null, null])
      expect(claims.map(({ value }) => value)).toEqual(['seen at noon'])
      expect((await get(`/documents/porter-note/original?audience=${audience}`)).status).toBe(404)
      const { hits } = await json<SearchAnswer>(`/search?words=porter&field=text&audience=${audience}`)
      expect(hits).toEqual([])
    }
    expect((await json<SearchAnswer>('/search?words=porter&field=text')).hits).toHaveLength(1)
  })

  it('a word that is no audience is refused, and not taken for the desk', async () => {
    for (const path of ['/claims', '/standing', '/documents/porter-note/original'])
      expect((await get(`${path}?audience=Public`)).status).toBe(400)
  })

  it('no moment to come ends an embargo: not in a list, a search, a calendar, a paper', async () => {
    expect(JSON.stringify(await json('/claims?knownBy=2041-01-01'))).toContain('under an embargo')
    for (const audience of others) {
      const asked = `audience=${audience}&knownBy=2041-01-01`
      for (const path of ['/claims', '/timeline', '/people', '/search?words=embargo', '/papers/summary']) {
        const answer = await (await get(`${path}${path.includes('?') ? '&' : '?'}${asked}`)).text()
        // What is held back is told to the author of a paper, beside it.
        const { heldBack: _, ...shown } = JSON.parse(answer) as Partial<DraftAnswer>
        expect(JSON.stringify(shown)).not.toMatch(/embargo/u)
      }
      const { documents } = await json<DocumentsAnswer>(`/documents?${asked}`)
      expect(documents.map(({ id }) => id)).not.toContain('later-note')
    }
  })

  it('a paper with a sentence that may not go out can be asked for by nobody', async () => {
    const text = 'We know it: said under an embargo by the porter.'
    const passage = { id: 'lead-1', paper: 'statement', slot: 'lead', language: 'en', text, by: 'Person A' }
    await enter([{ kind: 'passage', passage: { ...passage, learned: '2014-02-01' } }])
    const { blocked, content, paper } = await json<DraftAnswer>('/papers/statement?knownBy=2014-02-19T20:00')
    expect(blocked).toHaveLength(1)
    const release = { id: 'step-1', step: 'asked', paper: paper.kind, audience: paper.audience, content }
    const expectedLast = await workspace.last('pavlov-2014')
    const body = JSON.stringify({ expectedLast, bodies: [{ kind: 'release', release }] })
    const answer = await app.request(`${CASE}/acts`, { method: 'POST', headers, body })
    expect([answer.status, ((await answer.json()) as { what: string }).what]).toEqual([
      409,
      'The paper holds 1 sentence(s) that may not leave this machine.',
    ])
    expect(await workspace.last('pavlov-2014')).toBe(expectedLast)
  })
})

/** A paper whose original is held, and another under an embargo. */
function told(sha256: string): readonly Body[] {
  const claim = (id: string, document: string, value: string): Body => ({
    kind: 'claim',
    claim: {
      id,
      subject: 'aleksandr-pavlov',
      property: 'role',
      value,
      speaker: 'defence',
      document,
      learned: '2014-02-01',
      public: '2014-02-01',
      disclosure: 'public',
    },
  })
  const note = { publisher: 'The defence', mediaType: 'text/plain', disclosure: 'public' } as const
  return [
    { kind: 'document', document: { ...note, id: 'porter-note', title: 'Note of the porter', sha256 } },
    { kind: 'document', document: { ...note, id: 'later-note', title: 'Embargo note', embargo: TO_COME } },
    claim('porter-note.role', 'porter-note', 'seen at noon'),
    claim('later-note.role', 'later-note', 'said under an embargo by the porter'),
  ]
}
