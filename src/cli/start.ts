import { join } from 'node:path'
import { answerOf } from '../casework/index.ts'
import { dataFolderOf, openDesk, openWorkspace, WORKED_CASE } from '../compose.ts'
import { standingOf } from '../law/index.ts'
import { type Files, systemTimer } from '../platform/index.ts'
import { Drafting, listen, type PageFiles, Readings, Sessions } from '../server/index.ts'
import { alertSettingsOf, alertsOption, alertsText, terminalOutlet } from './alerts.ts'
import { askedCase, timesText } from './case-options.ts'
import { type Arguments, type Command, type Context, type ExitCode, optionOn, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import { printStanding } from './standing-text.ts'

/** The morning on which the press item went out. */
const MORNING = '2014-02-19T09:00'
/** The first port tried; any free one when it is taken or `--port 0`. */
const PORT_DEFAULT = 4014
/** Milliseconds in which the link is opened, if it is opened at once. */
const PAGE_FIRST_MILLISECONDS = 2_000

export const command: Command = {
  name: 'start',
  summary: {
    en: 'open the workbench in the browser, with the worked case in it',
    es: 'abre el banco de trabajo en el navegador, con el caso de ejemplo',
  },
  usage: ['start [--demo] [--empty] [--data FOLDER] [--host HOST] [--port PORT] [--alerts FILE] [--print]'],
  about: {
    en: 'The first time it asks for a passphrase and makes an encrypted data folder. With --demo nothing is kept. Without a terminal to ask in, or with --print, it prints the standing of the worked case instead and ends.',
    es: 'La primera vez pide una contraseña y crea una carpeta de datos cifrada. Con --demo no se guarda nada. Sin terminal en que preguntar, o con --print, imprime la situación del caso de ejemplo y termina.',
  },
  options: {
    demo: { about: { en: 'a throw-away store in memory', es: 'un almacén pasajero en memoria' } },
    empty: {
      about: { en: 'begin without the worked case', es: 'empieza sin el caso de ejemplo' },
    },
    data: { value: 'FOLDER', about: { en: 'the data folder', es: 'la carpeta de datos' } },
    host: {
      value: 'HOST',
      about: {
        en: 'only this machine: 127.0.0.1 (default), ::1 or localhost',
        es: 'solo este equipo: 127.0.0.1 (por defecto), ::1 o localhost',
      },
    },
    port: { value: 'PORT', about: { en: 'the port on this machine', es: 'el puerto en esta máquina' } },
    ...alertsOption,
    print: {
      about: {
        en: 'print the standing of the worked case and end',
        es: 'imprime la situación del caso de ejemplo y termina',
      },
    },
  },
  examples: ['start', 'start --demo', 'start --empty', 'start --print'],
  async run(context, args) {
    const terminal = context.platform.prompt.terminal
    const passphrase = context.env['FORESTAY_PASSPHRASE'] !== undefined
    const print = optionOn(args, 'print') || context.json || !(optionOn(args, 'demo') || terminal || passphrase)
    return print ? printWorkedCase(context, args) : serveWorkbench(context, args)
  },
}

async function serveWorkbench(context: Context, args: Arguments): Promise<ExitCode> {
  const { platform, root, env, out, language } = context
  const portText = optionText(args, 'port')
  const port = portText === undefined ? PORT_DEFAULT : Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError({ en: `"${portText ?? ''}" is not a port`, es: `"${portText ?? ''}" no es un puerto` })
  }
  const host = hostAsked(args)
  const settings = await alertSettingsOf(context, args)
  const dataFolder = dataFolderOf({ root, env, dataFolder: optionText(args, 'data') })
  const opened = await openWorkspace(
    { platform, root, env, dataFolder },
    { demo: optionOn(args, 'demo'), empty: optionOn(args, 'empty') },
  )
  const stop = new AbortController()
  try {
    const desk = await openDesk(opened, platform, {
      settings,
      language,
      ...terminalOutlet(out, settings, language),
    })
    const sessions = new Sessions(platform.random)
    const services = {
      workspace: opened.workspace,
      sessions,
      kept: opened.kept,
      readings: new Readings(),
      drafting: new Drafting(platform.files, root, [root, dataFolder]),
      clock: platform.clock,
      pages: await pagesOf(platform.files, join(root, 'dist', 'web')),
      desk,
    }
    const server = await listen(services, port, host).catch(() => listen(services, 0, host))
    const link = `${server.address}/#token=${sessions.issueToken()}`
    const es = language === 'es'
    out.title('Forestay')
    out.paragraph(
      es
        ? 'El banco de trabajo está abierto en este equipo y en ningún otro sitio. El enlace sirve una vez:'
        : 'The workbench is open on this machine and nowhere else. The link works once:',
    )
    out.verbatim([link])
    out.paragraph(
      opened.kept === 'memory'
        ? es
          ? 'Es una demostración: no se guarda nada.'
          : 'This is a demonstration: nothing is kept.'
        : es
          ? `Los casos se guardan cifrados en ${opened.kept}.`
          : `Cases are kept, encrypted, in ${opened.kept}.`,
    )
    out.paragraph(alertsText(settings, language))
    out.paragraph(es ? 'Para terminar: Ctrl-C.' : 'To end: Ctrl-C.')
    // The alerts look at every case, which would keep the page from whoever opens the link at once; while the browser
    // makes its page they keep nobody.
    const ticking = Promise.race([server.opened, systemTimer.wait(PAGE_FIRST_MILLISECONDS, stop.signal)]).then(() =>
      desk.alerts.run(stop.signal),
    )
    await platform.signals.untilStopped()
    stop.abort()
    await server.close()
    await ticking
  } finally {
    await opened.close()
  }
  return 0
}

