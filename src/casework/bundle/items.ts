/** From the YAML of one list to the things in it, each with the place where it stands. */
import type { z } from 'zod'
import type { Body, CaseHeader, Claim } from '../../record/index.ts'
import type { ListKind } from './layout.ts'
import type { Problems } from './problems.ts'
import {
  assessmentSchema,
  caseSchema,
  claimSchema,
  completenessSchema,
  documentSchema,
  enteredSchema,
  entitySchema,
  entrySchema,
  eventSchema,
  groupEntrySchema,
  groupKeys,
  identitySchema,
  passageSchema,
  positionSchema,
  proceedingSchema,
  releaseSchema,
  rulingSchema,
} from './schemas.ts'
import { check } from './yaml-file.ts'
import type { Path, YamlFile } from './yaml-file.ts'

/** One thing as read, not yet numbered. */
export interface Item {
  readonly body: Body
  readonly yaml: YamlFile
  readonly path: Path
  /** Given on the item itself. */
  readonly sequence?: number
  readonly recorded: string
  readonly by: string
  /** Documents only: the path of the original, as written. */
  readonly original?: string
}

export type Entered = z.infer<typeof enteredSchema>

type Keys = Readonly<Record<string, unknown>>
const isKeys = (data: unknown): data is Keys => typeof data === 'object' && data !== null && !Array.isArray(data)
const without = (data: Keys, ...left: readonly string[]): Keys =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !left.includes(key)))

/** `case.yaml`: the header, and who entered the case. */
export function readCase(
  yaml: YamlFile,
  problems: Problems,
): { item: Item; header: CaseHeader; entered: Entered } | undefined {
  const { data } = yaml
  const known = ['case', 'entered', 'entry']
  if (!isKeys(data)) {
    problems.error(yaml.file, 1, 'The file does not hold keys.', 'Begin it with "case:" and "entered:".')
    return undefined
  }
  for (const key of Object.keys(data).filter((name) => !known.includes(name))) {
    problems.error(
      yaml.file,
      yaml.lineOf([key]),
      `There is no key "${key}" here.`,
      `Take it out, or use one of: ${known.join(', ')}.`,
    )
  }
  const header = check(yaml, ['case'], data['case'], caseSchema, Object.keys(caseSchema.shape), problems)
  const entered = check(
    yaml,
    ['entered'],
    data['entered'],
    enteredSchema,
    Object.keys(enteredSchema.shape),
    problems,
  )
  const entry = entryOf(yaml, [], data, problems)
  if (header === undefined || entered === undefined) return undefined
  return {
    header,
    entered,
    item: { body: { kind: 'case', case: header }, yaml, path: ['case'], ...entered, ...entry },
  }
}

function entryOf(yaml: YamlFile, path: Path, data: Keys, problems: Problems): Partial<z.infer<typeof entrySchema>> {
  if (data['entry'] === undefined) return {}
  return check(yaml, [...path, 'entry'], data['entry'], entrySchema, Object.keys(entrySchema.shape), problems) ?? {}
}

/** Every item of one list; what does not fit is reported and left out. */
export function readList(kind: ListKind, yaml: YamlFile, entered: Entered, problems: Problems): readonly Item[] {
  const { data } = yaml
  if (data === null) return []
  if (!Array.isArray(data)) {
    problems.listUnread = true
    problems.error(yaml.file, 1, 'The file does not hold a list.', 'Begin each item with "- ".')
    return []
  }
  return data.flatMap((item: unknown, index): readonly Item[] => {
    if (!isKeys(item)) {
      problems.listUnread = true
      problems.error(
        yaml.file,
        yaml.lineOf([index]),
        'This item does not hold keys.',
        'Write it as "- id: …" with its keys below.',
      )
      return []
    }
    if (kind === 'claim' && 'claims' in item) return readGroup(yaml, index, item, entered, problems)
    return readItem(kind, yaml, [index], item, entered, problems)
  })
}

