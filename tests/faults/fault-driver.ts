/** A driver that counts its operations and does something terrible at the nth. */
import { openSqlCipher } from '../../src/store/index.ts'
import type { Driver, OpenDriver } from '../../src/store/index.ts'

/** Whether the nth operation still takes place before the fault. */
export type Moment = 'before' | 'after'

export class FaultPlan {
  /** Operations since the plan was armed. */
  count = 0
  #at = Number.POSITIVE_INFINITY
  #moment: Moment = 'before'
  readonly #strike: (sql: string) => void

  constructor(strike: (sql: string) => void) {
    this.#strike = strike
  }

  /** Counts from now on and strikes once, at operation `at`. */
  arm(at: number, moment: Moment): void {
    this.count = 0
    this.#at = at
    this.#moment = moment
  }

  /** Strikes no more. True when it had not struck yet. */
  disarm(): boolean {
    const unused = this.count < this.#at
    this.#at = Number.POSITIVE_INFINITY
    return unused
  }

  around<T>(sql: string, work: () => T): T {
    this.count += 1
    const due = this.count === this.#at
    if (due && this.#moment === 'before') this.#strike(sql)
    const result = work()
    if (due && this.#moment === 'after') this.#strike(sql)
    return result
  }
}

export const faultyDriver =
  (plan: FaultPlan): OpenDriver =>
  (path) => {
    const driver: Driver = openSqlCipher(path)
    return {
      exec: (sql) => {
        plan.around(sql, () => {
          driver.exec(sql)
        })
      },
      run: (sql, parameters) => {
        plan.around(sql, () => {
          driver.run(sql, parameters)
        })
      },
      all: (sql, parameters) => plan.around(sql, () => driver.all(sql, parameters)),
      close: () => {
        driver.close()
      },
    }
  }

/** An error as SQLite's binding throws it. */
export const sqliteError = (code: string): Error =>
  Object.assign(new Error(`sqlite error(${code}): injected by a test`), { code })
