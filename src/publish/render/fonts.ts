import { createRequire } from 'node:module'
import { diskFiles } from '../../platform/index.ts'
import { fontFromWoff } from './woff.ts'

/** The pages' serif comes in files by script; each gets a family of its own, and a text takes the first that has it. */
const scripts: readonly (readonly [file: string, family: string])[] = [
  ['latin', 'Forestay Serif Latin'],
  ['latin-ext', 'Forestay Serif Latin More'],
  ['cyrillic', 'Forestay Serif Cyrillic'],
  ['cyrillic-ext', 'Forestay Serif Cyrillic More'],
  ['greek', 'Forestay Serif Greek'],
  ['vietnamese', 'Forestay Serif Vietnamese'],
]
const weights: readonly (readonly [file: string, style: string])[] = [
  ['400', 'Regular'],
  ['600', 'Bold'],
]

/** Where a letter is in none of ours: what comes inside the typesetter. Never a font of the machine by choice. */
const inside = ['Libertinus Serif', 'New Computer Modern', 'DejaVu Sans Mono']

/** The families in the order in which a letter is looked up. */
export const fontFamilies: readonly string[] = [...scripts.map(([, family]) => family), ...inside]

/** The program's own fonts, as OpenType files. */
export const ownFonts = async (): Promise<readonly Uint8Array[]> => {
  const { resolve } = createRequire(import.meta.url)
  const wanted = scripts.flatMap(([script, family]) =>
    weights.map(([weight, style]) => ({
      path: resolve(`@fontsource/source-serif-4/files/source-serif-4-${script}-${weight}-normal.woff`),
      family,
      style,
    })),
  )
  return Promise.all(
    wanted.map(async ({ path, family, style }) => fontFromWoff(await diskFiles.read(path), family, style)),
  )
}
