/** Files as a folder of a real desk holds them: many formats, four languages, some broken, some twice. */
import * as mupdf from 'mupdf'
import { bytesOf, docx, extra, mail, odt, paragraph, pdf, rtf, stream, words, zip } from './documents.ts'

export interface MixedFile {
  /** The folder it lies in: its format. */
  readonly format: MixedFormat
  readonly name: string
  readonly bytes: Uint8Array
  /** How many documents come out of it, itself among them. */
  readonly documents: number
  /** Of those, how many cannot be read. */
  readonly refused: number
}

/** How many of a thousand there are of each. */
const shares = {
  'pdf-text': 220,
  docx: 150,
  odt: 60,
  rtf: 70,
  html: 120,
  eml: 100,
  mbox: 20,
  'txt-utf-8': 70,
  'txt-windows-1251': 40,
  'txt-koi8-r': 20,
  'txt-latin-1': 40,
  zip: 40,
  png: 10,
  'pdf-scanned': 10,
  broken: 20,
  twice: 10,
} as const
export type MixedFormat = keyof typeof shares
export const mixedFormats = Object.keys(shares) as readonly MixedFormat[]

const SHARES_SUM = Object.values(shares).reduce((sum, share) => sum + share, 0)

type Language = 'en' | 'es' | 'fr' | 'ru'
const parts: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: [
    ['The ministry', 'The court', 'The lawyer of Person A', 'A monitor', 'The prosecutor', 'A former judge'],
    ['decided on 14 February 2014', 'wrote in the letter', 'told the desk', 'did not say', 'repeated on Friday'],
    [
      'that the surrender was authorised',
      'that no date was set',
      'that the appeal was pending',
      'what the order holds',
    ],
    [
      'in the case of Person B.',
      'to the requesting State.',
      'before the hearing.',
      'without a reason.',
      'in open session.',
    ],
  ],
  es: [
    [
      'El ministerio',
      'El tribunal',
      'La abogada de la persona A',
      'Una observadora',
      'El fiscal',
      'Un antiguo juez',
    ],
    [
      'decidió el 14 de febrero de 2014',
      'escribió en la carta',
      'dijo al equipo',
      'no explicó',
      'repitió el viernes',
    ],
    [
      'que la entrega estaba autorizada',
      'que no había fecha',
      'que el recurso seguía pendiente',
      'qué dice la resolución',
    ],
    [
      'en el caso de la persona B.',
      'al Estado requirente.',
      'antes de la vista.',
      'sin razón alguna.',
      'en sesión pública.',
    ],
  ],
  fr: [
    ['Le ministère', 'La cour', "L'avocate de la personne A", 'Une observatrice', 'Le procureur', 'Un ancien juge'],
    [
      'a décidé le 14 février 2014',
      'a écrit dans la lettre',
      "a dit à l'équipe",
      "n'a pas expliqué",
      'a répété vendredi',
    ],
    [
      'que la remise était autorisée',
      "qu'aucune date n'était fixée",
      'que le recours était pendant',
      'ce que dit la décision',
    ],
    [
      "dans l'affaire de la personne B.",
      "à l'État requérant.",
      "avant l'audience.",
      'sans motif.',
      'en séance publique.',
    ],
  ],
  ru: [
    ['Министерство', 'Суд', 'Адвокат лица А', 'Наблюдатель', 'Прокурор', 'Бывший судья'],
    ['решило 14 февраля 2014 года', 'сообщило в письме', 'сообщило группе', 'не объяснило', 'повторило в пятницу'],
    ['что выдача разрешена', 'что дата не назначена', 'что жалоба рассматривается', 'что говорится в решении'],
    ['по делу лица Б.', 'запрашивающему государству.', 'до слушания.', 'без причины.', 'в открытом заседании.'],
  ],
}

