/** The only door to the store. */
export type {
  Act,
  CaseKey,
  CaseSummary,
  Clock,
  FixityFinding,
  FixityReport,
  OriginalSummary,
  Store,
} from './port.ts'
export { StoreError } from './errors.ts'
export type { StoreErrorCode, StoreFault } from './errors.ts'
export * from './limits.ts'
export { createMemoryStore } from './memory/memory-store.ts'
export { createSqliteStore, isDataFolder, openSqliteStore } from './sqlite/open.ts'
export type { CreateOptions, OpenOptions } from './sqlite/open.ts'
/** For tests that stand between the store and SQLite. */
export { openSqlCipher } from './sqlite/driver.ts'
export type { Driver, OpenDriver, Row, SqlValue } from './sqlite/driver.ts'
export { migrations } from './sqlite/schema.ts'
export type { Migration } from './sqlite/schema.ts'
export type { KeyCost } from './sqlite/key.ts'
