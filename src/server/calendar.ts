/** Deadlines as a calendar, the feed that a calendar program may fetch, and the alerts that are due. */
import { z } from 'zod'
import { alertWords } from '../casework/index.ts'
import { calendarOf } from '../publish/calendar/index.ts'
import { isoMinute } from '../record/index.ts'
import { nowOf, opened } from './asked.ts'
import { type Desk, Refusal, type Services, startIt } from './env.ts'
import { BYTES, type Route, route } from './route.ts'

/** How often a calendar program should look again, in minutes. */
const REFRESH_MINUTES = 15

const AlertLine = z.strictObject({
  case: z.string(),
  /** As a calendar or a mail calls it. */
  deadline: z.string(),
  file: z.string(),
  kind: z.enum(['ahead', 'overdue']),
  safe: z.string(),
  title: z.string(),
})
const AlertsAnswer = z.strictObject({
  due: z.array(AlertLine),
  /** What could not be told by mail or webhook yet. */
  failures: z.array(
    z.strictObject({ way: z.string(), deadline: z.string(), file: z.string(), tries: z.number(), why: z.string() }),
  ),
  problems: z.array(z.string()),
})
const FeedOpened = z.strictObject({ path: z.string() })
const FeedState = z.strictObject({ open: z.boolean() })

function deskOf({ desk }: Services): Desk {
  if (desk !== undefined) return desk
  throw new Refusal(
    404,
    'not-found',
    { en: 'This workbench gives out no calendars.', es: 'Este banco de trabajo no da calendarios.' },
    startIt,
  )
}

const asCalendar = (bytes: Uint8Array): Response =>
  new Response(bytes.slice(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="deadlines.ics"',
      'cache-control': 'no-store',
    },
  })

export const calendarRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:case/calendar.ics',
    about: 'The running deadlines as iCalendar, in neutral words unless `wording=full` is asked for.',
    times: true,
    query: z.looseObject({ wording: z.enum(['neutral', 'full']).default('neutral') }),
    answer: BYTES,
    handle: async ({ context, services, language, query: { wording } }) =>
      asCalendar(calendarOf(await opened(context), { key: deskOf(services).key, wording, language })),
  }),
  route({
    method: 'get',
    path: '/api/cases/:case/feed',
    about: 'Whether a calendar program can fetch the deadlines of this case.',
    answer: FeedState,
    handle: async ({ context, services, param }) => {
      await opened(context)
      return { open: await deskOf(services).feeds.isOpen(param('case')) }
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:case/feed',
    about: 'Opens an address for calendar programs on this machine, told this once; an earlier one is closed.',
    answer: FeedOpened,
    handle: async ({ context, services, param }) => {
      await opened(context)
      const act = { by: context.get('session').name, at: services.clock.now() }
      return { path: `/feed/${await deskOf(services).feeds.open(param('case'), act)}/deadlines.ics` }
    },
  }),
  route({
    method: 'delete',
    path: '/api/cases/:case/feed',
    about: 'Closes the address for calendar programs.',
    handle: async ({ context, services, param }) => {
      await opened(context)
      await deskOf(services).feeds.close(param('case'), {
        by: context.get('session').name,
        at: services.clock.now(),
      })
      return undefined
    },
  }),
  route({
    method: 'get',
    path: '/feed/:token/deadlines.ics',
    about: 'The feed: running deadlines in neutral words, for whoever has the address.',
    open: true,
    answer: BYTES,
    handle: async ({ context, services, language, param }) => {
      const { feeds, key } = deskOf(services)
      const now = nowOf(context)
      const id = await feeds.caseOf(param('token'))
      const times = { at: now, knownBy: now, audience: 'desk' } as const
      const found = id === undefined ? undefined : await services.workspace.open(id, () => times)
      if (found === undefined)
        throw new Refusal(
          404,
          'not-found',
          { en: 'There is no such feed.', es: 'No existe ese canal.' },
          { en: 'Open a new one in the workbench.', es: 'Abra uno nuevo en el banco de trabajo.' },
        )
      return asCalendar(calendarOf(found, { key, language, refresh: REFRESH_MINUTES }))
    },
  }),
  route({
    method: 'get',
    path: '/api/alerts',
    about: 'Deadlines that somebody should be told of now, and what could not be told.',
    answer: AlertsAnswer,
    handle: ({ context, services, language }) => {
      const { due, failures, problems } = deskOf(services).alerts.status()
      const now = nowOf(context)
      return {
        due: due.map((alert) => ({
          case: alert.deadline.case,
          deadline: alert.deadline.marks.deadline,
          file: alert.deadline.marks.file,
          kind: alert.kind,
          safe: isoMinute(alert.deadline.zone, alert.deadline.safe),
          title: alertWords(alert, { wording: 'full', language, now }).title,
        })),
        failures: failures.map(({ way, alert, tries, why }) => ({
          way,
          deadline: alert.deadline.marks.deadline,
          file: alert.deadline.marks.file,
          tries,
          why,
        })),
        problems: [...problems],
      }
    },
  }),
]