/** The same numbers for the same seed: xorshift, good enough to mix with. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function linesOf(language: Language, count: number, seed: number): readonly string[] {
  const next = numbers(seed)
  return Array.from({ length: count }, (_, line) => {
    const sentence = parts[language].map((choices) => choices[next(choices.length)] ?? '').join(' ')
    return `${line + 1}. ${sentence} (${next(9000) + 1000}/${next(90) + 10})`
  })
}

/** As a program of the nineties would have written it. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const codes = new Map(
    Array.from({ length: 256 }, (_, code): [string, number] => [decoder.decode(Uint8Array.of(code)), code]),
  )
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 0x3f)
}

const pdfPage = (lines: readonly string[]): string =>
  lines.map((line, n) => words(line, 50, 790 - n * 16, '0 g', 9)).join('\n')

const rtfText = (line: string): string =>
  line.replace(/[^\x20-\x7e]/gu, (letter) => String.raw`\u${letter.charCodeAt(0)}?`)

const mailOf = (seed: number, lines: readonly string[], attached: boolean): string =>
  mail(`Order ${seed}`, [
    { type: 'text/plain; charset=utf-8', body: lines.join('\r\n') },
    ...(attached ? [{ type: 'text/plain', name: `note-${seed}.txt`, body: `A note to letter ${seed}.` }] : []),
  ]).replace('<1@example.org>', `<${seed}@example.org>`)

/** A page as a scanner gives it. */
function scan(seed: number): {
  readonly png: Uint8Array
  readonly pixels: string
  readonly size: readonly [number, number]
} {
  const content = linesOf('en', 3, seed)
    .map((line, n) => words(line, 20, 90 - n * 22, '0 g', 11))
    .join('\n')
  const page = mupdf.Document.openDocument(pdf([{ content, size: [560, 130] }]), 'application/pdf').loadPage(0)
  const picture = page.toPixmap(mupdf.Matrix.scale(2, 2), mupdf.ColorSpace.DeviceGray)
  const pixels = Buffer.from(picture.getPixels()).toString('latin1')
  return { png: picture.asPNG(), pixels, size: [picture.getWidth(), picture.getHeight()] }
}

function scannedPdf(seed: number): Uint8Array {
  const { pixels, size } = scan(seed)
  const picture = stream(
    pixels,
    `/Type /XObject /Subtype /Image /Width ${size[0]} /Height ${size[1]} /ColorSpace /DeviceGray /BitsPerComponent 8`,
  )
  return pdf([{ content: 'q 560 0 0 130 20 600 cm /Scan Do Q' }], {
    objects: [picture],
    resources: `/XObject << /Scan ${extra(0)} >>`,
  })
}

interface Made {
  readonly ending: string
  readonly bytes: Uint8Array
  readonly documents?: number
  readonly refused?: number
}

const latinLanguage = (seed: number): Language => (['en', 'es', 'fr'] as const)[seed % 3] ?? 'en'
const anyLanguage = (seed: number): Language => (['en', 'es', 'fr', 'ru'] as const)[seed % 4] ?? 'en'
const anyLines = (seed: number): readonly string[] => linesOf(anyLanguage(seed), 12 + (seed % 20), seed)
const latinLines = (seed: number): readonly string[] => linesOf(latinLanguage(seed), 12 + (seed % 20), seed)
const text = (encoding: string, language: Language, seed: number): Made => ({
  ending: 'txt',
  bytes: encoded(linesOf(language, 12 + (seed % 20), seed).join('\r\n'), encoding),
})

