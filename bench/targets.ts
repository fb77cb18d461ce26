/** What was aimed at, beside what was measured. */
import { tableText } from './table.ts'

export interface Target {
  readonly what: string
  readonly aim: string
  readonly measured: string
  readonly met: boolean
}

export function reportTargets(targets: readonly Target[]): void {
  const rows = targets.map(({ what, aim, measured, met }) => [what, aim, measured, met ? 'met' : 'NOT MET'])
  process.stdout.write(`\nTargets\n${tableText(['', 'aim', 'measured', ''], rows)}\n`)
}
