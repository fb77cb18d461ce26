/** What a program and the processes it starts take. Linux tells it in /proc; elsewhere nobody does. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Usage {
  /** Of the program and of all that it started; the last tenth of a second of a process may be missing. */
  readonly processorSeconds?: number
  /** Peaks of memory: of the program, */
  readonly programBytes?: number
  /** of the largest process that it started. */
  readonly childBytes?: number
  /** and of all of those at one moment. */
  readonly childrenBytes?: number
}

const SAMPLE_MILLISECONDS = 100
/** Linux counts processor time in hundredths on every machine that Node runs on. */
const TICKS_A_SECOND = 100

interface Process {
  readonly id: number
  readonly parent: number
  readonly bytes: number
  readonly peakBytes: number
  readonly processorSeconds: number
}

/** Looks at `pid` and what descends from it until it is stopped. */
export function watchUsage(pid: number | undefined): { stop(): Usage } {
  const seconds = new Map<number, number>()
  let peak: { programBytes: number; childBytes: number; childrenBytes: number } | undefined
  const look = (): void => {
    const processes = processesNow()
    const program = processes.find(({ id }) => id === pid)
    if (program === undefined) return
    const children = descendants(processes, program.id)
    for (const one of [program, ...children]) seconds.set(one.id, one.processorSeconds)
    const before = peak ?? { programBytes: 0, childBytes: 0, childrenBytes: 0 }
    peak = {
      programBytes: Math.max(before.programBytes, program.peakBytes),
      childBytes: Math.max(before.childBytes, ...children.map(({ peakBytes }) => peakBytes)),
      childrenBytes: Math.max(
        before.childrenBytes,
        children.reduce((sum, { bytes }) => sum + bytes, 0),
      ),
    }
  }
  const timer = setInterval(look, SAMPLE_MILLISECONDS)
  return {
    stop() {
      clearInterval(timer)
      if (peak === undefined) return {}
      return { ...peak, processorSeconds: [...seconds.values()].reduce((sum, one) => sum + one, 0) }
    },
  }
}

function descendants(processes: readonly Process[], of: number): readonly Process[] {
  const own = processes.filter(({ parent }) => parent === of)
  return [...own, ...own.flatMap(({ id }) => descendants(processes, id))]
}

function processesNow(): readonly Process[] {
  return namesIn('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name): Process[] => {
      const status = textOf(`/proc/${name}/status`)
      const field = (what: string): number => Number(new RegExp(`^${what}:\\s*(\\d+)`, 'mu').exec(status)?.[1] ?? 0)
      if (status === '') return []
      return [
        {
          id: Number(name),
          parent: field('PPid'),
          bytes: field('VmRSS') * 1024,
          peakBytes: field('VmHWM') * 1024,
          processorSeconds: processorSeconds(textOf(`/proc/${name}/stat`)),
        },
      ]
    })
}

/** The 14th and 15th field; the second is a name in brackets and may hold anything. */
function processorSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/** Empty for a process that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return ''
    throw error
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')
