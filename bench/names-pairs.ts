/** Labelled pairs of names from a CSV file. */

export interface LabelledPair {
  readonly a: string
  readonly b: string
  readonly same: boolean
  readonly languageA?: string | undefined
  /** In the half on which thresholds may be set; by hash of the two names, so that it never changes. */
  readonly tuning?: boolean
}

/** FNV-1a over the two names. */
export const isTuning = (a: string, b: string): boolean =>
  [...`${a}\n${b}`].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0,
    2_166_136_261,
  ) %
    2 ===
  0

/** Rows of schema Person. Throws when a column is missing. */
export function readPairs(csv: string): readonly LabelledPair[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const columns = fieldsOf(header)
  const at = (name: string): number => {
    const index = columns.indexOf(name)
    if (index < 0) throw new Error(`The file of labelled pairs has no column "${name}".`)
    return index
  }
  const [schema, first, second, match] = [at('schema'), at('name1'), at('name2'), at('is_match')]
  return lines.flatMap((line): readonly LabelledPair[] => {
    const fields = fieldsOf(line)
    const [a, b] = [fields[first], fields[second]]
    if (fields[schema] !== 'Person' || a === undefined || b === undefined) return []
    return [{ a, b, same: fields[match] === 'true', tuning: isTuning(a, b) }]
  })
}

const fieldsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
