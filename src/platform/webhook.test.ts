import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { DeliveryError } from './delivery.ts'
import { httpWebhook, SIGNATURE_HEADER } from './webhook.ts'

const secret = 'a secret made by chance'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function standIn(
  answer: (response: ServerResponse, request: IncomingMessage, body: string) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => answer(response, request, body))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  return `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/alerts`
}

const post = async (address: string): Promise<unknown> =>
  httpWebhook({ address, secret, timeoutMilliseconds: 400 })
    .post({ id: 'abc', title: 'Deadline K7M · file 7F3B' })
    .then(
      () => 'taken',
      (error: unknown) => error,
    )

describe('a webhook', () => {
  it('is given the message as JSON with a signature that only the secret can make', async () => {
    let heard = { body: '', signature: '', agent: '' }
    const address = await standIn((response, { headers }, body) => {
      heard = {
        body,
        signature: String(headers[SIGNATURE_HEADER]),
        agent: String(headers['user-agent']),
      }
      response.end()
    })
    expect(await post(address)).toBe('taken')
    expect(JSON.parse(heard.body)).toEqual({ id: 'abc', title: 'Deadline K7M · file 7F3B' })
    expect(heard.signature).toBe(`sha256=${createHmac('sha256', secret).update(heard.body).digest('hex')}`)
    expect(heard.agent).toBe('Forestay')
  })

  it('that hangs, breaks off or answers with a fault has not taken it, and it says so in time', async () => {
    const hangs = await standIn(() => undefined)
    const breaks = await standIn((response) => response.destroy())
    const fails = await standIn((response) => void response.writeHead(500).end('no'))
    const errors = [await post(hangs), await post(breaks), await post(fails), await post('http://127.0.0.1:9/')]
    expect(errors.map((error) => error instanceof DeliveryError)).toEqual([true, true, true, true])
    expect((errors[0] as DeliveryError).why).toBe('It did not answer within 0.4 seconds.')
    expect((errors[2] as DeliveryError).why).toBe('It answered 500.')
  })

  it('is not followed where it sends us', async () => {
    let asked = 0
    const other = await standIn((response) => {
      asked += 1
      response.end()
    })
    const address = await standIn((response) => void response.writeHead(307, { location: other }).end())
    expect(await post(address)).toMatchObject({ why: 'It answered 307: go elsewhere.' })
    expect(asked).toBe(0)
  })

  it('may answer at any length: nothing of it is kept', async () => {
    const address = await standIn((response) => {
      response.writeHead(200)
      const more = setInterval(() => response.write('x'.repeat(100_000)), 1)
      response.on('close', () => clearInterval(more))
    })
    expect(await post(address)).toBe('taken')
  })

  it.each([
    'http://example.org/x',
    'http://127.0.0.1.example.org/',
    'https://name:word@example.org/',
    'ftp://x/',
    'x',
  ])('cannot stand at %s', (address) => {
    expect(() => httpWebhook({ address, secret })).toThrow(DeliveryError)
  })
  it('needs a secret that cannot be tried out, and a short message', async () => {
    expect(() => httpWebhook({ address: 'https://example.org/', secret: 'short' })).toThrow('too short')
    const long = httpWebhook({ address: 'http://127.0.0.1:9/', secret }).post({ text: 'x'.repeat(20_000) })
    await expect(long).rejects.toThrow('Nothing was sent')
  })
})
