/** Waiting. */
export interface Timer {
  /** Resolves after so many milliseconds or when `signal` says stop, whichever comes first. Holds no program open. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export const systemTimer: Timer = {
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve()
        return
      }
      const done = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      timer.unref()
      signal.addEventListener('abort', done)
    }),
}
