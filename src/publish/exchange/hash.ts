import { createHash } from 'node:crypto'
import type { Sha256 } from '../../record/index.ts'

export const sha256Hex = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex')