/** Ways to name this machine, with the address each stands for. */
const loopback: ReadonlyMap<string, string> = new Map([
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['::1', '::1'],
])

/** Where the workbench may be reached: on this machine, until a team can sign in. Throws {@link UsageError}. */
function hostAsked(args: Arguments): string {
  const asked = optionText(args, 'host') ?? '127.0.0.1'
  const host = loopback.get(asked.toLowerCase())
  if (host !== undefined) return host
  throw new UsageError(
    {
      en: `the workbench is not opened on "${asked}": whoever reached it there could read the cases, because sign-in for a team is not configured`,
      es: `el banco de trabajo no se abre en "${asked}": quien llegara a él podría leer los casos, porque no hay acceso de equipo configurado`,
    },
    {
      en: 'leave --host away; to use it from another machine, reach this one through a tunnel of your own, such as ssh -L',
      es: 'quite --host; para usarlo desde otro equipo, llegue a este por un túnel propio, como ssh -L',
    },
  )
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
  png: 'image/png',
}

/** The built pages under `folder`, by the address they are served at. */
async function pagesOf(files: Files, folder: string): Promise<PageFiles> {
  const pages = new Map<string, { bytes: Uint8Array; mediaType: string }>()
  const walk = async (path: string): Promise<void> => {
    for (const { name, kind } of await files.list(join(folder, path))) {
      const inside = `${path}/${name}`
      if (kind === 'folder') await walk(inside)
      else
        pages.set(inside, {
          bytes: await files.read(join(folder, inside)),
          mediaType: mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        })
    }
  }
  if (await files.exists(folder)) await walk('')
  return pages
}

async function printWorkedCase(context: Context, args: Arguments): Promise<ExitCode> {
  const { out, language, json } = context
  const asked = await askedCase(context, {
    ...args,
    positionals: [WORKED_CASE],
    options: new Map([['known-by', [MORNING]]]),
  })
  const { law, view, situation } = asked.opened
  const { standing, evaluated } = standingOf(law, situation)
  const answer = answerOf(standing, evaluated, { law, view, language })
  if (json) {
    out.json(answer)
    return 0
  }
  printStanding(out, answer, timesText(asked, language), language)
  const es = language === 'es'
  out.heading(es ? 'Pruebe ahora' : 'Try next')
  const next: readonly (readonly [string, string])[] = [
    ['./forestay start --demo', es ? 'el banco de trabajo en el navegador' : 'the workbench in the browser'],
    [
      `./forestay standing ${WORKED_CASE} --known-by 2014-02-15`,
      es ? 'lo que podía saberse cuatro días antes' : 'what could be known four days earlier',
    ],
    [
      `./forestay why ${WORKED_CASE} es.asylum-appeal.urgent-stay --known-by ${MORNING}`,
      es ? 'por qué va primero' : 'why it stands first',
    ],
    [
      `./forestay missing ${WORKED_CASE} --known-by 2014-02-15`,
      es ? 'qué habría que preguntar' : 'what one would have to ask',
    ],
    [
      `./forestay what-if ${WORKED_CASE} "measure-indicated 2014-02-20 issuer=echr addressee=ES" --known-by ${MORNING}`,
      es ? 'si Estrasburgo hubiera intervenido' : 'had Strasbourg stepped in',
    ],
    [
      `./forestay contested ${WORKED_CASE} --known-by 2014-03-21`,
      es ? 'dónde se contradicen las fuentes' : 'where the sources contradict each other',
    ],
  ]
  for (const [line, what] of next) {
    out.paragraph(`- ${what}:`, 2)
    out.verbatim([line], 4)
  }
  return 0
}
