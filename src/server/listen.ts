import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Services } from './env.ts'

export interface Listening {
  readonly address: string
  /** Resolves when a browser has been given the script of the pages for the first time. */
  readonly opened: Promise<void>
  close(): Promise<void>
}

/** Only this machine can reach it. */
const LOOPBACK = '127.0.0.1'
const LOOPBACK_6 = '::1'

const SCRIPT = '/app.js'

/** Serves the workbench on loopback; port 0 lets the system choose. Throws where `host` is no loopback address. */
export function listen(services: Services, port: number, host = LOOPBACK): Promise<Listening> {
  if (host !== LOOPBACK && host !== LOOPBACK_6) throw new Error(`The workbench is not served on ${host}.`)
  return new Promise((resolve, reject) => {
    let open = (): void => {}
    const opened = new Promise<void>((taken) => {
      open = taken
    })
    const server = serve({ fetch: createApp(services).fetch, hostname: host, port }, (info) => {
      resolve({
        address: `http://${host === LOOPBACK_6 ? `[${host}]` : host}:${info.port}`,
        opened,
        close: () =>
          new Promise((done, failed) => server.close((error) => (error === undefined ? done() : failed(error)))),
      })
    })
    server.once('error', reject)
    server.on('request', ({ url }: IncomingMessage, response: ServerResponse) => {
      if (url === SCRIPT)
        response.once('finish', () => {
          open()
        })
    })
  })
}
