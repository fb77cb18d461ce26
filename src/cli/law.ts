import { z } from 'zod'
import { blockSchemas } from '../law/index.ts'
import { UsageError } from './errors.ts'
import { type Command, optionOn } from './command.ts'
import { lawArticle34 } from './law-article-34.ts'
import { checkLaw } from './law-check.ts'
import { lawDeadline } from './law-deadline.ts'
import { diffLaw } from './law-diff.ts'
import { newLaw } from './law-new.ts'
import { reviewLaw } from './law-review.ts'
import { listLaw, showLaw } from './law-show.ts'
import { watchLaw } from './law-watch.ts'

/** `law schema`: the JSON Schema of the blocks, for editors that complete and check while one writes. */
const printSchema: Command['run'] = ({ out }) => {
  out.json({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Forestay law pack block',
    anyOf: Object.values(blockSchemas).map((schema) => z.toJSONSchema(schema, { io: 'input' })),
  })
  return Promise.resolve(0)
}

const forms: Readonly<Record<string, Command['run']>> = {
  list: listLaw,
  show: showLaw,
  check: (context, args) => (optionOn(args, 'watch') ? watchLaw(context, args, checkLaw) : checkLaw(context, args)),
  new: newLaw,
  review: reviewLaw,
  diff: diffLaw,
  deadline: lawDeadline,
  'article-34': lawArticle34,
  schema: printSchema,
}

export const command: Command = {
  name: 'law',
  summary: { en: 'read, check and count with the law packs', es: 'lee, comprueba y calcula con las normas' },
  usage: [
    'law list [KIND] [--unverified]',
    'law show NAME',
    'law check [PACK…] [--watch]',
    'law new STATE',
    'law review PACK [--out FILE]',
    'law diff FOLDER FOLDER [--all] [--known-by DATE] [--data FOLDER]',
    'law deadline REMEDY --from FACT=DATE [--on DATE]',
    'law article-34 --sending STATE EVENT… [--on DATE] [--known-by DATE] [--person NAME] [--zone ZONE]',
    'law schema',
  ],
  options: {
    unverified: {
      about: {
        en: 'list: only what nobody has checked against a source',
        es: 'list: solo lo no contrastado con una fuente',
      },
    },
    watch: {
      about: {
        en: 'check: again whenever a page is saved, until Ctrl-C',
        es: 'check: de nuevo cada vez que se guarda una página, hasta Ctrl-C',
      },
    },
    out: {
      value: 'FILE',
      about: { en: 'review: the HTML file to write', es: 'review: el fichero HTML que se escribe' },
    },
    all: {
      about: {
        en: 'diff: also which stored cases come out otherwise',
        es: 'diff: también qué casos guardados cambian de resultado',
      },
    },
    data: {
      value: 'FOLDER',
      about: {
        en: 'diff --all: data folder with stored cases (default: .forestay in the project)',
        es: 'diff --all: carpeta de datos con los casos guardados (por defecto: .forestay en el proyecto)',
      },
    },
    from: {
      value: 'FACT=DATE',
      about: {
        en: 'deadline: what starts it, such as notified=2014-02-14',
        es: 'deadline: lo que lo inicia, como notified=2014-02-14',
      },
    },
    on: {
      value: 'DATE',
      about: {
        en: 'deadline: whether it is over on that day; article-34: what was so by then',
        es: 'deadline: si ha vencido ese día; article-34: lo que era así para entonces',
      },
    },
    sending: {
      value: 'STATE',
      about: { en: 'article-34: whose conduct, as FR', es: 'article-34: la conducta de qué Estado, como FR' },
    },
    'known-by': {
      value: 'TIME',
      about: {
        en: 'article-34: by the judgments that could be cited then; diff --all: as known then (default: now)',
        es: 'article-34: según las sentencias citables entonces; diff --all: según lo sabido (por defecto: ahora)',
      },
    },
    person: {
      value: 'NAME',
      about: {
        en: 'article-34: for one of several applicants',
        es: 'article-34: para uno de varios demandantes',
      },
    },
    zone: {
      value: 'ZONE',
      about: {
        en: 'article-34: the clock of hours without a zone (default Europe/Paris)',
        es: 'article-34: el reloj de las horas sin huso (por defecto Europe/Paris)',
      },
    },
  },
  examples: [
    'law list remedy',
    'law show es.suplica',
    'law check',
    'law deadline es.suplica --from notified=2013-07-12',
    'law diff old/law law --all',
    'law article-34 --sending FR "measure-indicated 2015-09-22T12:05 addressee=FR" "removed 2015-09-22T12:35"',
  ],
  async run(context, args) {
    const [form = '', ...rest] = args.positionals
    const run = Object.hasOwn(forms, form) ? forms[form] : undefined
    if (run === undefined) {
      const known = Object.keys(forms).join(', ')
      throw new UsageError({ en: `law needs one of: ${known}`, es: `law necesita una de: ${known}` })
    }
    return run(context, { ...args, positionals: rest })
  },
}
