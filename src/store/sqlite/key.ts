/**
 * From the passphrase to the database key, and `key.yaml`, which says how.
 *
 * argon2id (RFC 9106) makes guessing expensive; HKDF-SHA256 (RFC 5869) then makes two values of its result: the
 * database key, and a check that tells a wrong passphrase from a damaged file. The check gives a
 * guesser nothing that the database itself does not give.
 */
import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { parse } from 'yaml'
import { invalid, rotten, StoreError } from '../errors.ts'
import { PASSPHRASE_CHARACTERS_MIN } from '../limits.ts'
import type { FolderFiles } from './files.ts'

/** What one guess costs. */
export interface KeyCost {
  readonly memoryKibibytes: number
  readonly passes: number
  readonly lanes: number
}

/** RFC 9106 §4, second recommended option, on one lane: 64 MiB and 3 passes, about 0.2 s on a small laptop. */
export const KEY_COST: KeyCost = { memoryKibibytes: 64 * 1024, passes: 3, lanes: 1 }

/** The version of `key.yaml`. Older ones open for ever; newer ones are refused. */
export const KEY_FORMAT = 1

export interface KeyHeader {
  readonly format: number
  readonly cost: KeyCost
  /** 16 bytes as hexadecimal digits. Also the first 16 bytes of the database file. */
  readonly salt: string
  /** 16 bytes as hexadecimal digits. */
  readonly check: string
}

export interface DerivedKey {
  /** 32 bytes as hexadecimal digits. */
  readonly database: string
  /** 16 bytes as hexadecimal digits. */
  readonly check: string
}

const limits = { memoryKibibytes: [8, 4 * 1024 * 1024], passes: [1, 64], lanes: [1, 16] } as const

/** A new header for a new folder, and the key it leads to. */
export async function makeKey(passphrase: string, cost: KeyCost): Promise<{ header: KeyHeader; key: DerivedKey }> {
  if (Array.from(passphrase).length < PASSPHRASE_CHARACTERS_MIN) {
    throw invalid(
      'The data folder was not created: the passphrase is too short.',
      `It needs at least ${PASSPHRASE_CHARACTERS_MIN} characters: whoever takes the disk may try as many as they like.`,
      'Choose five or six words that have nothing to do with each other or with you.',
    )
  }
  const salt = randomBytes(16).toString('hex')
  const key = await deriveKey(passphrase, salt, cost)
  return { header: { format: KEY_FORMAT, cost, salt, check: key.check }, key }
}

/** The key of an existing folder. Throws `wrong-passphrase`; touches nothing. */
export async function unlock(passphrase: string, header: KeyHeader, files: FolderFiles): Promise<DerivedKey> {
  const key = await deriveKey(passphrase, header.salt, header.cost)
  if (timingSafeEqual(Buffer.from(key.check, 'hex'), Buffer.from(header.check, 'hex'))) return key
  throw new StoreError({
    code: 'wrong-passphrase',
    file: files.key,
    what: `The passphrase does not open ${files.folder}.`,
    why: 'It is not the one that the folder was created with.',
    remedy: 'Try again; mind capitals, the keyboard layout and spaces at the ends. Nothing was changed.',
  })
}

async function deriveKey(passphrase: string, salt: string, cost: KeyCost): Promise<DerivedKey> {
  // One form for one passphrase: keyboards differ in how they write "ñ" (RFC 8265, OpaqueString).
  const root = await hashRaw(passphrase.normalize('NFC'), {
    memoryCost: cost.memoryKibibytes,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    salt: Buffer.from(salt, 'hex'),
    outputLen: 32,
  })
  const part = (purpose: string, bytes: number): string =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `forestay store 1: ${purpose}`, bytes)).toString('hex')
  const key = { database: part('database key', 32), check: part('passphrase check', 16) }
  root.fill(0)
  return key
}

/** `key.yaml` as text. Its last line sums up all lines before it. */
export function headerText(header: KeyHeader): string {
  const lines = [
    '# How the passphrase of this Forestay data folder becomes its key. Not secret, and not to be lost:',
    '# without this file no passphrase opens forestay.db. Keep a copy with every backup. Do not edit.',
    `format: ${header.format}`,
    'kdf: argon2id, version 19, then HKDF-SHA256',
    `memory-kibibytes: ${header.cost.memoryKibibytes}`,
    `passes: ${header.cost.passes}`,
    `lanes: ${header.cost.lanes}`,
    `salt: "${header.salt}"`,
    `check: "${header.check}"`,
    '',
  ].join('\n')
  return `${lines}sum: "${sumOf(lines)}"\n`
}

/** Reads `key.yaml`. Throws `damaged` or `newer-format`. */
export function readHeader(text: string, files: FolderFiles): KeyHeader {
  const damaged = (why: string): StoreError => rotten(`The file ${files.key} is damaged.`, why, files.key)
  const match = /^([\s\S]*\n)sum: "([0-9a-f]{64})"\n$/.exec(text.replaceAll('\r\n', '\n'))
  const [, above = '', sum = ''] = match ?? []
  if (match === null || sumOf(above) !== sum) throw damaged('Its lines do not add up to the sum in its last line.')
  const fields: unknown = parse(above)
  if (!isFields(fields)) throw damaged('It holds no fields.')
  const format = fields['format']
  if (typeof format === 'number' && format > KEY_FORMAT) throw newerFormat(files, format, KEY_FORMAT, files.key)
  const [salt, check] = [fields['salt'], fields['check']]
  const cost = {
    memoryKibibytes: fields['memory-kibibytes'],
    passes: fields['passes'],
    lanes: fields['lanes'],
  }
  if (format !== KEY_FORMAT || !isHex16(salt) || !isHex16(check) || !isCost(cost)) {
    throw damaged('A field is missing or out of range.')
  }
  return { format, cost, salt, check }
}

export const newerFormat = (files: FolderFiles, found: number, known: number, file: string): StoreError =>
  new StoreError({
    code: 'newer-format',
    file,
    what: `The data folder ${files.folder} was written by a later version of Forestay.`,
    why: `Its format is ${found}; this version knows formats up to ${known}.`,
    remedy: 'Open it with the later version. Nothing was changed.',
  })

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isHex16 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)

function isCost(cost: { [Name in keyof KeyCost]: unknown }): cost is { [Name in keyof KeyCost]: number } {
  return (
    within(cost.memoryKibibytes, limits.memoryKibibytes) &&
    within(cost.passes, limits.passes) &&
    within(cost.lanes, limits.lanes)
  )
}

const within = (value: unknown, [low, high]: readonly [number, number]): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
