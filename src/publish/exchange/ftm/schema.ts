/** What an entity of FollowTheMoney may look like, as far as this program writes them. */
import type { FtmVocabulary } from '../vocabulary.ts'

export interface FtmEntity {
  readonly id: string
  readonly schema: string
  /** Every value is a text; a link is the id of the other entity. */
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/**
 * Every way in which an entity does not keep to the schema: an empty list means that it does.
 * @param schemaOf the schema of the entity with an id, in the same file
 */
export function problemsOf(
  { schema, properties }: FtmEntity,
  { schemata, types }: FtmVocabulary,
  schemaOf: (id: string) => string | undefined,
): readonly string[] {
  const known = schemata[schema]
  if (known === undefined) return [`there is no schema ${schema}`]
  const missing = known.required
    .filter((name) => (properties[name]?.length ?? 0) === 0)
    .map((name) => `${schema} needs ${name}`)
  const wrong = Object.entries(properties).flatMap(([name, values]) => {
    const type = known.properties[name]
    if (type === undefined) return [`${schema} has no ${name}`]
    return values.flatMap((value) => {
      const problem = problemOf(type, value, types, schemaOf)
      return problem === undefined ? [] : [`${schema}.${name}: ${problem}`]
    })
  })
  return [...missing, ...wrong]
}

function problemOf(
  type: string | readonly string[],
  value: string,
  types: FtmVocabulary['types'],
  schemaOf: (id: string) => string | undefined,
): string | undefined {
  if (typeof type !== 'string') {
    const other = schemaOf(value)
    return other !== undefined && type.includes(other) ? undefined : `links to ${other ?? 'nothing'}`
  }
  if (value === '' || value !== value.trim()) return 'is empty or has blanks around it'
  if (value.length > (types[type] ?? 0)) return `is too long for ${type}`
  const form = forms[type]
  return form === undefined || form.test(value) ? undefined : `"${value}" is no ${type}`
}

const forms: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?$/,
  country: /^[a-z]{2}$/,
  language: /^[a-z]{3}$/,
  checksum: /^[0-9a-f]{40}$/,
  number: /^\d+$/,
  url: /^https?:\/\/[^\s/]+/,
  mimetype: /^[a-z]+\/[a-z0-9.+-]+$/,
}
