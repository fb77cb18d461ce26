import { setTimeout as pause } from 'node:timers/promises'
import { packSources } from '../casework/index.ts'
import type { Source } from '../law/index.ts'
import { FileError } from '../platform/index.ts'
import type { Arguments, Context, ExitCode } from './command.ts'

const pauseMilliseconds = 700

/**
 * Runs `check` for the pages asked, and again for each page that is saved, until the person ends it. Pages are
 * compared by what
 * stands in them, so that saving without a change says nothing.
 */
export async function watchLaw(
  context: Context,
  args: Arguments,
  check: (context: Context, args: Arguments) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { platform, out, root, language } = context
  const es = language === 'es'
  const ended = new AbortController()
  const stopped = platform.signals.untilStopped().then(() => ended.abort())
  let before = await packSources(platform.files, root)
  await check(context, args)
  out.blank()
  out.paragraph(
    es
      ? 'Se comprueba cada página al guardarla. Ctrl-C termina.'
      : 'Each page is checked when it is saved. Ctrl-C ends.',
  )
  while (await waited(ended.signal)) {
    const now = await readPages(context)
    if (now === undefined) continue
    const changed = changedPages(before, now)
    before = now
    if (changed.length === 0) continue
    out.heading(`${platform.clock.now().slice(11, 19)} UTC – ${changed.join(', ')}`)
    await check(context, { ...args, positionals: changed })
  }
  await stopped
  return 0
}

/** False when the person ended it meanwhile. */
async function waited(signal: AbortSignal): Promise<boolean> {
  try {
    await pause(pauseMilliseconds, undefined, { signal })
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}

/** Nothing while an editor is replacing a page: the next look finds it. */
async function readPages({ platform, root }: Context): Promise<Source[] | undefined> {
  try {
    return await packSources(platform.files, root)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

/** Pages that are new, changed or gone. */
export function changedPages(before: readonly Source[], now: readonly Source[]): string[] {
  const old = new Map(before.map(({ file, text }) => [file, text]))
  const fresh = now.filter(({ file, text }) => old.get(file) !== text).map(({ file }) => file)
  const left = new Set(now.map(({ file }) => file))
  return [...fresh, ...[...old.keys()].filter((file) => !left.has(file))]
}
