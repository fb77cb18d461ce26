import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Workspace } from '../casework/index.ts'
import { openWorkspace } from '../compose.ts'
import { projectRoot, systemPlatform } from '../platform/index.ts'
import type { DraftAnswer, PapersAnswer } from '../publish/index.ts'
import type { Body } from '../record/index.ts'
import { createApp, CSRF_HEADER, Drafting, LAST_HEADER, Readings, Sessions, SESSION_COOKIE } from './index.ts'

const PAPERS = '/api/cases/pavlov-2014/papers'
const EVENING = 'knownBy=2014-02-19T20:00'
const root = projectRoot()

describe('papers over HTTP', { timeout: 60_000 }, () => {
  const sessions = new Sessions(systemPlatform.random)
  let app: ReturnType<typeof createApp>
  let workspace: Workspace
  let close: () => Promise<void>
  beforeAll(async () => {
    const source = { platform: systemPlatform, root, env: {}, dataFolder: undefined }
    const opened = await openWorkspace(source, { demo: true })
    close = () => opened.close()
    workspace = opened.workspace
    app = createApp({
      workspace: opened.workspace,
      sessions,
      kept: opened.kept,
      clock: systemPlatform.clock,
      pages: new Map(),
      readings: new Readings(),
      drafting: new Drafting(systemPlatform.files, root, [root]),
    })
  }, 60_000)
  afterAll(() => close())

  const personOf = (name: string) => {
    const session = sessions.signIn(sessions.issueToken(), name)
    const headers = {
      cookie: `${SESSION_COOKIE}=${session?.id ?? ''}`,
      [CSRF_HEADER]: session?.csrf ?? '',
      'content-type': 'application/json',
    }
    return {
      get: (path: string) => app.request(path, { headers }),
      draft: async (query: string): Promise<DraftAnswer> =>
        (await (await app.request(`${PAPERS}/statement?${query}`, { headers })).json()) as DraftAnswer,
      async step(step: string, { content, paper }: DraftAnswer): Promise<number> {
        const { last } = (await (await app.request('/api/cases/pavlov-2014/last', { headers })).json()) as {
          last: number
        }
        const release = { id: `step-${last}`, step, paper: paper.kind, audience: paper.audience, content }
        const body = JSON.stringify({ expectedLast: last, bodies: [{ kind: 'release', release }] })
        return (await app.request('/api/cases/pavlov-2014/acts', { method: 'POST', headers, body })).status
      },
    }
  }

  it('the kinds of paper are listed, with what is missing in each unless that is left out', async () => {
    const quick = (await (await personOf('Person A').get(`${PAPERS}?${EVENING}&state=no`)).json()) as PapersAnswer
    expect(quick.papers.map(({ kind }) => kind)).toContain('rule-39')
    expect(quick.papers.every(({ state }) => state === null)).toBe(true)
    const full = (await (await personOf('Person A').get(`${PAPERS}?${EVENING}`)).json()) as PapersAnswer
    expect(full.papers.find(({ kind }) => kind === 'rule-39')?.state?.required).toBeGreaterThan(0)
  })

  it('a file is a download under a name that tells nobody', async () => {
    const response = await personOf('Person A').get(`${PAPERS}/rule-39/file?knownBy=2014-02-19&format=html`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="rule-39-2014-02-19-draft.html"')
    const gaps = await personOf('Person A').get(`${PAPERS}/rule-39/gaps?knownBy=2014-02-19&format=text`)
    expect(gaps.headers.get('content-disposition')).toBe('attachment; filename="gaps-rule-39-2014-02-19.txt"')
    expect(gaps.headers.get(LAST_HEADER)).not.toBe('0')
  })

  it('an original that is held is bound behind the paper that leans on it', async () => {
    const path = `${PAPERS}/rule-39/file?knownBy=2014-02-19T09:00&exhibits=yes`
    expect((await personOf('Person A').get(path)).status).toBe(404)
    const bytes = new TextEncoder().encode('The applicant holds a passport of Kazakhstan.')
    const sha256 = await workspace.putOriginal('pavlov-2014', bytes)
    const bodies: readonly Body[] = [
      {
        kind: 'document',
        document: {
          id: 'passport-note',
          title: 'Note on the passport',
          publisher: 'The defence',
          arrived: '2014-02-01',
          mediaType: 'text/plain',
          disclosure: 'counsel',
          sha256,
        },
      },
      {
        kind: 'claim',
        claim: {
          id: 'passport-note.nationality',
          subject: 'aleksandr-pavlov',
          property: 'nationality',
          value: 'KZ',
          speaker: 'defence',
          document: 'passport-note',
          learned: '2014-02-01',
          disclosure: 'counsel',
        },
      },
    ]
    await workspace.act('pavlov-2014', 'Person A', bodies, await workspace.last('pavlov-2014'))
    const bound = await personOf('Person A').get(path)
    expect(bound.headers.get('content-disposition')).toContain('"rule-39-2014-02-19-draft-with-exhibits.pdf"')
    expect(new TextDecoder().decode((await bound.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  })

  it('who takes a step is who is signed in: one name under two spellings is one person', async () => {
    const a = personOf('Person A')
    const draft = await a.draft(EVENING)
    expect(draft.steps).toMatchObject({ ask: true, approve: false, own: false })
    expect(await a.step('asked', draft)).toBe(200)
    expect((await a.draft(EVENING)).steps).toMatchObject({ approve: false, own: true })
    expect(await a.step('approved', draft)).toBe(400)
    expect(await personOf('person  Á').step('approved', draft)).toBe(400)
    const b = personOf('Person B')
    expect((await b.draft('knownBy=2014-02-20T09:00')).otherTexts).toMatchObject([
      { status: 'asked', askedBy: 'Person A' },
    ])
    expect(await b.step('approved', await b.draft(EVENING))).toBe(200)
    expect((await b.draft(EVENING)).release).toMatchObject({ status: 'released', askedBy: 'Person A' })
  })

  it('an inserted fact that reads otherwise than when it was written is told', async () => {
    const insertion = 'aleksandr-pavlov.nationality'
    const passage = {
      id: 'background-1',
      paper: 'statement',
      slot: 'background',
      language: 'en',
      text: `He holds the nationality of {${insertion}}.`,
      by: 'Person A',
      learned: '2014-02-01',
      read: { [insertion]: 'Spain' },
    }
    await workspace.act(
      'pavlov-2014',
      'Person A',
      [{ kind: 'passage', passage }],
      await workspace.last('pavlov-2014'),
    )
    const { changed, release } = await personOf('Person A').draft(EVENING)
    expect(changed).toEqual([{ slot: 'background', insertion, was: 'Spain', is: 'Kazakhstan' }])
    expect(release.status).toBe('not_asked')
  })

  it('what is not there is refused in words: a kind, a format, a case', async () => {
    const a = personOf('Person A')
    expect((await a.get(`${PAPERS}/ransom-note`)).status).toBe(404)
    expect((await a.get(`${PAPERS}/statement/file?format=exe`)).status).toBe(400)
    expect((await a.get('/api/cases/nobody/papers')).status).toBe(404)
    expect((await app.request(PAPERS)).status).toBe(401)
  })
})
