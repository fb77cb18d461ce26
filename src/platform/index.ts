import { systemClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { diskFiles } from './disk-files.ts'
import type { Files } from './files.ts'
import { systemProcesses } from './processes.ts'
import type { Processes } from './processes.ts'
import { terminalPrompt } from './prompt.ts'
import type { Prompt } from './prompt.ts'
import { systemSignals } from './signals.ts'
import type { Signals } from './signals.ts'
import { systemRandom } from './random.ts'
import type { Random } from './random.ts'

/** Everything the program may ask of the machine. Handed down, never reached for. */
export interface Platform {
  readonly clock: Clock
  readonly random: Random
  readonly files: Files
  readonly processes: Processes
  readonly prompt: Prompt
  readonly signals: Signals
}

export const systemPlatform: Platform = {
  clock: systemClock,
  random: systemRandom,
  files: diskFiles,
  processes: systemProcesses,
  prompt: terminalPrompt,
  signals: systemSignals,
}

export { fixedClock, minuteOf, systemClock } from './clock.ts'
export type { Clock } from './clock.ts'
export { diskFiles } from './disk-files.ts'
export { decodeText, FileError } from './files.ts'
export type { Files, FolderEntry } from './files.ts'
export { memoryFiles } from './memory-files.ts'
export { pretendedProcesses, systemProcesses } from './processes.ts'
export type { Processes, Program } from './processes.ts'
export { pretendedPrompt, terminalPrompt } from './prompt.ts'
export type { Prompt } from './prompt.ts'
export { projectRoot } from './project-root.ts'
export { seededRandom, systemRandom } from './random.ts'
export type { Random } from './random.ts'
export { pretendedSignals, systemSignals } from './signals.ts'
export type { Signals } from './signals.ts'
export { DeliveryError } from './delivery.ts'
export { type Mail, type Mailer, type MailServer, smtpMailer } from './mailer.ts'
export { systemTimer, type Timer } from './timer.ts'
export { httpWebhook, SIGNATURE_HEADER, type Webhook, type WebhookSettings } from './webhook.ts'
export { sha256Of } from './hash.ts'
