/** Waiting for the person to end the program. */
export interface Signals {
  /** Resolves on the first interrupt or request to end. */
  untilStopped(): Promise<void>
}

export const systemSignals: Signals = {
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
}

/** Ends when told. For tests. */
export const pretendedSignals = (until: Promise<void>): Signals => ({ untilStopped: () => until })
