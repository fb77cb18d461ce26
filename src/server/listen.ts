import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Services } from './env.ts'

export interface Listening {
  readonly address: string
  close(): Promise<void>
}

/** Only this machine can reach it. */
const LOOPBACK = '127.0.0.1'

/** Serves the workbench on loopback; port 0 lets the system choose. */
export function listen(services: Services, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: createApp(services).fetch, hostname: LOOPBACK, port }, (info) => {
      resolve({
        address: `http://${LOOPBACK}:${info.port}`,
        close: () =>
          new Promise((done, failed) => server.close((error) => (error === undefined ? done() : failed(error)))),
      })
    })
    server.once('error', reject)
  })
}
