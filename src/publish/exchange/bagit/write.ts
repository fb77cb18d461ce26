/** A case bundle as a BagIt bag, version 1.0 (RFC 8493): an archive checks it with its own tools. */
import { sha256Of } from '../../../platform/index.ts'
import type { BundleContent } from '../../../casework/bundle/index.ts'
import { compare } from '../../../record/index.ts'
import type { CaseHeader } from '../../../record/index.ts'

export const BAG_DECLARATION = 'bagit.txt'
export const BAG_INFO = 'bag-info.txt'
export const PAYLOAD_FOLDER = 'data/'
export const VERSION = '1.0'

/**
 * The bag of a bundle: the same bundle gives the same bag. `bag-info.txt` names the case and counts the bytes;
 * neither the day nor the machine stands anywhere.
 */
export function bagOf(bundle: BundleContent, header: Pick<CaseHeader, 'id' | 'title'>): BundleContent {
  const payload = new Map([...bundle].map(([path, bytes]) => [`${PAYLOAD_FOLDER}${path}`, bytes]))
  const tags = new Map<string, Uint8Array>([
    [BAG_DECLARATION, encode(`BagIt-Version: ${VERSION}\nTag-File-Character-Encoding: UTF-8\n`)],
    [BAG_INFO, encode(bagInfo(payload, header))],
    ['manifest-sha256.txt', encode(manifestOf(payload))],
  ])
  return new Map([...tags, ['tagmanifest-sha256.txt', encode(manifestOf(tags))], ...payload])
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function bagInfo(payload: BundleContent, { id, title }: Pick<CaseHeader, 'id' | 'title'>): string {
  const octets = [...payload.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  const fields = [
    ['Bag-Software-Agent', 'Forestay'],
    ['External-Identifier', id],
    ['External-Description', title],
    ['Payload-Oxum', `${octets}.${payload.size}`],
  ]
  return fields.map(([label, value = '']) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`).join('')
}

/** One line per file: its SHA-256, two blanks, its path with line breaks and percent signs escaped. */
const manifestOf = (content: BundleContent): string =>
  [...content]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, bytes]) => `${sha256Of(bytes)}  ${escapePath(path)}\n`)
    .join('')

/** A line break in a path would end its line: RFC 8493 writes it, and the percent sign, as `%0A`, `%0D`, `%25`. */
export const escapePath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')

/** Only these three are undone; any other percent sign stands for itself. */
export const unescapePath = (path: string): string =>
  path.replaceAll(/%(0A|0D|25)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
