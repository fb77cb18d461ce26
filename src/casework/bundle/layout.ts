/** Which file of a bundle holds what, in the order in which items without a number of their own are counted. */
import type { BodyKind } from '../../record/index.ts'

export const CASE_FILE = 'case.yaml'
export const MANIFEST_FILE = 'manifest.sha256'
export const ORIGINALS_FOLDER = 'originals/'
export const CLAIMS_FOLDER = 'claims/'

/** The lists of a bundle, one file each. */
export const listFiles = [
  { kind: 'document', file: 'documents.yaml' },
  { kind: 'entity', file: 'entities.yaml' },
  { kind: 'proceeding', file: 'proceedings.yaml' },
  { kind: 'event', file: 'events.yaml' },
  { kind: 'claim', file: 'claims.yaml' },
  { kind: 'position', file: 'positions.yaml' },
  { kind: 'identity', file: 'identities.yaml' },
  { kind: 'completeness', file: 'completeness.yaml' },
  { kind: 'assessment', file: 'assessments.yaml' },
  { kind: 'ruling', file: 'rulings.yaml' },
  { kind: 'passage', file: 'passages.yaml' },
  { kind: 'release', file: 'releases.yaml' },
] as const satisfies readonly { kind: Exclude<BodyKind, 'case'>; file: string }[]

export type ListKind = (typeof listFiles)[number]['kind']

/** Whether a path stays inside the bundle on every operating system. */
export const staysInside = (path: string): boolean =>
  path !== '' &&
  !/[\\:\p{Cc}]/u.test(path) &&
  path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')
