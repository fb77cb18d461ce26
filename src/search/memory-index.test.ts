import { describeSearchIndex } from './conformance.ts'
import { createMemoryIndex } from './index.ts'

describeSearchIndex('The search index in memory', (work) => work(createMemoryIndex()))
