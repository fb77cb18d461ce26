/** YAML with line numbers: plain data, and for every key in it the line on which it stands. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { nearest } from '../../record/index.ts'
import type { Problems } from './problems.ts'

export type Path = readonly (string | number)[]

export interface YamlFile {
  readonly file: string
  readonly data: unknown
  /** The line of the deepest part of `path` that is there. */
  lineOf(path: Path): number | undefined
}

/** Reads one file; anything that is not YAML is reported, and then there is no data. */
export function readYaml(file: string, text: string, problems: Problems): YamlFile | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  for (const { pos, message, code } of document.errors) {
    const remedy =
      code === 'DUPLICATE_KEY'
        ? 'Keep one of the two.'
        : 'Correct the YAML; texts with ": " or "#" in them need quotes.'
    problems.error(file, lines.linePos(pos[0]).line, `This is not valid YAML: ${sentence(message)}`, remedy)
  }
  if (document.errors.length > 0) return undefined
  const lineOf = (path: Path): number | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const start = startOf(document, path.slice(0, length))
      if (start !== undefined) return lines.linePos(start).line
    }
    return undefined
  }
  try {
    return { file, data: document.toJS({ maxAliasCount: 100 }), lineOf }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    problems.error(
      file,
      undefined,
      `The aliases cannot be resolved: ${sentence(error.message)}`,
      'Write the values out.',
    )
    return undefined
  }
}

function startOf(document: ReturnType<typeof parseDocument>, path: Path): number | undefined {
  const key = path.at(-1)
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent) && key !== undefined) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
    if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0]
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}

/**
 * Checks `data` against a schema. Every way in which it does not fit is reported with its line;
 * the value is given only when it fits.
 * @param path where `data` stands in the file
 * @param known the keys that may stand there, for suggestions
 */
export function check<T>(
  yaml: YamlFile,
  path: Path,
  data: unknown,
  schema: z.ZodType<T>,
  known: readonly string[],
  problems: Problems,
): T | undefined {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  for (const issue of result.error.issues) report(yaml, path, data, issue, known, problems)
  return undefined
}

function report(
  yaml: YamlFile,
  base: Path,
  data: unknown,
  issue: z.core.$ZodIssue,
  known: readonly string[],
  problems: Problems,
): void {
  const inside = issue.path.filter((part) => typeof part !== 'symbol')
  const at = [...base, ...inside]
  const name = inside.length === 0 ? 'the item' : `"${inside.join('.')}"`
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const like = nearest(key, inside.length === 0 ? known : [])
      problems.error(
        yaml.file,
        yaml.lineOf([...at, key]),
        `There is no key "${key}" here.`,
        like === undefined ? keysAllowed(inside.length === 0 ? known : []) : `Did you mean "${like}"?`,
      )
    }
    return
  }
  const given = valueAt(data, inside)
  if (given === undefined && inside.length > 0) {
    problems.error(yaml.file, yaml.lineOf(at), `The key ${name} is missing.`, `Add it${hint(issue)}.`)
    return
  }
  problems.error(
    yaml.file,
    yaml.lineOf(at),
    `${name[0] === '"' ? name : 'The item'} does not fit: ${shown(given)} ${reason(issue)}.`,
    `Write ${expected(issue)}.`,
  )
}

const keysAllowed = (known: readonly string[]): string =>
  known.length === 0 ? 'Take it out.' : `Take it out, or use one of: ${known.join(', ')}.`

function valueAt(data: unknown, path: Path): unknown {
  let at = data
  for (const part of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined
  return at
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const hint = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_value' ? `: one of ${issue.values.map(String).join(', ')}` : ''

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `is none of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type') return `is not ${typeName(issue.expected)}`
  if (issue.code === 'invalid_union') return 'is not of a kind that may stand here'
  return issue.message
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type') return typeName(issue.expected)
  return 'it as described in the guide to bundles'
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text (put it between quotes)',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
}
const typeName = (type: string): string => typeNames[type] ?? type

const sentence = (message: string): string => {
  const [first = ''] = message.split('\n')
  return first.endsWith('.') ? first : `${first}.`
}
