import type { Command } from './command.ts'
import { judgeCommand } from './judge.ts'

export const command: Command = judgeCommand(
  'different',
  { en: 'enter the judgement that two persons are not one', es: 'anota el juicio de que dos personas no son una' },
  'different pavlov-2014 mukhtar-ablyazov alua-ablyazova --because "father and daughter" --by "A. Lawyer"',
)
