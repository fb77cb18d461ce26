import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { HiddenKind } from '../reading.ts'

interface Concealed {
  readonly kind: HiddenKind
  readonly how: string
}

/** Ways to hide words by style; each as it would be said to a person. */
const ways: readonly (readonly [RegExp, HiddenKind, string])[] = [
  [/(?:^|;)display:none/, 'hidden-text', 'by its style (display: none)'],
  [/(?:^|;)visibility:(?:hidden|collapse)/, 'hidden-text', 'by its style (visibility: hidden)'],
  [/(?:^|;)opacity:0?(?:\.0+)?(?:;|$)/, 'transparent-text', 'by its style (opacity: 0)'],
  [
    /(?:^|;)font-size:(?:0(?:\.\d+)?(?:px|pt|em|rem|%)?|1px)(?:;|$)/,
    'tiny-text',
    'by its style (letters without size)',
  ],
  [
    /(?:^|;)(?:text-indent|left|top|margin-left|margin-top):-\d{3,}/,
    'off-page-text',
    'by its style (outside the page)',
  ],
  [
    /(?:^|;)clip(?:-path)?:(?:rect\(0(?:px)?[, ]0|inset\(50%|inset\(100%)/,
    'hidden-text',
    'by its style (cut away)',
  ],
  [
    /^(?=.*(?:^|;)overflow:hidden).*(?:^|;)(?:height|width|max-height):0(?:px)?(?:;|$)/,
    'hidden-text',
    'by its style (no room)',
  ],
]

const SHEETS_CHARACTERS_MAX = 500_000
const RULES_MAX = 2000
const STYLE_CHARACTERS_MAX = 2000

/** `display: none !important` and `DISPLAY:NONE` are the same. */
const plain = (style: string): string =>
  style
    .toLowerCase()
    .replace(/!important/g, '')
    .replace(/\s*([:;,])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** Simple selectors only (`.class`, `#id`, `tag`): what needs a browser to tell is not told. */
export class Concealment {
  readonly #rules = new Map<string, string>()

  constructor(document: Tree.Document) {
    const sheet = sheets(document)
      .slice(0, SHEETS_CHARACTERS_MAX)
      .replace(/\/\*[^]*?\*\//g, '')
    let rules = 0
    for (const [, selectors = '', body = ''] of sheet.matchAll(/([^{}@;]{1,500})\{([^{}]{0,5000})\}/g)) {
      if (++rules > RULES_MAX) break
      for (const selector of selectors.split(',').map((text) => text.trim())) {
        if (/^[.#]?[\w-]+$/.test(selector))
          this.#rules.set(selector, `${this.#rules.get(selector) ?? ''};${plain(body)}`)
      }
    }
  }

  /** How an element is hidden by itself; what lies in it is hidden with it. */
  how(node: Tree.Element): Concealed | undefined {
    const value = (name: string): string | undefined => node.attrs.find((attr) => attr.name === name)?.value
    if (value('hidden') !== undefined) return { kind: 'hidden-text', how: 'marked as hidden' }
    const selectors = [
      node.tagName,
      ...(value('class') ?? '')
        .split(/\s+/)
        .slice(0, 20)
        .map((name) => `.${name}`),
      `#${value('id') ?? ''}`,
    ]
    const style = [
      ...selectors.map((selector) => this.#rules.get(selector) ?? ''),
      plain((value('style') ?? '').slice(0, STYLE_CHARACTERS_MAX)),
    ]
      .filter(Boolean)
      .join(';')
    if (style === '') return undefined
    const way = ways.find(([pattern]) => pattern.test(style))
    if (way !== undefined) return { kind: way[1], how: way[2] }
    return isWhiteOnWhite(style) ? { kind: 'white-text', how: 'in the colour of its ground' } : undefined
  }
}

function sheets(document: Tree.Document): string {
  const found: string[] = []
  const nodes: Tree.Node[] = [document]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ('tagName' in node && node.tagName === 'style') {
      for (const child of node.childNodes) if ('value' in child) found.push(child.value)
    } else if ('childNodes' in node) {
      for (const child of node.childNodes) nodes.push(child)
    }
  }
  return found.reverse().join('\n')
}

const white = '(?:#fff(?:fff)?|white|rgb\\(255,255,255\\))'
const colour = new RegExp(`(?:^|;)color:${white}(?:;|$)`)
const ground = /(?:^|;)background(?:-color|-image)?:([^;]*)/

/** White words may stand on the dark ground of a parent: told only when colour and ground are both stated. */
function isWhiteOnWhite(style: string): boolean {
  if (!colour.test(style)) return false
  const stated = ground.exec(style)?.[1]
  return stated !== undefined && new RegExp(`^${white}`).test(stated)
}
