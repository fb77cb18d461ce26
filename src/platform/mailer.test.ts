import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { DeliveryError } from './delivery.ts'
import { smtpMailer } from './mailer.ts'

/** What a mail server says at each point; a missing answer is silence. */
interface Manners {
  readonly greeting?: string
  readonly recipient?: string
  readonly end?: string
  /** Says a word each 20 ms and never comes to the point. */
  readonly dawdles?: boolean
}

interface StandIn {
  readonly port: number
  /** Every line that was said to it. */
  readonly heard: string[]
}

const open: (Server | Socket)[] = []
afterEach(() => {
  for (const one of open.splice(0)) {
    if ('close' in one) one.close()
    else one.destroy()
  }
})

/** A mail server on this machine, just polite enough. */
async function standIn(manners: Manners = {}): Promise<StandIn> {
  const heard: string[] = []
  const server = createServer((socket) => {
    open.push(socket)
    converse(socket, { greeting: '220 ready', recipient: '250 ok', end: '250 kept', ...manners }, heard)
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  return { port: typeof place === 'object' && place !== null ? place.port : 0, heard }
}

function converse(socket: Socket, manners: Manners, heard: string[]): void {
  const say = (line: string | undefined): void => void (line !== undefined && socket.write(`${line}\r\n`))
  socket.on('error', () => undefined)
  if (manners.dawdles === true) {
    const timer = setInterval(() => say('220-wait'), 20)
    socket.on('close', () => clearInterval(timer))
    return
  }
  say(manners.greeting)
  let inMail = false
  let rest = ''
  socket.on('data', (bytes) => {
    const lines = (rest + bytes.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      heard.push(line)
      if (inMail) {
        if (line !== '.') continue
        inMail = false
        say(manners.end)
      } else if (/^(EHLO|HELO|MAIL|QUIT)/.test(line)) say('250 ok')
      else if (line.startsWith('RCPT')) say(manners.recipient)
      else if (line === 'DATA') {
        inMail = true
        say('354 go on')
      } else say('502 what?')
    }
  })
}

const mail = {
  id: 'abc123',
  from: 'desk@example.org',
  to: 'person@example.org',
  subject: 'Deadline K7M · file 7F3B: 2 days left',
  text: 'Safe date: 2026-03-20.\n',
}
const send = async (port: number): Promise<unknown> =>
  smtpMailer({ host: '127.0.0.1', port, security: 'none', timeoutMilliseconds: 400 })
    .send(mail)
    .then(
      () => 'sent',
      (error: unknown) => error,
    )

describe('a mail', () => {
  it('reaches the server, under the same name at each attempt, and does not tell what this machine is called', async () => {
    const { port, heard } = await standIn()
    expect(await send(port)).toBe('sent')
    const text = heard.join('\n')
    expect(heard[0]).toBe('EHLO localhost')
    expect(text).toContain('MAIL FROM:<desk@example.org>')
    expect(text).toContain('RCPT TO:<person@example.org>')
    expect(text).toContain('Message-ID: <abc123@forestay.invalid>')
    expect(text).toContain('Safe date: 2026-03-20.')
    expect(text).not.toMatch(/x-mailer/i)
  })

  it.each([
    ['says nothing', { greeting: undefined }],
    ['speaks slowly and never comes to the point', { dawdles: true }],
    ['does not want to', { greeting: '554 go away' }],
    ['does not know the recipient', { recipient: '550 who?' }],
    ['takes the mail and then cannot keep it', { end: '452 disk full' }],
    ['falls silent after the mail', { end: undefined }],
  ])('is not sent to a server that %s: it says so, in time', async (_title, manners) => {
    const { port } = await standIn(manners as Manners)
    const error = await send(port)
    expect(error).toBeInstanceOf(DeliveryError)
    expect(error).toMatchObject({ message: 'The mail server 127.0.0.1 did not take the mail.' })
    expect((error as DeliveryError).why).not.toBe('')
  })

  it('is not sent where nobody listens', async () => {
    const { port } = await standIn()
    for (const one of open.splice(0)) if ('close' in one) one.close()
    expect(await send(port)).toBeInstanceOf(DeliveryError)
  })

  it('is not sent in the clear: neither to another machine, nor where encryption was asked for and is not offered', async () => {
    expect(() => smtpMailer({ host: 'mail.example.org', port: 25, security: 'none' })).toThrow('in the clear')
    const { port, heard } = await standIn()
    const mailer = smtpMailer({
      host: '127.0.0.1',
      port,
      security: 'starttls',
      user: 'desk',
      password: 'secret-of-the-desk',
      timeoutMilliseconds: 400,
    })
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(DeliveryError)
    expect(heard.join('\n')).not.toContain('MAIL FROM')
    expect(heard.join('\n')).not.toContain(Buffer.from('secret-of-the-desk').toString('base64'))
  })
})
