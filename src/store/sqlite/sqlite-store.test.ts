import { describeStore } from '../conformance.ts'
import { createSqliteStore } from './open.ts'
import { optionsFor, temporaryFolders } from './testing.ts'

const newFolder = temporaryFolders()

describeStore('The store in an encrypted SQLite file', (clock) =>
  createSqliteStore({ ...optionsFor(newFolder()), clock }),
)
