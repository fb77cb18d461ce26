/** Every address of the program. */
import { z } from 'zod'
import { actRoutes } from './acts.ts'
import { calendarRoutes } from './calendar.ts'
import { caseRoutes } from './cases.ts'
import { documentRoutes } from './documents.ts'
import { lawRoutes } from './law.ts'
import { openApiOf } from './openapi.ts'
import { paperRoutes } from './papers.ts'
import { reviewRoutes } from './review.ts'
import { type Route, route } from './route.ts'
import { searchRoutes } from './search.ts'
import { sessionRoutes } from './session-routes.ts'

const described: readonly Route[] = [
  ...sessionRoutes,
  ...caseRoutes,
  ...calendarRoutes,
  ...documentRoutes,
  ...reviewRoutes,
  ...searchRoutes,
  ...paperRoutes,
  ...actRoutes,
  ...lawRoutes,
]

const openApi = route({
  method: 'get',
  path: '/api/openapi.json',
  about: 'This document: every address, what it takes and what it answers.',
  answer: z.looseObject({ openapi: z.string() }),
  handle: () => openApiOf(routes),
})

export const routes: readonly Route[] = [...described, openApi]
