import { describeSearchIndex } from '../../search/conformance.ts'
import { createSqliteStore } from './open.ts'
import { optionsFor, temporaryFolders } from './testing.ts'

const newFolder = temporaryFolders()

describeSearchIndex('The search index in an encrypted SQLite file', async (work) => {
  const store = await createSqliteStore(optionsFor(newFolder()))
  try {
    await work(store.search)
  } finally {
    await store.close()
  }
})