const makers: Readonly<Record<MixedFormat, (seed: number) => Made>> = {
  'pdf-text': (seed) => ({
    ending: 'pdf',
    bytes: pdf(
      Array.from({ length: 1 + (seed % 5) }, (_, page) => ({
        content: pdfPage(linesOf(latinLanguage(seed), 40, seed * 31 + page)),
      })),
    ),
  }),
  docx: (seed) => ({
    ending: 'docx',
    bytes: docx(
      anyLines(seed)
        .map((line) => paragraph(line))
        .join(''),
    ),
  }),
  odt: (seed) => ({
    ending: 'odt',
    bytes: odt(
      `<office:body>${anyLines(seed)
        .map((line) => `<text:p>${line}</text:p>`)
        .join('')}</office:body>`,
    ),
  }),
  rtf: (seed) => ({
    ending: 'rtf',
    bytes: rtf(
      anyLines(seed)
        .map(rtfText)
        .join(String.raw`\par `),
    ),
  }),
  html: (seed) => ({
    ending: 'html',
    bytes: bytesOf(
      `<!doctype html><html lang="${anyLanguage(seed)}"><head><meta charset="utf-8"><title>Page ${seed}</title></head>` +
        `<body><nav>Home</nav><main>${anyLines(seed)
          .map((line) => `<p>${line}</p>`)
          .join('')}</main></body></html>`,
    ),
  }),
  eml: (seed) => ({
    ending: 'eml',
    bytes: bytesOf(mailOf(seed, anyLines(seed), seed % 2 === 0)),
    documents: seed % 2 === 0 ? 2 : 1,
  }),
  mbox: (seed) => ({
    ending: 'mbox',
    bytes: bytesOf(
      [1, 2]
        .map(
          (n) =>
            `From a@example.org Wed Feb 19 09:15:00 2014\n${mailOf(seed * 10 + n, latinLines(seed + n), false)}\n`,
        )
        .join(''),
    ),
    documents: 3,
  }),
  'txt-utf-8': (seed) => ({ ending: 'txt', bytes: bytesOf(anyLines(seed).join('\n')) }),
  'txt-windows-1251': (seed) => text('windows-1251', 'ru', seed),
  'txt-koi8-r': (seed) => text('koi8-r', 'ru', seed),
  'txt-latin-1': (seed) => text('windows-1252', seed % 2 === 0 ? 'es' : 'fr', seed),
  zip: (seed) => ({
    ending: 'zip',
    bytes: zip({
      [`orders/letter-${seed}.txt`]: anyLines(seed).join('\n'),
      [`orders/order-${seed}.docx`]: docx(paragraph(`Order ${seed}. ${latinLines(seed).join(' ')}`)),
      [`mail-${seed}.eml`]: mailOf(seed, latinLines(seed), false),
    }),
    documents: 4,
  }),
  png: (seed) => ({ ending: 'png', bytes: scan(seed).png }),
  'pdf-scanned': (seed) => ({ ending: 'pdf', bytes: scannedPdf(seed) }),
  broken: (seed) => {
    const kinds: readonly Made[] = [
      { ending: 'docx', bytes: zip({ 'word/document.xml': `<w:document ${seed}` }) },
      { ending: 'pdf', bytes: bytesOf(`%PDF-1.7 ${seed} and nothing more`) },
      { ending: 'bin', bytes: Uint8Array.from({ length: 300 }, (_, n) => (n * 7 + seed) % 8) },
      { ending: 'doc', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, seed % 256, 1, 2]) },
    ]
    return { ...(kinds[seed % kinds.length] ?? { ending: 'txt', bytes: new Uint8Array() }), refused: 1 }
  },
  // The letter with the number 1, again and again.
  twice: () => ({ ending: 'txt', bytes: bytesOf(anyLines(1).join('\n')) }),
}

/** `count` files in a mixed order; the same for the same count. */
export function* mixedFiles(count: number): Generator<MixedFile> {
  const order = mixedFormats.flatMap((format) =>
    Array.from({ length: Math.max(1, Math.round((shares[format] * count) / SHARES_SUM)) }, (_, n) => ({
      format,
      n: n + 1,
    })),
  )
  const next = numbers(count + 1)
  for (let at = order.length - 1; at > 0; at--) {
    const other = next(at + 1)
    const [a, b] = [order[at], order[other]]
    if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a]
  }
  for (const { format, n } of order.slice(0, Math.max(count, mixedFormats.length))) {
    const { ending, bytes, documents = 1, refused = 0 } = makers[format](n)
    yield { format, name: `${format}-${String(n).padStart(4, '0')}.${ending}`, bytes, documents, refused }
  }
}