/** A group gives keys once for all its claims; a claim's own key wins. */
function readGroup(
  yaml: YamlFile,
  index: number,
  group: Keys,
  entered: Entered,
  problems: Problems,
): readonly Item[] {
  const allowed: readonly string[] = [...groupKeys, 'entry', 'claims']
  for (const key of Object.keys(group).filter((name) => !allowed.includes(name))) {
    problems.error(
      yaml.file,
      yaml.lineOf([index, key]),
      `A group of claims has no key "${key}".`,
      `Put it on each claim, or use one of: ${allowed.join(', ')}.`,
    )
  }
  const entry =
    group['entry'] === undefined
      ? {}
      : (check(
          yaml,
          [index, 'entry'],
          group['entry'],
          groupEntrySchema,
          Object.keys(groupEntrySchema.shape),
          problems,
        ) ?? {})
  const claims = group['claims']
  if (!Array.isArray(claims)) {
    problems.listUnread = true
    problems.error(
      yaml.file,
      yaml.lineOf([index, 'claims']),
      'The claims of this group are not a list.',
      'Begin each claim with "- ".',
    )
    return []
  }
  const defaults = without(group, 'claims', 'entry')
  return claims.flatMap((claim: unknown, inner): readonly Item[] => {
    const path = [index, 'claims', inner]
    if (!isKeys(claim)) {
      problems.listUnread = true
      problems.error(
        yaml.file,
        yaml.lineOf(path),
        'This claim does not hold keys.',
        'Write it as "- id: …" with its keys below.',
      )
      return []
    }
    return readItem('claim', yaml, path, { ...defaults, ...claim }, { ...entered, ...entry }, problems)
  })
}

function readItem(
  kind: ListKind,
  yaml: YamlFile,
  path: Path,
  data: Keys,
  entered: Entered,
  problems: Problems,
): readonly Item[] {
  const entry = entryOf(yaml, path, data, problems)
  const original = kind === 'document' ? data['file'] : undefined
  if (original !== undefined && typeof original !== 'string') {
    problems.error(
      yaml.file,
      yaml.lineOf([...path, 'file']),
      'The path of the original is not a text.',
      'Write it as originals/NAME.',
    )
  }
  const thing = kind === 'document' ? without(data, 'entry', 'file') : without(data, 'entry')
  const body = bodyOf(kind, yaml, path, thing, problems)
  if (body === undefined) {
    if (typeof data['id'] === 'string') problems.unread.add(data['id'])
    else problems.listUnread = true
    return []
  }
  return [{ body, yaml, path, ...entered, ...entry, ...(typeof original === 'string' ? { original } : {}) }]
}

function bodyOf(kind: ListKind, yaml: YamlFile, path: Path, data: Keys, problems: Problems): Body | undefined {
  const read = <T>(
    schema: z.ZodType<T> & { readonly shape: object },
    more: readonly string[] = [],
  ): T | undefined => check(yaml, path, data, schema, [...Object.keys(schema.shape), ...more, 'entry'], problems)
  switch (kind) {
    case 'document': {
      const document = read(documentSchema, ['file'])
      return document && { kind, document }
    }
    case 'entity': {
      const entity = read(entitySchema)
      return entity && { kind, entity }
    }
    case 'proceeding': {
      const proceeding = read(proceedingSchema)
      return proceeding && { kind, proceeding }
    }
    case 'event': {
      const event = read(eventSchema)
      return event && { kind, event }
    }
    case 'claim': {
      const claim: Claim | undefined = read(claimSchema)
      return claim && { kind, claim }
    }
    case 'position': {
      const position = read(positionSchema)
      return position && { kind, position }
    }
    case 'identity': {
      const identity = read(identitySchema)
      return identity && { kind, identity }
    }
    case 'completeness': {
      const completeness = read(completenessSchema)
      return completeness && { kind, completeness }
    }
    case 'assessment': {
      const assessment = read(assessmentSchema)
      return assessment && { kind, assessment }
    }
    case 'ruling': {
      const ruling = read(rulingSchema)
      return ruling && { kind, ruling }
    }
    case 'release': {
      const release = read(releaseSchema)
      return release && { kind, release }
    }
    case 'passage': {
      const passage = read(passageSchema)
      return passage && { kind, passage }
    }
  }
}
