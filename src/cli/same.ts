import type { Command } from './command.ts'
import { judgeCommand } from './judge.ts'

export const command: Command = judgeCommand(
  'same',
  { en: 'enter the judgement that two persons are one', es: 'anota el juicio de que dos personas son una' },
  'same pavlov-2014 aleksandr-pavlov sr-gaspar --because "same judgment, cassation 2944/2014" --by "A. Lawyer"',
)
